import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealChains } from '../../storage/audit/seal-chains.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { bringOrders, makeWarehouse, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

const program = fileURLToPath(new URL('../../../dist/gateway/verify-audit.js', import.meta.url))

/** Runs the built command as `npm run audit:verify` does; `npm test` has built it. */
const verify = async (args: readonly string[] = [], input = '', url = db.url) => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, ...args], { env: { PATH, HOME, DATABASE_URL: url } })
  const { promise: code, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

test('says that all fits, what is not sealed yet, and names the seal that a changed row does not fit', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  await bringOrders(db.deps, account.id, [wbOrder()])
  await sealChains(db.deps)
  await bringOrders(db.deps, account.id, [wbOrder()])

  const good = await verify()
  expect(good).toMatchObject({ code: 0, stderr: '' })
  expect(good.stdout).toMatch(new RegExp(`^OK    ${warehouse.id} seal 1 [0-9a-f]{64}; 2 not sealed yet`, 'm'))
  expect(good.stdout).toMatch(/^OK    00000000-0000-0000-0000-000000000000 seal 1 [0-9a-f]{64} \(the installation/m)
  expect(await verify(['--known'], good.stdout)).toMatchObject({ code: 0 })
  const other = good.stdout.replaceAll(/seal 1 ./g, 'seal 1 0').replaceAll(/seal 1 0/g, 'seal 9 0')
  expect(await verify(['--known'], other)).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/seal 2: .*missing/),
  })

  await db.owner.query(`UPDATE order_event SET actor = 'boris' WHERE seq = 1`)
  const bad = await verify()
  expect(bad.code).toBe(2)
  expect(bad.stdout).toMatch(new RegExp(`^FAULT ${warehouse.id} .*\n {6}seal 1 \\(2.*Z\\): an order event`, 'm'))
})

test('says in plain lines what it cannot do', async () => {
  expect(await verify(['--what'])).toMatchObject({ code: 1, stderr: expect.stringContaining('Usage: npm run audit') })
  expect(await verify(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage: npm run audit') })
  const away = await verify([], '', 'postgresql://wba:hunter2@127.0.0.1:1/wba')
  expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') })
  expect(away.stderr).not.toMatch(/hunter2|\n\s+at /)
})
