import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ModelServer, said } from '../testing/model-server'
import { deliverAll } from './deliver'
import type { Entry, Journal } from './entry'
import { beginJournal, enterAct, forgetDelivered, journalOf, markSeen, settleDelivery } from './journal'
import { type Database, openStore } from './store'

const journal = (id: string, personId = 'pavel'): Journal => ({
  ...{ id, personId, person: personId, warehouseId: 'w', grant: `grant of ${id}` },
  ...{ grantExpiresAt: '2026-12-01T00:00:00Z', lastSeq: 0, expectedSeq: 1, openParked: 0, trouble: null },
})

let database: Database
let server: ModelServer

beforeEach(async () => {
  server = new ModelServer()
  database = await openStore(randomUUID(), () => undefined)
  await begin('j')
})
afterEach(() => database.close())

async function begin(id: string, personId?: string): Promise<void> {
  server.open(id)
  await beginJournal(database, journal(id, personId))
}

const enter = (journalId = 'j', commandId = randomUUID() as string): Promise<Entry> =>
  enterAct(database, journalId, {
    act: { kind: 'pick', orderId: commandId, barcode: '46' },
    commandId,
    clientTime: '2026-11-26T00:00:00.000Z',
  })
const waiting = async (): Promise<number> =>
  (await database.getAll('journals')).reduce((sum, { lastSeq, expectedSeq }) => sum + lastSeq - expectedSeq + 1, 0)

/** Delivers as the app does: again and again, whatever is lost. */
async function deliverThrough(): Promise<void> {
  for (let tries = 0; tries < 200 && (await waiting()) > 0; tries += 1)
    await deliverAll(database, server.submit).catch(() => undefined)
}

describe('a journal', () => {
  it('gives each act the next number, also when two tabs write at once', async () => {
    const entries = await Promise.all(Array.from({ length: 30 }, () => enter()))
    expect(entries.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  it('is delivered in order, each act once, whatever requests and answers are lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('enter', 'deliver'), { maxLength: 60 }),
        fc.infiniteStream(fc.constantFrom('ARRIVES', 'ARRIVES', 'REQUEST_LOST', 'ANSWER_LOST')),
        async (steps, fates) => {
          const id = randomUUID()
          await begin(id)
          const before = server.done.length
          server.fate = () => fates.next().value as ReturnType<ModelServer['fate']>
          const made: string[] = []
          for (const step of steps)
            if (step === 'enter') made.push((await enter(id)).commandId)
            else await deliverAll(database, server.submit).catch(() => undefined)
          await deliverThrough()
          expect(server.done.slice(before)).toEqual(made)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('goes on from the number that the server expects', async () => {
    const made = [await enter(), await enter(), await enter()]
    await settleDelivery(database, 'j', { answers: [], expectedSeq: 3, openParked: 0 })
    await deliverThrough()
    expect(server.done).toEqual(made.map(({ commandId }) => commandId))
  })

  it('loses no act when the phone has forgotten some that it had delivered', async () => {
    for (const id of ['a', 'b', 'c']) await enter('j', id)
    await deliverThrough()
    // What a phone finds whose last writes did not reach its memory.
    await database.clear('entries')
    await database.put('journals', { ...journal('j'), lastSeq: 1, expectedSeq: 2 })
    for (const id of ['d', 'e']) await enter('j', id)
    await deliverThrough()
    expect(server.done.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect((await enter()).seq).toBe(6)
  })

  it('closes a hole of its own: the acts after it are delivered', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await enter('j', id)
    await database.delete('entries', ['j', 2])
    await deliverThrough()
    expect(server.done).toEqual(['a', 'c', 'd'])
    expect((await enter()).seq).toBe(4)
  })

  it('gives no number to an act that cannot be kept', async () => {
    const broken = {
      act: { kind: 'unclaim', orderId: 'x', not: () => undefined },
      commandId: 'x',
      clientTime: '',
    } as const
    await expect(enterAct(database, 'j', broken)).rejects.toThrow('could not be cloned')
    await enter('j', 'a')
    await deliverThrough()
    expect(server.done).toEqual(['a'])
  })

  it('goes on in a new one when the server knows it no more, and in nobody else’s', async () => {
    await enter('j', 'a')
    server.forget('j')
    await deliverAll(database, server.submit)
    expect(await database.get('journals', 'j')).toMatchObject({ trouble: 'BAD_GRANT' })
    await begin('boris', 'boris')
    await deliverThrough()
    expect(server.done).toEqual([])
    await begin('j2')
    await deliverThrough()
    expect(server.done).toEqual(['a'])
    expect(await database.get('journals', 'j')).toBeUndefined()
  })

  it('waits for nobody else’s that cannot be delivered', async () => {
    await enter('j', 'a')
    await begin('k', 'boris')
    await enter('k', 'b')
    const submit: typeof server.submit = (one, entries) =>
      one.id === 'j' ? Promise.reject(new TypeError('network')) : server.submit(one, entries)
    await expect(deliverAll(database, submit)).rejects.toThrow('network')
    expect(server.done).toEqual(['b'])
  })

  it('ends a delivery in which the server never moves on', async () => {
    await enter()
    const stuck = async () => ({ answers: [], expectedSeq: 1, openParked: 0 })
    await expect(deliverAll(database, stuck)).rejects.toThrow('stays at 1')
  })

  it('keeps what the server said until a person has read it', async () => {
    const entry = await enter()
    const advice = { en: 'Put it back.', ru: 'Верните на полку.' }
    await settleDelivery(database, 'j', {
      answers: [{ seq: 1, ...said('REFUSED', 'CANCELLED'), advice }],
      expectedSeq: 2,
      openParked: 0,
    })
    expect(await database.get('entries', ['j', 1])).toMatchObject({ answer: { advice }, seen: false })
    await markSeen(database, entry)
    expect(await database.get('entries', ['j', 1])).toMatchObject({ seen: true })
  })

  it('is gone on with while its grant lasts for the shift, by its own person', async () => {
    const now = Date.parse('2026-11-26T00:00:00Z')
    expect((await journalOf(database, 'pavel', 'w', now))?.id).toBe('j')
    expect(await journalOf(database, 'boris', 'w', now)).toBeNull()
    expect(await journalOf(database, 'pavel', 'other', now)).toBeNull()
    expect(await journalOf(database, 'pavel', 'w', Date.parse('2026-11-30T12:00:00Z'))).toBeNull()
  })

  it('is forgotten when its time is over and all of it is delivered, and not before', async () => {
    await enter('j', 'a')
    const over = Date.parse('2026-12-02T00:00:00Z')
    await forgetDelivered(database, over)
    expect(await database.count('entries')).toBe(1)
    await deliverThrough()
    await forgetDelivered(database, Date.parse('2026-11-26T00:00:00Z'))
    expect(await database.count('entries')).toBe(1)
    await forgetDelivered(database, over)
    expect(await database.count('journals')).toBe(0)
    expect(await database.count('entries')).toBe(0)
  })
})
