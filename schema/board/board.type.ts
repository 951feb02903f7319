import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { boardList } from '../cost.js'
import { OrderState } from '../order/order.enums.js'
import { Order } from '../order/order.type.js'
import { DateTime, SafeInt } from '../scalars.js'
import { Warehouse } from '../warehouse/warehouse.type.js'

@InputType({ description: 'Which orders of the warehouse; no member changes with the clock. / Отбор.' })
export class BoardFilter {
  @Field(() => [OrderState], { nullable: true, description: 'Only these states. / Состояния.' })
  readonly states?: readonly OrderState[] | null

  @Field(() => ID, { nullable: true, description: 'Only this size. / Размер (наш id).' })
  readonly skuId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Only what this person has in hand: took, or picked and nobody has packed. / У кого на руках.',
  })
  readonly holder?: string | null
}

@ObjectType({ description: 'How many orders are in a state. / Количество в состоянии.', simpleResolvers: true })
export class StateCount {
  @Field(() => OrderState, { description: 'The state. / Состояние.' })
  readonly state!: OrderState

  @Field(() => Int, { description: 'Orders in it. / Количество.' })
  readonly count!: number
}

@ObjectType({ description: 'The numbers over the board’s columns. / Счётчики.', simpleResolvers: true })
export class BoardCounters {
  @Field(() => [StateCount], {
    description: 'Live orders of the filter; every state that a live order can have, zero included. / В работе.',
  })
  readonly live!: readonly StateCount[]

  @Field(() => [StateCount], {
    description:
      'How many orders came into each closed state since local midnight, in the whole warehouse whatever the filter. / Закрыто сегодня.',
  })
  readonly closedToday!: readonly StateCount[]
}

@ObjectType({ description: 'What was done in an hour. / Выработка за час.', simpleResolvers: true })
export class ThroughputHour {
  @Field(() => DateTime, { description: 'Start of the hour. / Начало часа.' })
  readonly hour!: string

  @Field(() => Int, { description: 'Orders picked. / Отобрано.' })
  readonly picked!: number

  @Field(() => Int, { description: 'Orders packed. / Упаковано.' })
  readonly packed!: number

  @Field(() => Int, { description: 'Orders handed over. / Передано.' })
  readonly handedOver!: number
}

@ObjectType({
  description:
    'Every live order of a warehouse at one moment of its log: `subscription orderBoard(after: seq, epoch:)` goes on from here without a gap. / Доска заданий.',
  simpleResolvers: true,
})
export class OrderBoard {
  @Field(() => Warehouse, { description: 'The warehouse. / Склад.' })
  readonly warehouse!: Warehouse

  @Field(() => SafeInt, { description: 'The log’s last event in this picture. / Номер последнего события.' })
  readonly seq!: number

  @Field(() => ID, { description: 'Which log `seq` counts in. / Эпоха журнала.' })
  readonly epoch!: string

  @Field(() => DateTime, { description: 'The database’s clock at this moment. / Время сервера.' })
  readonly serverTime!: string

  @Field(() => [Order], {
    complexity: boardList,
    description: 'Live orders, soonest deadline first; at most 20,000. / Задания в работе.',
  })
  readonly orders!: Iterable<Order | Promise<Order>>

  @Field(() => BoardCounters, { description: 'Numbers of the same moment. / Счётчики.' })
  readonly counters!: BoardCounters
}
