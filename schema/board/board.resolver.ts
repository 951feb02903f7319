import {
  Arg,
  type ArgsDictionary,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import type { LiveArgs, LivePort, SchemaContext } from '../context.js'
import { readBoard, readHours, readOne } from '../cost.js'
import { OrderEvent } from '../order/order-event.type.js'
import { Order } from '../order/order.type.js'
import { SafeInt } from '../scalars.js'
import { BoardEvent, BoardSnapshot, OrderUpserted } from './board-event.type.js'
import { BoardFilter, OrderBoard, ThroughputHour } from './board.type.js'

// The hub executes these once for all subscribers and writes the frames itself.
const follow =
  (stream: keyof LivePort) =>
  ({ args, context }: { readonly args: ArgsDictionary; readonly context: SchemaContext }) =>
    context.live[stream](args as LiveArgs)
const warehouse = { description: 'Which warehouse. / Склад.' }
const filter = { nullable: true, description: 'Which of its orders; absent means all live ones. / Отбор.' } as const
const after = {
  nullable: true,
  description:
    'Go on after this seq (`L`, the last one taken). Absent: a board begins with a snapshot, events with the next one. / После номера.',
} as const
const epoch = { nullable: true, description: 'The epoch `after` was counted in. / Эпоха журнала.' } as const

@Resolver(() => OrderBoard)
export class BoardResolver {
  @Query(() => OrderBoard, {
    complexity: readBoard,
    description:
      'Every live order, the counters and `seq`, read in one statement. Errors: UNKNOWN_WAREHOUSE, BOARD_TOO_LARGE. / Доска заданий.',
  })
  orderBoard(
    @Arg('warehouseId', () => ID, warehouse) warehouseId: string,
    @Arg('filter', () => BoardFilter, filter) boardFilter: BoardFilter | null,
    @Ctx() context: SchemaContext,
  ): Promise<OrderBoard> {
    return context.boards.board(warehouseId, boardFilter ?? null)
  }

  @Extensions({ io: true })
  @FieldResolver(() => [ThroughputHour], {
    complexity: readHours,
    description: 'What was done in the last hours, oldest first. / Выработка по часам.',
  })
  throughput(
    @Root() board: OrderBoard,
    @Arg('hours', () => Int, { defaultValue: 12, description: '1 to 48. / Сколько часов.' }) hours: number,
    @Ctx() context: SchemaContext,
  ): Promise<readonly ThroughputHour[]> {
    return context.boards.throughput(board.warehouse.id, hours)
  }
}

@Resolver()
export class LiveResolver {
  @Subscription(() => BoardEvent, {
    name: 'orderBoard',
    subscribe: follow('orderBoard'),
    complexity: readBoard,
    description:
      'The live board: every latest state of each order, heartbeats after 2 s of silence. Errors: UNKNOWN_WAREHOUSE, BOARD_TOO_LARGE. / Живая доска.',
  })
  orderBoard(
    @Root() event: BoardEvent,
    @Arg('warehouseId', () => ID, warehouse) _warehouseId: string,
    @Arg('filter', () => BoardFilter, filter) _filter: BoardFilter | null,
    @Arg('after', () => SafeInt, after) _after: number | null,
    @Arg('epoch', () => ID, epoch) _epoch: string | null,
  ): BoardEvent {
    return event
  }

  @Subscription(() => OrderEvent, {
    name: 'orderEvents',
    subscribe: follow('orderEvents'),
    complexity: readOne,
    description:
      'Every event of the warehouse’s log, none thinned. Ends with the error RESYNC (extensions epoch, minSeq) when `after` is not in the log. / Журнал событий.',
  })
  orderEvents(
    @Root() event: OrderEvent,
    @Arg('warehouseId', () => ID, warehouse) _warehouseId: string,
    @Arg('after', () => SafeInt, after) _after: number | null,
    @Arg('epoch', () => ID, epoch) _epoch: string | null,
  ): OrderEvent {
    return event
  }
}

@Resolver(() => BoardSnapshot)
export class BoardSnapshotResolver {
  @FieldResolver(() => [Order], { description: 'Orders of this part, soonest deadline first. / Задания этой части.' })
  orders(@Root() snapshot: BoardSnapshot, @Ctx() context: SchemaContext): readonly Order[] {
    return snapshot.orders.map(context.rules.onBoard)
  }
}

@Resolver(() => OrderUpserted)
export class OrderUpsertedResolver {
  @FieldResolver(() => Order, { description: 'As it is now. / Задание.' })
  order(@Root() event: OrderUpserted, @Ctx() context: SchemaContext): Order {
    return context.rules.onBoard(event.order)
  }
}
