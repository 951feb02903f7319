import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowser, mutations } from '../identity/browser.js'
import { seedOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import {
  atGateway,
  deliver,
  documents,
  entry,
  keepJournal,
  type OpenJournal,
  pack,
  pick,
  startFloor,
  unclaim,
} from './floor.js'

let floor: Awaited<ReturnType<typeof startFloor>>
let second: TestGateway
let north: SeededWarehouse
beforeAll(async () => {
  floor = await startFloor()
  second = await startGatewayOn(floor.gateway.database.url, { pinPepper: Buffer.alloc(32, 'pepper') })
  north = await seedWarehouse(floor.client)
})
afterAll(async () => {
  await second.close()
  await floor.gateway.close()
})

const work = () => floor.employ(north)
const timeline = async (id: string) => {
  const { order } = await floor.client.data<{
    order: {
      state: string
      timeline: { type: string; actor: string; device: string | null; clientTime: string | null }[]
    }
  }>('query ($id: ID!) { order(id: $id) { state timeline { type actor device clientTime } } }', { id })
  return order
}

describe('a journal', () => {
  test('is opened by whoever is signed in, on the device of their session, and its grant is kept as a hash', async () => {
    const { open, person, phone } = await work()
    expect(open.journal).toMatchObject({ epoch: 1, person: person.name, device: expect.stringContaining('Телефон') })
    const days = (Date.parse(open.journal.grantExpiresAt) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(7)
    const again = await phone.give<OpenJournal>(documents.open, { warehouseId: north.id })
    expect([again.journal.epoch, again.grant === open.grant]).toEqual([2, false])
    const stored = JSON.stringify((await floor.gateway.database.owner.query('SELECT * FROM journal')).rows)
    expect(stored).not.toContain(open.grant)
  })

  test('is not for tokens, nobody, or a warehouse that one has nothing to do with', async () => {
    const { phone } = await work()
    const south = await seedWarehouse(floor.client)
    expect(await phone.give(documents.open, { warehouseId: south.id })).toMatchObject({ code: 'UNKNOWN_WAREHOUSE' })
    const said = await createBrowser(floor.gateway.url).send(documents.open, { warehouseId: north.id })
    expect(said.errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED')
    const byToken = await floor.client.data(documents.open, { warehouseId: north.id })
    expect(byToken).toMatchObject({ r: { code: 'NOT_ALLOWED' } })
  })

  test('is brought by its device or its person, with its grant, and by nobody else', async () => {
    const { open, phone, write, take } = await work()
    const commands = write(pick(await take()))
    const nobody = createBrowser(floor.gateway.url)
    expect(await deliver(nobody, open, commands)).toMatchObject({ code: 'DEVICE_REQUIRED' })
    const other = await work()
    expect(await deliver(other.phone, open, commands)).toMatchObject({ code: 'DEVICE_REQUIRED' })
    const stolen = { ...open, grant: other.open.grant }
    expect(await deliver(phone, stolen, commands)).toMatchObject({ code: 'BAD_GRANT' })
    expect(await deliver(phone, open, commands)).toMatchObject({ expectedSeq: 2, answers: [{ outcome: 'AS_SAID' }] })
  })
})

describe('a delivery', () => {
  test('does what was done, in order, in the name of its person, on their device, at their time', async () => {
    const { open, phone, person, write, take } = await work()
    const order = await take()
    const clientTime = '2026-11-20T10:00:00.000Z'
    const commands = write(pick(order), pack(order)).map((command) => ({ ...command, clientTime }))
    // In whatever order they come.
    const told = await deliver(phone, open, commands.toReversed())
    expect(told).toMatchObject({ expectedSeq: 3, gap: false, openParked: 0 })
    expect(told.answers.map(({ seq, status, orderState }) => [seq, status, orderState])).toEqual([
      [1, 'DONE', 'PICKED'],
      [2, 'DONE', 'PACKED'],
    ])
    const device = open.journal.device
    expect((await timeline(order.id)).timeline.slice(-2)).toEqual([
      { type: 'PICKED', actor: person.name, device, clientTime },
      { type: 'PACKED', actor: person.name, device, clientTime },
    ])
  })

  test('again, or to another gateway, or both at once, gets the first answers again', async () => {
    const { open, phone, write, take } = await work()
    const [one, two] = [await take(), await take()]
    const commands = write(pick(one), pick(two), pack(one))
    const elsewhere = atGateway(phone, floor.gateway.url, second.url)
    const all = await Promise.all(
      [phone, elsewhere, phone, elsewhere, phone].map((browser) => deliver(browser, open, commands)),
    )
    const plain = all.map(({ answers }) => answers.map(({ repeated: _repeated, ...answer }) => answer))
    for (const answers of plain) expect(answers).toEqual(plain[0])
    expect(all.flatMap(({ answers }) => answers.filter(({ repeated }) => !repeated))).toHaveLength(3)
    const types = (await timeline(one.id)).timeline.map(({ type }) => type)
    expect(types.filter((type) => type === 'PICKED')).toHaveLength(1)
  })

  test('stops at a number that is missing, and says which one', async () => {
    const { open, phone, write, take } = await work()
    const [first, missing, third] = write(pick(await take()), pick(await take()), pick(await take()))
    const told = await deliver(phone, open, [first!, third!])
    expect(told).toMatchObject({ gap: true, expectedSeq: 2, answers: [{ seq: 1 }] })
    expect(await deliver(phone, open, [])).toMatchObject({ gap: false, expectedSeq: 2, answers: [] })
    const rest = await deliver(phone, open, [first!, missing!, third!])
    expect(rest.answers.map(({ repeated }) => repeated)).toEqual([true, false, false])
  })

  test('refuses a number that says something else now, and parks an id that did', async () => {
    const { open, phone, take } = await work()
    const [one, two] = [await take(), await take()]
    const commandId = randomUUID()
    await deliver(phone, open, [entry(1, pick(one), commandId)])
    for (const other of [entry(1, pick(two), commandId), entry(1, pick(one))])
      expect((await deliver(phone, open, [other])).answers).toMatchObject([
        { status: 'REFUSED', code: 'IDEMPOTENCY_KEY_REUSED', repeated: false },
      ])
    const told = await deliver(phone, open, [entry(2, pick(two), commandId), entry(3, pick(two))])
    expect(told.answers.map(({ status, code }) => [status, code])).toEqual([
      ['PARKED', 'COMMAND_ID_REUSED'],
      ['PARKED', 'DEPENDS_ON_PARKED'],
    ])
  })

  test('of the same command in a later journal, of a reinstalled app, does nothing twice', async () => {
    const { open, phone, take } = await work()
    const order = await take()
    const commandId = randomUUID()
    await deliver(phone, open, [entry(1, pick(order), commandId)])
    const later = await phone.give<OpenJournal>(documents.open, { warehouseId: north.id })
    const told = await deliver(phone, later, [entry(1, pick(order), commandId)])
    expect(told).toMatchObject({ expectedSeq: 2, answers: [{ status: 'DONE', outcome: 'AS_SAID', repeated: true }] })
  })

  test('of what was taken longer ago than answers are kept does nothing', async () => {
    const { open, phone, write, take } = await work()
    const order = await take()
    const commands = write(pick(order))
    await deliver(phone, open, commands)
    await floor.gateway.database.owner.query('DELETE FROM journal_command; DELETE FROM command_result')
    const told = await deliver(phone, open, commands)
    expect(told.answers).toMatchObject([{ status: 'DONE', outcome: 'ALREADY', repeated: true }])
    expect((await timeline(order.id)).timeline.filter(({ type }) => type === 'PICKED')).toHaveLength(1)
  })

  test('parks what it cannot read, and goes on with what does not depend on it', async () => {
    const { open, phone, take } = await work()
    const [one, two] = [await take(), await take()]
    const told = await deliver(phone, open, [
      entry(1, { ...pick(one), ...unclaim(one) }),
      entry(2, {}),
      entry(3, { pick: { orderId: one.id, barcode: 'x\0' } }),
      entry(4, { pick: { orderId: one.id, barcode: '4600000000000' } }),
      entry(5, pack(one)),
      entry(6, pick(two)),
    ])
    expect(told.answers.map(({ code, outcome }) => code ?? outcome)).toEqual([
      'UNREADABLE_COMMAND',
      'UNREADABLE_COMMAND',
      'UNREADABLE_COMMAND',
      'WRONG_ITEM',
      'DEPENDS_ON_PARKED',
      'AS_SAID',
    ])
    expect(told.openParked).toBe(5)
    for (const { advice } of told.answers.slice(0, 5)) expect(advice?.ru).toMatch(/[а-яё]/i)
  })

  test('takes 100 commands a call, and not one more', async () => {
    const { open, phone, take } = await work()
    const order = await take()
    const many = Array.from({ length: 101 }, (_, index) => entry(index + 1, unclaim(order)))
    expect(await deliver(phone, open, many)).toMatchObject({ code: 'TOO_MANY' })
    expect((await deliver(phone, open, many.slice(0, 100))).expectedSeq).toBe(101)
  })

  test('is ordered by the server, whatever the clock of the phone says, and keeps how far it was off', async () => {
    const { open, phone, write, take, person } = await work()
    const order = await take()
    const [late, early] = write(pick(order), pack(order))
    const dayAhead = new Date(Date.now() + 86_400_000)
    const commands = [
      { ...late, clientTime: dayAhead.toISOString() },
      { ...early, clientTime: '0000-01-01T00:00:00.000Z' },
    ]
    const told = await deliver(phone, open, commands, dayAhead)
    expect(told.answers.map(({ orderState }) => orderState)).toEqual(['PICKED', 'PACKED'])
    const { rows } = await floor.gateway.database.owner.query<{ skew: number; unknown: boolean }>(
      `SELECT round(c.skew_ms / 3600000.0)::int AS skew, c.client_time IS NULL AS unknown
       FROM journal_command c JOIN journal j ON j.id = c.journal_id JOIN person p ON p.id = j.person_id WHERE p.name = $1 ORDER BY c.seq`,
      [person.name],
    )
    expect(rows).toEqual([
      { skew: -24, unknown: false },
      { skew: -24, unknown: true },
    ])
  })
})

describe('acts are their person’s', () => {
  test('when the next picker’s session brings them: the log names who did it, the trail who brought it', async () => {
    const a = await work()
    const order = await a.take()
    const commands = a.write(pick(order))
    const b = await floor.hire('Бережной Б.', north.id, ['PICKER'])
    await b.enter(a.phone)
    const told = await deliver(a.phone, a.open, commands)
    expect(told.answers).toMatchObject([{ status: 'DONE', outcome: 'AS_SAID' }])
    expect((await timeline(order.id)).timeline.at(-1)).toMatchObject({ type: 'PICKED', actor: a.person.name })
    const { data } = await floor.admin.send(
      `query ($id: ID!) { auditTrail(warehouseId: $id, filter: { action: COMMAND_DELIVERED }) { edges { node { actor device details subject subjectId } } } }`,
      { id: north.id },
    )
    expect(JSON.stringify(data)).toContain(`"actor":"Бережной Б.","device":"${a.open.journal.device}"`)
    expect(JSON.stringify(data)).toContain(a.person.name)
  })

  test('when the phone brings them with nobody signed in', async () => {
    const a = await work()
    const order = await a.take()
    const commands = a.write(pick(order))
    await a.phone.give(mutations.endSession)
    const told = await deliver(a.phone, a.open, commands)
    expect(told.answers).toMatchObject([{ status: 'DONE', outcome: 'AS_SAID' }])
    expect((await timeline(order.id)).timeline.at(-1)).toMatchObject({ actor: a.person.name })
  })

  test('and need that person’s rights, not those of who brings them', async () => {
    const picker = await floor.hire('Только Сборщик', north.id, ['PICKER'])
    const { phone } = await floor.enrol(north.id, 'Телефон без упаковки')
    await picker.enter(phone)
    const journal = await keepJournal(phone, north.id)
    const order = await seedOrder(floor.client, north, { state: 'PICKED' })
    const lead = await floor.hire('Старший Смены Ш.', north.id, ['SHIFT_LEAD'])
    await lead.enter(phone)
    expect(await journal.bring(pack(order))).toMatchObject({ status: 'PARKED', code: 'NOT_ALLOWED' })
  })
})

describe('acts go to the shift lead’s list, not lost and not done', () => {
  const parkedFor = async (code: string, change: (a: Awaited<ReturnType<typeof work>>) => Promise<unknown>) => {
    const a = await work()
    const order = await a.take()
    const commands = a.write(pick(order))
    await change(a)
    const told = await deliver(a.phone, a.open, commands)
    expect(told.answers).toMatchObject([{ status: 'PARKED', code }])
    expect((await timeline(order.id)).state).toBe('CLAIMED')
    const { data } = await floor.admin.send(documents.parked, { warehouseId: north.id })
    expect(JSON.stringify(data)).toContain(`"person":"${a.person.name}"`)
  }
  test('when their person is disabled', () =>
    parkedFor('PERSON_DISABLED', ({ person }) =>
      floor.admin.give(mutations.setPersonDisabled, { personId: person.id, disabled: true }),
    ))
  test('when the device was taken out', () =>
    parkedFor('DEVICE_REMOVED', ({ id }) => floor.admin.give(mutations.removeDevice, { id })))
  test('when the grant is over', () =>
    parkedFor('GRANT_OVER', ({ open }) =>
      floor.gateway.database.owner.query('UPDATE journal SET grant_expires_at = now() WHERE id = $1', [
        open.journal.id,
      ]),
    ))
})
