import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import { OrderState } from '../order/order.enums.js'
import type { Order } from '../order/order.type.js'
import { DateTime, SafeInt } from '../scalars.js'
import { BoardCounters } from './board.type.js'

/** Why a board’s stream has a hole that a snapshot fills. */
export const GapReason = Object.freeze({ SLOW: 'SLOW', PRUNED: 'PRUNED', EPOCH: 'EPOCH' } as const)
export type GapReason = keyof typeof GapReason

registerEnumType(GapReason, {
  name: 'GapReason',
  description: 'Why a snapshot follows. / Почему пришлёт снимок.',
  valuesConfig: {
    SLOW: { description: 'The client read too slowly. / Клиент не успевал.' },
    PRUNED: { description: 'The log no longer reaches back to `after`. / Журнал короче.' },
    EPOCH: { description: '`after` was counted in another log. / Другой журнал.' },
  },
})

@InterfaceType({
  description:
    'A message of the live board. With L the last seq taken: OrderUpserted and OrderLeft are taken iff prevSeq ≤ L < seq; prevSeq > L is a hole, seq ≤ L a repeat. The last part of a BoardSnapshot sets L whatever it was; heartbeats and gaps never do. / Сообщение доски.',
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class BoardEvent {
  @Field(() => SafeInt, { description: 'Place in the warehouse’s log. / Номер в журнале.' })
  readonly seq!: number

  @Field(() => SafeInt, { description: 'seq of the message before it in this filtered stream. / Номер предыдущего.' })
  readonly prevSeq!: number

  @Field(() => DateTime, { description: 'Server time. / Время сервера.' })
  readonly at!: string
}

@ObjectType({
  implements: BoardEvent,
  description: 'A part of the whole picture; all parts carry one seq. / Часть снимка.',
  simpleResolvers: true,
})
export class BoardSnapshot extends BoardEvent {
  @Field(() => ID, { description: 'Which log `seq` counts in. / Эпоха журнала.' })
  readonly epoch!: string

  readonly orders!: readonly Order[]

  @Field(() => BoardCounters, { description: 'Numbers of the whole picture. / Счётчики.' })
  readonly counters!: BoardCounters

  @Field(() => Boolean, { description: 'The picture is complete with this part. / Последняя часть.' })
  readonly last!: boolean
}

@ObjectType({
  implements: BoardEvent,
  description: 'An order came or changed. / Задание появилось или изменилось.',
  simpleResolvers: true,
})
export class OrderUpserted extends BoardEvent {
  readonly order!: Order

  @Field(() => OrderState, {
    nullable: true,
    description: 'State before; alias it (`was: from`) where BoardGap.from is selected too. / Состояние до.',
  })
  readonly from!: OrderState | null
}

@ObjectType({
  implements: BoardEvent,
  description: 'An order left the filter or the board. / Задание ушло с доски.',
  simpleResolvers: true,
})
export class OrderLeft extends BoardEvent {
  @Field(() => ID, { description: 'Which order. / Задание.' })
  readonly orderId!: string

  @Field(() => OrderState, { description: 'State now. / Состояние теперь.' })
  readonly state!: OrderState
}

@ObjectType({
  implements: BoardEvent,
  description: 'Nothing happened for 2 s: proof that the picture is fresh. / Пульс.',
  simpleResolvers: true,
})
export class BoardHeartbeat extends BoardEvent {
  @Field(() => ID, { description: 'Which log the numbers count in. / Эпоха журнала.' })
  readonly epoch!: string

  @Field(() => SafeInt, { description: 'The log’s head as last read. / Голова журнала.' })
  readonly headSeq!: number

  @Field(() => DateTime, { description: 'When the head was last read with success. / По состоянию на.' })
  readonly asOf!: string

  @Field(() => Boolean, {
    description: 'The database has not been read for 3 s: what is shown may be old. / Данные устарели.',
  })
  readonly stale!: boolean

  @Field(() => BoardCounters, { description: 'Numbers at this moment of the stream. / Счётчики.' })
  readonly counters!: BoardCounters
}

@ObjectType({
  implements: BoardEvent,
  description: 'Events are missing here; a snapshot follows on the same subscription. / Пропуск.',
  simpleResolvers: true,
})
export class BoardGap extends BoardEvent {
  @Field(() => SafeInt, { description: 'Last seq sent before the gap. / С номера.' })
  readonly from!: number

  @Field(() => SafeInt, { description: 'The log’s head at the gap. / По номер.' })
  readonly to!: number

  @Field(() => GapReason, { description: 'Why. / Причина.' })
  readonly reason!: GapReason
}
