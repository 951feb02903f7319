import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { startGatewayOn } from '../support/server.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let admin: Browser
let north: SeededWarehouse
let south: SeededWarehouse
beforeAll(async () => {
  started = await startWithAdmin({ pinPepper: randomBytes(32) })
  admin = started.admin
  url = started.gateway.url
  const client = started.client
  north = await seedWarehouse(client)
  south = await seedWarehouse(client)
})
afterAll(() => started.gateway.close())

/** A phone that was let in, with nobody signed in. */
const enrol = async (kind = 'PHONE') => {
  const phone = createBrowser(url)
  const { deviceCode, userCode } = await phone.give(mutations.startPairing, { kind })
  await admin.give(mutations.approvePairing, { userCode, name: 'Телефон 3', warehouseId: north.id })
  const done = await phone.give(mutations.finishPairing, { deviceCode })
  await started.gateway.database.owner.query('DELETE FROM throttle')
  return { phone, id: done.device?.id }
}

const withBadge = async (name: string, warehouseId = north.id) => {
  const made = await admin.give(mutations.createPerson, { name, roles: [{ role: 'PICKER', warehouseId }] })
  const issued = await admin.give(mutations.issueBadge, { personId: made.person?.id })
  if (issued.badge === undefined || issued.pin === undefined) throw new Error(JSON.stringify(issued))
  return { personId: made.person?.id, badge: issued.badge, pin: issued.pin }
}
const other = (pin: string) => (pin === '000000' ? '000001' : '000000')

describe('a badge with its PIN', () => {
  test('signs in on a phone that was let in, and the log names person and phone', async () => {
    const { badge, pin } = await withBadge('Гусев П.')
    expect(badge).toMatch(/^wbab_[\w-]{22}$/)
    const { phone } = await enrol()
    expect(await phone.give(mutations.signInWithBadge, { badge, pin })).toMatchObject({
      me: { person: { name: 'Гусев П.' } },
    })
    const order = await seedOrder(started.client, north, { state: 'RELEASED' })
    await phone.send(
      'mutation ($id: ID!) { claimOrders(commandId: "1b4e28ba-2fa1-4d2b-883f-0016d3cca427", orderIds: [$id]) { __typename } }',
      { id: order.id },
    )
    const { data } = await phone.send('query ($id: ID!) { order(id: $id) { timeline { type actor device } } }', {
      id: order.id,
    })
    expect(JSON.stringify(data)).toContain('"type":"CLAIMED","actor":"Гусев П.","device":"Телефон 3"')
    const stored = JSON.stringify((await started.gateway.database.owner.query('SELECT * FROM badge')).rows)
    expect(stored).not.toContain(badge)
  })

  test('opens nothing without a phone, on a board, in another warehouse, or from another program', async () => {
    const { badge, pin } = await withBadge('Юсупов Р.')
    const far = await withBadge('Дальний Д.', south.id)
    const { phone } = await enrol()
    const { phone: board } = await enrol('BOARD')
    const nowhere = createBrowser(url)
    expect(await nowhere.give(mutations.signInWithBadge, { badge, pin })).toMatchObject({ code: 'DEVICE_REQUIRED' })
    for (const [browser, call] of [
      [board, { badge, pin }],
      [phone, { badge: far.badge, pin: far.pin }],
      [phone, { badge: 'wbab_xxxxxxxxxxxxxxxxxxxxxx', pin }],
      [phone, { badge, pin: '' }],
      [phone, { badge: '', pin }],
    ] as const)
      expect(await browser.give(mutations.signInWithBadge, call), JSON.stringify(call)).toMatchObject({
        code: 'BAD_CREDENTIALS',
      })
  })

  test('is locked by five wrong PINs, side by side too, until a manager issues a new one', async () => {
    const { badge, pin, personId } = await withBadge('Белов А.')
    const { phone } = await enrol()
    const tries = Array.from({ length: 12 }, () => phone.give(mutations.signInWithBadge, { badge, pin: other(pin) }))
    for (const { code } of await Promise.all(tries)) expect(['BAD_CREDENTIALS', 'BADGE_LOCKED']).toContain(code)
    expect(await phone.give(mutations.signInWithBadge, { badge, pin })).toMatchObject({ code: 'BADGE_LOCKED' })
    const fresh = await admin.give(mutations.issueBadge, { personId })
    expect(await phone.give(mutations.signInWithBadge, { badge, pin })).toMatchObject({ code: 'BAD_CREDENTIALS' })
    const now = { badge: fresh.badge, pin: fresh.pin }
    expect(await phone.give(mutations.signInWithBadge, now)).toHaveProperty('me')
  })

  test('forgets wrong PINs with the right one', async () => {
    const { badge, pin } = await withBadge('Ким В.')
    const { phone } = await enrol()
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await phone.give(mutations.signInWithBadge, { badge, pin: other(pin) })
      expect(await phone.give(mutations.signInWithBadge, { badge, pin })).toHaveProperty('me')
    }
  })

  test('begins sessions that end with the phone, and may do nothing that matters', async () => {
    const { badge, pin } = await withBadge('Ершов И.')
    const { phone, id } = await enrol()
    await phone.give(mutations.signInWithBadge, { badge, pin })
    const token = { name: 'x', scopes: ['FLOOR'], days: 1 }
    expect(await phone.give(mutations.createAccessToken, token)).toMatchObject({ code: 'NOT_ALLOWED' })
    const password = { login: 'ershov', password: 'вечером ели пирог' }
    expect(await phone.give(mutations.setPassword, password)).toMatchObject({ code: 'NOT_ALLOWED' })
    await admin.give(mutations.removeDevice, { id })
    expect((await phone.send('{ me { sessionId } }')).data).toEqual({ me: null })
  })

  test('is issued by managers, and not where the server has no pepper', async () => {
    const { personId } = await withBadge('Зайцев З.')
    const { browser: picker } = await invite(url, admin, {
      name: 'Не менеджер',
      roles: [{ role: 'PICKER', warehouseId: north.id }],
    })
    expect(await picker.give(mutations.issueBadge, { personId })).toMatchObject({ code: 'NOT_ALLOWED' })
    const plain = await startGatewayOn(started.gateway.database.url)
    const elsewhere = createBrowser(plain.url)
    await elsewhere.give(mutations.signIn, { login: 'anna@example.com', password: 'Корабли-в-бутылке-7' })
    expect(await elsewhere.give(mutations.issueBadge, { personId })).toMatchObject({ code: 'NOT_SET_UP' })
    await plain.close()
  })
})
