import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { enter, giveOwn, type Kept } from '../door'
import { openDatabase } from '../identity'
import type { Product } from '../product'
import { askAs, openShift, type Shift } from '../shift'

export const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ru-RU' }

/** A size in a cell. */
export interface Goods {
  readonly article: string
  readonly barcode: string
  readonly cell: string
}

/** Somebody who picks, and what they sign in with. */
export interface Picker {
  readonly name: string
  readonly badge: string
  readonly pin: string
}

/** An order as the database has it. */
export interface Done {
  readonly id: string
  readonly state: string
  readonly pickedBy: string | null
  /** How often the log says that it was picked. */
  readonly picks: number
}

/** A warehouse with cells, goods, people and phones. */
export interface Floor {
  readonly shift: Shift
  readonly goods: readonly Goods[]
  /** Released orders: so many of each of the goods, the earliest deadline first. */
  readonly bring: (each: number, requiredMeta?: readonly string[]) => Promise<readonly string[]>
  readonly hire: (name: string) => Promise<Picker>
  /** A browser in which somebody with a role here is signed in, by the link that their manager gave them. */
  readonly desk: (name: string, role: 'SHIFT_LEAD' | 'ANALYST') => Promise<Kept>
  /** A browser that was let in as a phone. */
  readonly phone: (name: string) => Promise<Kept>
  readonly orders: () => Promise<readonly Done[]>
  /** Orders of an article that somebody has taken and not picked. */
  readonly heldOf: (article: string) => Promise<readonly string[]>
  readonly ask: (query: string, variables: object) => Promise<Record<string, unknown>>
}

/** EAN-13 whose check digits are right. */
const goods: readonly Goods[] = [
  { article: 'FUTB-BLK', barcode: '4600000000015', cell: 'A-01-1' },
  { article: 'NOSK-GRY', barcode: '4600000000022', cell: 'A-02-3' },
  { article: 'SHAPKA-RED', barcode: '4600000000039', cell: 'B-07-2' },
  { article: 'KURT-BLU', barcode: '4600000000046', cell: 'B-11-4' },
]

let lastOrder = 7_100_000_000

/** Opens such a warehouse at a product. */
export async function openFloor(product: Product): Promise<Floor> {
  const shift = await openShift(product)
  const { warehouseId } = shift
  const ask = (query: string, variables: object) => askAs({ url: product.url, token: shift.token }, query, variables)
  const { warehouses } = (await ask('{ warehouses { id wbWarehouseId sellerAccount { id } } }', {})) as {
    warehouses: readonly { id: string; wbWarehouseId: string; sellerAccount: { id: string } }[]
  }
  const own = warehouses.find(({ id }) => id === warehouseId)
  if (!own) throw new Error('the warehouse is not there')

  await ask(
    `mutation ($commandId: UUID!, $warehouseId: ID!, $cells: [StorageCellInput!]!) {
      done: saveCells(commandId: $commandId, warehouseId: $warehouseId, cells: $cells) { __typename ... on Refusal { code message } } }`,
    {
      commandId: randomUUID(),
      warehouseId,
      cells: goods.map(({ cell }, index) => ({
        zone: cell.slice(0, 1),
        code: cell,
        barcode: `CELL-${cell}`,
        walkOrder: index,
      })),
    },
  )

  async function bring(each: number, requiredMeta: readonly string[] = []): Promise<readonly string[]> {
    const orders = goods.flatMap(({ article, barcode }, index) =>
      Array.from({ length: each }, () => ({
        ...{
          id: ++lastOrder,
          rid: `rid-${lastOrder}`,
          orderUid: `basket-${lastOrder}`,
          warehouseId: Number(own?.wbWarehouseId),
        },
        ...{ nmId: 5_000 + index, chrtId: 6_000 + index, article, skus: [barcode], requiredMeta },
        createdAt: new Date(Date.now() - 3_600_000).toISOString(),
        ...{ price: 101_400, currencyCode: 643, cargoType: 1, crossBorderType: 0 },
      })),
    )
    const { done } = (await ask(
      `mutation ($commandId: UUID!, $account: ID!, $orders: [WbOrder!]!) {
        done: importOrders(commandId: $commandId, sellerAccountId: $account, orders: $orders)
        { __typename ... on Refusal { code message } ... on ImportOrdersSuccess { outcomes { order { id } } } } }`,
      { commandId: randomUUID(), account: own?.sellerAccount.id, orders },
    )) as { done: { outcomes: readonly { order: { id: string } }[] } }
    const ids = done.outcomes.map(({ order }) => order.id)
    await ask(
      `mutation ($commandId: UUID!, $warehouseId: ID!, $lines: [StockLineInput!]!) {
        done: receiveStock(commandId: $commandId, warehouseId: $warehouseId, lines: $lines) { __typename ... on Refusal { code message } } }`,
      {
        commandId: randomUUID(),
        warehouseId,
        lines: goods.map(({ cell, barcode }) => ({ cell, item: barcode, quantity: each })),
      },
    )
    await shift.give('release', ids)
    return ids
  }

  return {
    shift,
    goods,
    bring,
    ask,
    async hire(name) {
      const roles = ['PICKER', 'PACKER'].map((role) => ({ role, warehouseId }))
      await giveOwn(product.url, 'CreatePerson', { name, login: null, roles }, shift.desk)
      const pool = openDatabase(product)
      const { rows } = await pool.query<{ id: string }>('SELECT id FROM person WHERE name = $1', [name])
      await pool.end()
      const { badge = '', pin = '' } = await giveOwn(product.url, 'IssueBadge', { personId: rows[0]?.id }, shift.desk)
      return { name, badge, pin }
    },
    async desk(name, role) {
      const roles = [{ role, warehouseId }]
      const { linkSecret } = await giveOwn(product.url, 'CreatePerson', { name, login: null, roles }, shift.desk)
      return enter(product.url, 'SignInByLink', { secret: linkSecret })
    },
    async phone(name) {
      const { userCode, deviceCode } = await giveOwn(product.url, 'StartPairing', { kind: 'PHONE' })
      await giveOwn(product.url, 'ApprovePairing', { userCode, name, warehouseId }, shift.desk)
      return enter(product.url, 'FinishPairing', { deviceCode })
    },
    async heldOf(article) {
      const { board } = (await ask(
        'query ($id: ID!) { board: orderBoard(warehouseId: $id, filter: { states: [CLAIMED] }) { orders { id sku { article } } } }',
        { id: warehouseId },
      )) as { board: { orders: readonly { id: string; sku: { article: string } }[] } }
      return board.orders.filter(({ sku }) => sku.article === article).map(({ id }) => id)
    },
    async orders() {
      const pool = openDatabase(product)
      const { rows } = await pool.query<Done>(
        `SELECT o.id, o.state::text AS state, o.picked_by AS "pickedBy",
           (SELECT count(*)::int FROM order_event e WHERE e.order_id = o.id AND e.type = 'PICKED') AS picks
         FROM orders o WHERE o.warehouse_id = $1 ORDER BY o.id`,
        [warehouseId],
      )
      await pool.end()
      return rows
    },
  }
}

/** A browser of a phone, in a context of its own. */
export const phoneContext = (browser: Browser, kept: Kept, options: BrowserContextOptions = {}) =>
  browser.newContext({ ...phoneSize, ...kept, ...options })
