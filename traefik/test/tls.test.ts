import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, type ConnectionOptions } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Edge, startEdge } from './support/edge.js'
import { findProgram } from './support/programs.js'
import { domain, httpsPort } from './support/traefik.js'

let edge: Edge
beforeAll(async () => {
  // And the dashboard, which is on here: it is tried below.
  edge = await startEdge({ env: { DASHBOARD_USERS: 'ops:$apr1$8m33wqwG$1cbJqqeXKn6ynpq4DPi/V1' } })
})
afterAll(() => edge.close())

/** What came of a handshake: the protocol and the cipher, or the fault. */
const shake = async (options: ConnectionOptions): Promise<string> => {
  const socket = connect({ host: edge.network.traefik, port: httpsPort, servername: domain, ca: edge.ca, ...options })
  try {
    await once(socket, 'secureConnect')
    return `${socket.getProtocol()} ${socket.getCipher().name}`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    socket.destroy()
  }
}
const only12 = (ciphers: string) => shake({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers })

test('TLS 1.3 and the good ciphers of 1.2 are spoken', async () => {
  expect(await shake({})).toMatch(/^TLSv1\.3 /)
  for (const cipher of ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'CHACHA20-POLY1305'])
    expect(await only12(`ECDHE-ECDSA-${cipher}`)).toBe(`TLSv1.2 ECDHE-ECDSA-${cipher}`)
})

test('older versions and other ciphers are refused', async () => {
  const refusal = /ALERT|ECONNRESET|HANDSHAKE/
  for (const version of ['TLSv1', 'TLSv1.1'] as const)
    expect(await shake({ minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' })).toMatch(refusal)
  for (const cipher of [
    'ECDHE-ECDSA-AES128-SHA',
    'ECDHE-ECDSA-AES256-SHA',
    'ECDHE-ECDSA-AES128-SHA256',
    'AES128-GCM-SHA256',
  ])
    expect(await only12(`${cipher}:@SECLEVEL=0`)).toMatch(refusal)
})

test('who asks for another name, or for none, gets no certificate', async () => {
  for (const servername of ['evil.example', `www.${domain}`, ''])
    expect(await shake({ servername, rejectUnauthorized: false })).toBe('ERR_SSL_TLSV1_UNRECOGNIZED_NAME')
})

test('the dashboard is for those who are named, on the internal entry point', async () => {
  const dashboard = `${edge.traefik.internal}/dashboard/`
  expect((await fetch(dashboard)).status).toBe(401)
  const authorization = `Basic ${Buffer.from('ops:secret').toString('base64')}`
  expect((await fetch(dashboard, { headers: { authorization } })).status).toBe(200)
})

test('a scanner finds nothing to complain of (needs sslscan)', (context) => {
  const program = findProgram('sslscan')
  if (program === undefined) return context.skip('there is no sslscan here')
  const address = `${edge.network.traefik}:${httpsPort}`
  const report = execFileSync(program, ['--no-colour', `--sni-name=${domain}`, address], { encoding: 'utf8' })
  for (const off of ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1']) expect(report).toMatch(new RegExp(`${off} +disabled`))
  for (const on of ['TLSv1.2', 'TLSv1.3']) expect(report).toMatch(new RegExp(`${on} +enabled`))
  expect(report).not.toMatch(/(?<!not )vulnerable to heartbleed/)
  const ciphers = [...report.matchAll(/^(?:Accepted|Preferred) +TLSv1\.[23] +\d+ bits +(\S+)/gm)].map(
    ([, name]) => name,
  )
  expect(ciphers.length).toBeGreaterThan(5)
  for (const cipher of ciphers) expect(cipher).toMatch(/^(TLS_|ECDHE-(ECDSA|RSA)-).*(GCM|POLY1305)/)
})
