import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrowser } from '../identity/browser.js'
import { adminPassword } from '../identity/first-admin.js'
import { createTestClient } from '../support/client.js'
import { createEmptyDatabase } from '../support/database.js'
import { ownDocument } from '../support/registry.js'
import { seedOrder, seedWarehouse } from '../support/seed.js'
import { root, startProgram } from './program.js'

// Somewhere else than in the project, whose node_modules a program there would find.
const folder = mkdtempSync(join(tmpdir(), 'wba-bundle-'))
const images = join(root, 'dist/images')

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs'], { cwd: root })
  cpSync(join(images, 'gateway'), folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the bundled program needs nothing but Node: it migrates, signs people in, writes, streams and serves its pages', async () => {
  const database = await createEmptyDatabase()
  const env = { DATABASE_URL: database.url, TOTP_KEY: 'k'.repeat(32), PORT: '0', DEMAND_AUTHENTICATOR: '0' }
  const run = (...args: readonly string[]) =>
    startProgram({ ...env, LOG_LEVEL: 'info' }, args, join(folder, 'dist/gateway/main.js'))
  expect(await run('migrate').ended).toEqual({ code: 0, signal: null })
  const [, secret = ''] = await run('first-admin').prints(/#first=([\w-]{43})/)

  const gateway = run('gateway')
  const [, url = ''] = await gateway.prints(/"url":"(http:[^"]+)"/)
  const admin = createBrowser(url)
  const first = { secret, name: 'Анна', login: 'anna@example.com', password: adminPassword }
  expect(await admin.give(ownDocument('CreateFirstAdmin'), first)).toHaveProperty('me')
  const asked = { name: 'seeds', scopes: ['READ', 'IMPORT', 'FLOOR'], days: 1 }
  const { secret: token = '' } = await admin.give(ownDocument('CreateAccessToken'), asked)

  const client = createTestClient({ url, tokens: { of: async () => token } }, 'Анна')
  const warehouse = await seedWarehouse(client)
  const order = await seedOrder(client, warehouse)
  const query = `query ($id: ID!) { order(id: $id) { state timeline { seq } } }`
  expect(await client.data(query, { id: order.id })).toMatchObject({ order: { state: 'NEW' } })

  for (const path of ['/graphql', '/graphiql']) {
    const page = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })
    expect([path, page.status, (await page.text()).includes('<script type="module"')]).toEqual([path, 200, true])
  }
  gateway.stop()
  expect(await gateway.ended).toEqual({ code: 0, signal: null })
  await database.close()
})

test('the screens lie beside their compressed selves, with the headers that the gateway gives them', async () => {
  const web = (path: string) => readFileSync(join(images, 'web', path))
  expect(gunzipSync(web('files/index.html.gz'))).toEqual(web('files/index.html'))
  const headers = web('nginx/headers.conf').toString()
  expect(headers).toContain(`add_header Content-Security-Policy "default-src 'none';script-src 'self'`)
  expect(headers).toContain('add_header Strict-Transport-Security "max-age=31536000" always;')
  expect(web('nginx/pages.conf').toString()).toContain('location /board/ { try_files /index.html =404;')
})
