import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORDER_STATES } from '../../domain/order-states.js'
import { judge, rulesOf } from '../../domain/replay/conflict-table.js'
import { JOURNAL_ACTS, type JournalAct } from '../../domain/replay/journal-act.js'
import type { Standing } from '../../domain/replay/standing.js'
import type { Browser } from '../identity/browser.js'
import { type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { conflictsDoc } from './conflicts-doc.js'
import {
  type ActSaid,
  type Answer,
  deliver,
  documents,
  keepJournal,
  pack,
  pick,
  putBack,
  shortage,
  stage,
  startFloor,
  unclaim,
} from './floor.js'
import { type Doer, importMatrix, leadOrders, type MatrixOrder, places, type Worker } from './matrix-orders.js'

const said: Readonly<Record<JournalAct, (order: MatrixOrder) => ActSaid>> = {
  PICK: pick,
  ATTACH_LABEL: ({ id }) => ({ attachMarkingCode: { orderId: id, key: 'gtin', raw: '04006381333931' } }),
  PACK: pack,
  PUT_INTO_BOX: ({ id }) => ({ putIntoBox: { orderId: id, box: 'К-1' } }),
  STAGE: stage,
  REPORT_SHORTAGE: shortage,
  UNCLAIM: unclaim,
  PUT_BACK: putBack,
}
const doers: readonly Doer[] = ['ANOTHER', 'ANOTHER_AFTER_ME', 'ME']

interface Cell {
  readonly title: string
  readonly place: (typeof places)[string]
  readonly doer: Doer
  readonly act: JournalAct
  readonly order: MatrixOrder
}
let floor: Awaited<ReturnType<typeof startFloor>>
let north: SeededWarehouse
let cells: readonly Cell[]
const answers = new Map<Cell, Answer>()

/** Somebody who may do everything on the floor, with a journal. */
const hire = async (
  name: string,
): Promise<Worker & { readonly bring: (acts: readonly ActSaid[]) => Promise<readonly Answer[]> }> => {
  const { browser } = await floor.welcome(name, north.id, ['PICKER', 'PACKER', 'SHIFT_LEAD'])
  const journal = await keepJournal(browser, north.id)
  const bring = async (acts: readonly ActSaid[]) => {
    const told: Answer[] = []
    for (let at = 0; at < acts.length; at += 100)
      told.push(...(await deliver(browser, journal.open, journal.write(...acts.slice(at, at + 100)))).answers)
    return told
  }
  return {
    claim: (orders) => claim(browser, orders),
    async act(acts) {
      for (const answer of await bring(acts)) expect(answer.status, JSON.stringify(answer)).toBe('DONE')
    },
    bring,
  }
}
const claim = async (browser: Browser, orders: readonly MatrixOrder[]) => {
  await browser.send(
    'mutation ($c: UUID!, $ids: [ID!]!) { claimOrders(commandId: $c, orderIds: $ids) { __typename } }',
    {
      c: randomUUID(),
      ids: orders.map(({ id }) => id),
    },
  )
}

beforeAll(async () => {
  floor = await startFloor()
  north = await seedWarehouse(floor.client)
  const [me, another] = [await hire('Я Сама'), await hire('Другой Сборщик')]
  const kinds = Object.entries(places).flatMap(([name, place]) =>
    doers.flatMap((doer) =>
      JOURNAL_ACTS.map((act) => ({ title: `${act} of an order ${name}, by ${doer}`, place, doer, act })),
    ),
  )
  const orders = await importMatrix(floor.client, north, kinds.length)
  cells = kinds.map((kind, index) => ({ ...kind, order: orders[index]! }))
  const { client, gateway } = floor
  const led = cells.map(({ order, doer, place }) => ({ order, doer, steps: place.steps }))
  await leadOrders({ client, owner: gateway.database.owner, warehouse: north }, { me, another }, led)
  const told = await me.bring(cells.map(({ act, order }) => said[act](order)))
  cells.forEach((cell, index) => answers.set(cell, told[index]!))
}, 120_000)
afterAll(() => floor.gateway.close())

/** How the actor stands to the order, by how it came to its place. */
const standingOf = ({ place, doer, act }: Cell): Standing => {
  const did = (step: string) => place.steps.includes(step as never)
  const mine = doer === 'ME'
  const doneByMe: readonly JournalAct[] = [
    ...(did('PICK') ? (['PICK'] as const) : []),
    ...(did('PACK') ? (['PACK'] as const) : []),
    ...(did('STAGE') ? (['STAGE'] as const) : []),
    ...(did('SHORT') ? (['REPORT_SHORTAGE'] as const) : []),
  ]
  return {
    claim: place.state === 'CLAIMED' ? (mine ? 'MINE' : 'ANOTHERS') : 'NONE',
    held: (doer === 'ANOTHER_AFTER_ME' && did('RELEASE')) || (mine && did('CLAIM')),
    unit: did('PICK') ? (mine ? 'MINE' : 'ANOTHER') : 'NONE',
    again: mine && doneByMe.includes(act),
    putBackRequired: place.state === 'CANCELLED' && did('PICK'),
    surplus: false,
  }
}

describe('every state at replay by every act that waited', () => {
  test('has an outcome, which docs/offline-conflicts.md tells', async () => {
    for (const state of ORDER_STATES)
      for (const act of JOURNAL_ACTS) expect(rulesOf(state, null, act).otherwise, `${state} ${act}`).toBeDefined()
    await expect(conflictsDoc()).toMatchFileSnapshot('../../../docs/offline-conflicts.md')
  })

  test('comes through the front door as the table says', () => {
    const word = ({ status, outcome, code }: Pick<Answer, 'status' | 'outcome' | 'code'>) =>
      `${status} ${outcome ?? code}`
    const expected = cells.map((cell) => {
      const { state, resumeState = null } = cell.place
      const verdict = judge({ state, resumeState }, cell.act, standingOf(cell))
      return `${cell.title}: ${verdict.is} ${verdict.is === 'DONE' ? verdict.outcome : verdict.code}`
    })
    expect(cells.map((cell) => `${cell.title}: ${word(answers.get(cell)!)}`)).toEqual(expected)
  })

  test('says what to do in both languages, unless it was done just as said', () => {
    for (const [{ title }, { outcome, advice }] of answers) {
      if (outcome === 'AS_SAID') expect(advice, title).toBeNull()
      else expect(advice?.en !== advice?.ru && /[а-яё]/i.test(advice?.ru ?? ''), title).toBe(true)
    }
  })

  test('never refuses that a unit was picked: it is the order’s, or to be put back, or a shift lead looks at it', async () => {
    const picks = [...answers].filter(([{ act }]) => act === 'PICK')
    expect(picks.filter(([, { status }]) => status === 'REFUSED')).toEqual([])
    const { data } = await floor.admin.send<{
      putBacks: { total: number; putBacks: { order: { id: string }; surplus: boolean }[] }
    }>(documents.putBacks, { warehouseId: north.id })
    const toPutBack = data?.putBacks.putBacks ?? []
    for (const [{ title, order }, { outcome, putBack: must }] of picks) {
      const found = toPutBack.find((one) => one.order.id === order.id && one.surplus === (outcome === 'SURPLUS'))
      if (must) expect(found, title).toBeDefined()
    }
    expect(picks.filter(([, { outcome }]) => outcome === 'SURPLUS').length).toBeGreaterThan(5)
  })
})
