import { randomUUID } from 'node:crypto'
import type { PublicOrder } from '../../domain/public-order.js'
import type { OrderCommand } from '../../domain/order-states.js'
import { allRights } from '../../domain/person/rights.js'
import type { StorageDeps } from '../../storage/deps.js'
import { commandOrder, commandOrders } from '../../storage/order/command-orders.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { createSellerAccount } from '../../storage/warehouse/create-seller-account.js'
import { createWarehouse } from '../../storage/warehouse/create-warehouse.js'

let lastNumber = 5_000_000_000

/** A number that no other order, warehouse or card of this process has. */
export const nextNumber = (): number => ++lastNumber

/** Who gives a command, with a fresh id. */
export const by = (actor: string) => ({ actor, rights: allRights, device: 'test', commandId: randomUUID() })

/** An order object as the marketplace sends it. */
export const wbOrder = (overrides: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => {
  const id = nextNumber()
  return {
    id,
    rid: `rid-${id}`,
    orderUid: `basket-${id}`,
    warehouseId: 658434,
    nmId: 123456789,
    chrtId: 987654321,
    article: 'one-ring-7548',
    skus: ['6665956397512'],
    createdAt: new Date(Date.now() - 60_000).toISOString(),
    price: 101400,
    currencyCode: 643,
    cargoType: 1,
    crossBorderType: 0,
    ...overrides,
  }
}

/** An answer that must be a success. */
export const succeed = <T extends object>(answer: T): Exclude<T, { readonly refusal: object }> => {
  if ('refusal' in answer && answer.refusal) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
  return answer as Exclude<T, { readonly refusal: object }>
}

/** A warehouse of a fresh account. */
export const makeWarehouse = async (
  deps: StorageDeps,
  overrides: Partial<Parameters<typeof createWarehouse>[1]> = {},
) => {
  const { sellerAccount } = succeed(await createSellerAccount(deps, { ...by('anna'), name: `account ${nextNumber()}` }))
  const { warehouse } = succeed(
    await createWarehouse(deps, {
      ...by('anna'),
      sellerAccountId: sellerAccount.id,
      wbWarehouseId: '658434',
      name: 'North',
      timeZone: 'Europe/Moscow',
      slaPolicy: { assemblyMinutes: 240, cutOffs: [], amberMinutes: 120, redMinutes: 30 },
      ...overrides,
    }),
  )
  return { account: sellerAccount, warehouse }
}

/** Orders in their first state, in the order of `objects`. */
export const bringOrders = async (
  deps: StorageDeps,
  sellerAccountId: string,
  objects: readonly object[],
): Promise<readonly PublicOrder[]> => {
  const { outcomes } = succeed(await importOrders(deps, { ...by('anna'), sellerAccountId, orders: objects }))
  return outcomes.map(({ order, refusal }) => {
    if (!order) throw new Error(JSON.stringify(refusal))
    return order
  })
}

/** One command that must be done; returns the order after it. */
export const give = async (
  deps: StorageDeps,
  command: OrderCommand,
  orderId: string,
  actor = 'anna',
  barcode = '6665956397512',
): Promise<PublicOrder> => succeed(await commandOrder(deps, { ...by(actor), command, orderId, barcode })).order

/** The refusal of one order's command, which must be refused. */
export const refusedBy = async (
  deps: StorageDeps,
  command: OrderCommand,
  orderId: string,
  actor = 'anna',
  barcode = '6665956397512',
) => {
  const answer = await commandOrders(deps, { ...by(actor), command, orderIds: [orderId], barcode })
  const refusal = answer.refusal ?? answer.outcomes[0]?.refusal
  if (!refusal) throw new Error(`${command} was done`)
  return refusal
}
