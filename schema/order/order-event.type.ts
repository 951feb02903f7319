import { Field, ID, ObjectType } from 'type-graphql'
import { DateTime, SafeInt, UUID } from '../scalars.js'
import { OrderEventType, OrderState } from './order.enums.js'
import { Order } from './order.type.js'

@ObjectType({
  description: 'A fact of an order’s life, as the log holds it. / Событие задания.',
  simpleResolvers: true,
})
export class OrderEvent {
  @Field(() => SafeInt, { description: 'Place in the warehouse’s log: dense, 1, 2, 3, … / Номер в журнале склада.' })
  readonly seq!: number

  @Field(() => SafeInt, {
    description:
      'seq of the event before it in the same stream; in a timeline, of the same order’s event, 0 before the first. / Номер предыдущего.',
  })
  readonly prevSeq!: number

  @Field(() => ID, { description: 'Which log `seq` counts in; give it back with `after`. / Эпоха журнала.' })
  readonly epoch!: string

  @Field(() => DateTime, { description: 'Server time of the record. / Время сервера.' })
  readonly at!: string

  @Field(() => ID, { description: 'The warehouse whose log this is. / Склад.' })
  readonly warehouseId!: string

  @Field(() => ID, { description: 'Whose life. / Задание.' })
  readonly orderId!: string

  @Field(() => OrderEventType, { description: 'What happened. / Что произошло.' })
  readonly type!: OrderEventType

  @Field(() => OrderState, { nullable: true, description: 'State before; null when it came in. / Состояние до.' })
  readonly from!: OrderState | null

  @Field(() => Order, { description: 'The order after the event. / Задание после события.' })
  readonly order!: Order

  @Field(() => String, { description: 'Who did it; `system` for the warehouse’s own jobs. / Кто.' })
  readonly actor!: string

  @Field(() => String, { nullable: true, description: 'From which device. / Устройство.' })
  readonly device!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Time by the client’s clock: only informative. / Время устройства.',
  })
  readonly clientTime!: string | null

  @Field(() => UUID, {
    nullable: true,
    description: 'The command that caused it; null for the warehouse’s own jobs. / Команда.',
  })
  readonly commandId!: string | null
}
