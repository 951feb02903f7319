import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandMany } from '../cost.js'
import { member } from '../result.js'
import { UUID, WbOrder, WbOrderStatus } from '../scalars.js'
import { ImportOrdersResult, ImportOrderStatusesResult } from './order-import.type.js'

const commandId = {
  description: 'Made by the client once per intent: a repeat gets the first result again. / ID команды.',
}
const account = { description: 'Whose orders these are. / Кабинет.' }

@Resolver()
export class OrderImportResolver {
  @Mutation(() => ImportOrdersResult, {
    complexity: commandMany('orders'),
    description:
      'Takes at most 1,000 of the marketplace’s own order objects; each goes to the warehouse it names, a known one is left as it is. / Загрузить задания.',
  })
  async importOrders(
    @Arg('commandId', () => UUID, commandId) id: string,
    @Arg('sellerAccountId', () => ID, account) sellerAccountId: string,
    @Arg('orders', () => [WbOrder], {
      description: 'The objects of `orders` in the answer of GET /api/v3/orders/new. / Задания.',
    })
    orders: readonly object[],
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.orders.importOrders({ commandId: id, sellerAccountId, orders }))
  }

  @Mutation(() => ImportOrderStatusesResult, {
    complexity: commandMany('statuses'),
    description:
      'Takes at most 1,000 of the marketplace’s statuses into the mirror; accepted, done, to be shipped again and cancelled by the marketplace follow from them alone. / Загрузить статусы.',
  })
  async importOrderStatuses(
    @Arg('commandId', () => UUID, commandId) id: string,
    @Arg('sellerAccountId', () => ID, account) sellerAccountId: string,
    @Arg('statuses', () => [WbOrderStatus], {
      description: 'The objects of `orders` in the answer of POST /api/v3/orders/status. / Статусы.',
    })
    statuses: readonly object[],
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.orders.importOrderStatuses({ commandId: id, sellerAccountId, statuses }))
  }
}
