import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { OrderState } from '../../domain/order-states.js'
import type { TestClient } from '../support/client.js'
import type { SeededWarehouse } from '../support/seed.js'
import { wbOrder } from '../support/warehouse.js'
import { type ActSaid, pack, pick, shortage, stage, unclaim } from './floor.js'

/** A barcode of every order here. */
export const barcode = '6665956397512'

export interface MatrixOrder {
  readonly id: string
  readonly wbOrderId: string
  readonly barcode: string
}

/** Who claimed and picked before: somebody else; somebody else after the actor had held it; the actor, in the same journal. */
export type Doer = 'ANOTHER' | 'ANOTHER_AFTER_ME' | 'ME'

/** How an order comes to a place, step by step. */
type Step =
  | 'RELEASE'
  | 'CLAIM'
  | 'PICK'
  | 'PACK'
  | 'STAGE'
  | 'HAND_OVER'
  | 'ACCEPT'
  | 'COMPLETE'
  | 'SHORT'
  | 'HOLD'
  | 'CANCEL'
  | 'ASK_CANCEL'
  | 'RESHIP'

const picked = ['RELEASE', 'CLAIM', 'PICK'] as const
const handedOver = [...picked, 'PACK', 'STAGE', 'HAND_OVER'] as const

/** Every place in which an act can find an order. */
export const places: Readonly<
  Record<string, { readonly state: OrderState; readonly resumeState?: OrderState; readonly steps: readonly Step[] }>
> = {
  new: { state: 'NEW', steps: [] },
  released: { state: 'RELEASED', steps: ['RELEASE'] },
  claimed: { state: 'CLAIMED', steps: ['RELEASE', 'CLAIM'] },
  picked: { state: 'PICKED', steps: picked },
  packed: { state: 'PACKED', steps: [...picked, 'PACK'] },
  staged: { state: 'STAGED', steps: [...picked, 'PACK', 'STAGE'] },
  'handed over': { state: 'HANDED_OVER', steps: handedOver },
  accepted: { state: 'ACCEPTED', steps: [...handedOver, 'ACCEPT'] },
  done: { state: 'DONE', steps: [...handedOver, 'COMPLETE'] },
  short: { state: 'SHORT', steps: ['RELEASE', 'CLAIM', 'SHORT'] },
  'held when claimed': { state: 'ON_HOLD', resumeState: 'RELEASED', steps: ['RELEASE', 'CLAIM', 'HOLD'] },
  'held when packed': { state: 'ON_HOLD', resumeState: 'PACKED', steps: [...picked, 'PACK', 'HOLD'] },
  'cancel asked for': { state: 'CANCEL_REQUESTED', steps: ['RELEASE', 'CLAIM', 'ASK_CANCEL'] },
  'cancelled when claimed': { state: 'CANCELLED', steps: ['RELEASE', 'CLAIM', 'CANCEL'] },
  'cancelled when picked': { state: 'CANCELLED', steps: [...picked, 'CANCEL'] },
  'to be shipped again': { state: 'RESHIP', steps: [...handedOver, 'RESHIP'] },
}

/** Somebody who can do things on the floor. */
export interface Worker {
  claim(orders: readonly MatrixOrder[]): Promise<void>
  /** Brings acts in their journal; all must be done. */
  act(acts: readonly ActSaid[]): Promise<void>
}

const give = async (client: TestClient, name: string, ids: readonly string[], more = '') => {
  const mutation = `mutation ($c: UUID!, $ids: [ID!]!) { r: ${name}(commandId: $c, orderIds: $ids${more}) { __typename } }`
  await client.data(mutation, { c: randomUUID(), ids })
}

/** Brings orders in, all of one size. */
export const importMatrix = async (
  client: TestClient,
  warehouse: SeededWarehouse,
  count: number,
): Promise<readonly MatrixOrder[]> => {
  const orders = Array.from({ length: count }, () =>
    wbOrder({ warehouseId: warehouse.seed.wbWarehouseId, requiredMeta: [], optionalMeta: ['gtin'] }),
  )
  const { r } = await client.data<{ r: { outcomes: { order: { id: string; wbOrderId: string } }[] } }>(
    `mutation ($c: UUID!, $account: ID!, $orders: [WbOrder!]!) { r: importOrders(commandId: $c, sellerAccountId: $account, orders: $orders) {
      ... on ImportOrdersSuccess { outcomes { order { id wbOrderId } } } } }`,
    { c: randomUUID(), account: warehouse.sellerAccountId, orders },
  )
  return r.outcomes.map(({ order }) => ({ ...order, barcode }))
}

/** Leads orders to their places: the steps of the floor by their doers, the others by an administrator. */
export const leadOrders = async (
  {
    client,
    owner,
    warehouse,
  }: { readonly client: TestClient; readonly owner: pg.Pool; readonly warehouse: SeededWarehouse },
  workers: Readonly<Record<'me' | 'another', Worker>>,
  led: readonly { readonly order: MatrixOrder; readonly doer: Doer; readonly steps: readonly Step[] }[],
): Promise<void> => {
  const after = (step: Step) => led.filter(({ steps }) => steps.includes(step))
  const ids = (some: typeof led) => some.map(({ order }) => order.id)
  const by = async (some: typeof led, act: (order: MatrixOrder) => ActSaid) => {
    const mine = some.filter(({ doer }) => doer === 'ME')
    await workers.me.act(mine.map(({ order }) => act(order)))
    await workers.another.act(some.filter((one) => !mine.includes(one)).map(({ order }) => act(order)))
  }
  const tell = (some: typeof led, wbStatus: string) =>
    client.data(
      `mutation ($c: UUID!, $account: ID!, $statuses: [WbOrderStatus!]!) { r: importOrderStatuses(commandId: $c, sellerAccountId: $account, statuses: $statuses) { __typename } }`,
      {
        c: randomUUID(),
        account: warehouse.sellerAccountId,
        statuses: some.map(({ order }) => ({ id: order.wbOrderId, supplierStatus: 'complete', wbStatus })),
      },
    )

  await give(client, 'releaseOrders', ids(after('RELEASE')))
  const held = after('RELEASE').filter(({ doer }) => doer === 'ANOTHER_AFTER_ME')
  await workers.me.claim(held.map(({ order }) => order))
  await workers.me.act(held.map(({ order }) => unclaim(order)))
  const claimed = after('CLAIM')
  await workers.me.claim(claimed.filter(({ doer }) => doer === 'ME').map(({ order }) => order))
  await workers.another.claim(claimed.filter(({ doer }) => doer !== 'ME').map(({ order }) => order))
  await by(after('PICK'), pick)
  await by(after('PACK'), pack)
  await by(after('STAGE'), stage)
  await by(after('SHORT'), shortage)
  await give(client, 'handOverOrders', ids(after('HAND_OVER')))
  await give(client, 'holdOrders', ids(after('HOLD')), ', reason: "Проверка"')
  await give(client, 'cancelOrders', ids(after('CANCEL')), ', reason: "Брак"')
  await tell(after('ACCEPT'), 'sorted')
  await tell(after('COMPLETE'), 'sold')
  // No command leads here yet.
  await owner.query(`UPDATE claim SET released_at = now() WHERE order_id = ANY($1) AND released_at IS NULL`, [
    ids(after('ASK_CANCEL')),
  ])
  await owner.query(`UPDATE orders SET state = 'CANCEL_REQUESTED' WHERE id = ANY($1)`, [ids(after('ASK_CANCEL'))])
  await owner.query(`UPDATE orders SET state = 'RESHIP' WHERE id = ANY($1)`, [ids(after('RESHIP'))])
}
