import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { readOne, readPage, readTimeline } from '../cost.js'
import { OrderConnection } from './order-connection.type.js'
import { OrderEvent } from './order-event.type.js'
import { OrderCommand } from './order.enums.js'
import { OrdersArgs } from './order.input.js'
import { Money, Order } from './order.type.js'

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => Order, {
    nullable: true,
    complexity: readOne,
    description: 'One order; null when there is none. / Одно задание.',
  })
  order(
    @Arg('id', () => ID, { description: 'Our id of the order. / Наш id.' }) id: string,
    @Ctx() context: SchemaContext,
  ): Promise<Order | null> {
    return context.orders.find(id)
  }

  @Query(() => OrderConnection, {
    complexity: readPage,
    description:
      'Orders, page by page (Relay connection, keyset). Errors: BAD_USER_INPUT for a broken cursor or a page size outside 1 to 100. / Список заданий.',
  })
  orders(@Args(() => OrdersArgs) args: OrdersArgs, @Ctx() context: SchemaContext): Promise<OrderConnection> {
    return context.orders.list(args)
  }

  @FieldResolver(() => [OrderCommand], { description: 'What may be done with it now. / Доступные действия.' })
  availableCommands(@Root() order: Order, @Ctx() context: SchemaContext): readonly OrderCommand[] {
    return context.rules.availableCommands(order)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What the buyer pays; null for roles of the floor, which see no prices. / Цена для покупателя.',
  })
  price(@Root() order: Order, @Ctx() context: SchemaContext): Money | null {
    return context.rules.seesPrices(order.warehouseId) ? order.price : null
  }

  @Extensions({ io: true })
  @FieldResolver(() => [OrderEvent], {
    complexity: readTimeline,
    description: 'Its whole life as the log keeps it, oldest first. Not in subscriptions. / История.',
  })
  timeline(@Root() order: Order, @Ctx() context: SchemaContext): Promise<readonly OrderEvent[]> {
    return context.orders.timeline(order)
  }
}
