import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let north: SeededWarehouse
let south: SeededWarehouse
beforeAll(async () => {
  started = await startWithAdmin({ pinPepper: Buffer.from('pepper of this test') })
  url = started.gateway.url
  north = await seedWarehouse(started.client)
  south = await seedWarehouse(started.client)
})
afterAll(() => started.gateway.close())

interface Entry {
  readonly actor: string
  readonly action: string
  readonly device: string | null
  readonly subject: string
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
}
/** What somebody did in a place, the oldest first. */
const trail = async (warehouseId: string | null, filter: object): Promise<readonly Entry[]> => {
  const { data } = await started.admin.send<{ auditTrail: { edges: readonly { node: Entry }[] } }>(
    `query ($warehouseId: ID, $filter: AuditFilter) { auditTrail(warehouseId: $warehouseId, filter: $filter, first: 100) {
      edges { node { actor action device subject subjectId details } } } }`,
    { warehouseId, filter },
  )
  return data?.auditTrail.edges.map(({ node }) => node).toReversed() ?? []
}

test('tells of each sign-in, of what somebody changed about their own, and of how it ended; never a secret', async () => {
  const [name, login, password] = ['Кира', 'kira@example.com', 'вечером ели пирог']
  const roles = [{ role: 'PICKER', warehouseId: north.id }]
  const { browser, id } = await invite(url, started.admin, { name, roles })
  await browser.give(mutations.setPassword, { login, password })
  const other = createBrowser(url)
  await other.give(mutations.signIn, { login, password })
  const { me } = await other.give(mutations.confirmIdentity, { password })
  const token = await browser.give(mutations.createAccessToken, { name: 'Отчёт', scopes: ['READ'], days: 1 })
  await browser.give(mutations.revokeAccessToken, { id: token.accessToken?.id })
  await browser.give(mutations.revokeAccessToken, { id: token.accessToken?.id })
  expect(await browser.give(mutations.endSession, { id: me?.sessionId })).toEqual({ own: false })
  const { secret = '' } = await browser.give(mutations.offerAuthenticator)
  await browser.give(mutations.enableAuthenticator, { secret, code: await generate({ secret }) })
  await browser.give(mutations.endSession)

  const entries = await trail(north.id, { actor: name })
  const agent = 'node'
  expect(entries.map(({ action, details }) => [action, details])).toEqual([
    ['SIGNED_IN', { name, by: 'LINK', agent }],
    ['PASSWORD_SET', { name, login }],
    ['SIGNED_IN', { name, by: 'PASSWORD', agent }],
    ['ACCESS_TOKEN_CREATED', { name, token: 'Отчёт', ending: token.accessToken?.ending, scopes: ['READ'] }],
    ['ACCESS_TOKEN_REVOKED', { name, token: 'Отчёт', ending: token.accessToken?.ending, scopes: ['READ'] }],
    ['SESSION_ENDED', { name, agent }],
    ['AUTHENTICATOR_ENABLED', { name }],
    ['SIGNED_OUT', { name, agent }],
  ])
  expect(entries.every(({ subject, subjectId }) => subject === 'PERSON' && subjectId === id)).toBe(true)
  const { rows } = await started.gateway.database.owner.query('SELECT details FROM audit_entry')
  for (const hidden of [password, secret, token.secret ?? '']) expect(JSON.stringify(rows)).not.toContain(hidden)
  // Somebody of this warehouse alone is nobody’s business elsewhere.
  expect(await trail(south.id, { actor: name })).toEqual([])
})

test('tells of the first administrator', async () => {
  const entries = await trail(null, { actor: 'Анна Админ' })
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'PERSON_CREATED', details: { roles: ['ADMIN'] } },
    { action: 'SIGNED_IN', details: { by: 'LINK' } },
  ])
})

test('tells once of a login that is tried too often, whether or not it is anybody’s', async () => {
  for (const login of ['anna@example.com', 'nobody@example.com']) {
    for (let n = 0; n < 8; n += 1)
      await createBrowser(url).give(mutations.signIn, { login, password: `wrong password ${n}` })
    const entries = (await trail(null, { action: 'SIGN_IN_LOCKED' })).filter(({ subjectId }) => subjectId === login)
    expect(entries).toMatchObject([
      { actor: 'system', subject: 'LOGIN', details: { address: '127.0.0.1', until: expect.any(String) } },
    ])
  }
})

test('tells the address of the connection, whatever a request says of another', async () => {
  const login = 'elsewhere@example.com'
  for (let n = 0; n < 6; n += 1) {
    const claimed = `198.51.100.${n}`
    const elsewhere = { 'x-forwarded-for': claimed, 'x-real-ip': claimed, forwarded: `for=${claimed}` }
    await createBrowser(url, elsewhere).give(mutations.signIn, { login, password: 'wrong password' })
  }
  const entries = (await trail(null, { action: 'SIGN_IN_LOCKED' })).filter(({ subjectId }) => subjectId === login)
  expect(entries.map(({ details }) => details['address'])).toEqual(['127.0.0.1'])
})

test('tells of badges: on which phone, and that one was locked', async () => {
  const roles = [{ role: 'PACKER', warehouseId: north.id }]
  const { id } = await invite(url, started.admin, { name: 'Пётр', roles })
  const phone = createBrowser(url)
  const { deviceCode, userCode } = await phone.give(mutations.startPairing, { kind: 'PHONE' })
  const call = { userCode, name: 'Телефон 7', warehouseId: north.id }
  await started.admin.give(mutations.approvePairing, call)
  await phone.give(mutations.finishPairing, { deviceCode })
  const { badge, pin = '' } = await started.admin.give(mutations.issueBadge, { personId: id })
  await phone.give(mutations.signInWithBadge, { badge, pin })
  await phone.give(mutations.endSession)
  const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, '0')
  for (let n = 0; n < 6; n += 1) await phone.give(mutations.signInWithBadge, { badge, pin: wrong })

  const entries = (await trail(north.id, { actor: 'Пётр' })).slice(1)
  expect(entries.map(({ action, device }) => [action, device])).toEqual([
    ['SIGNED_IN', 'Телефон 7'],
    ['SIGNED_OUT', null],
    ['BADGE_LOCKED', 'Телефон 7'],
  ])
  expect(entries[0]?.details).toMatchObject({ by: 'BADGE' })
})
