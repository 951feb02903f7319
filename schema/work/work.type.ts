import { Field, Int, ObjectType } from 'type-graphql'
import { Order, Sku } from '../order/order.type.js'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'
import { Shift } from '../shift/shift.type.js'
import { StorageCell } from '../stock/stock.type.js'

@ObjectType({ description: 'How long codes of a key are. / Правило маркировки.', simpleResolvers: true })
export class MarkingRule {
  @Field(() => String, { description: 'sgtin, uin, imei, … / Вид.' })
  readonly key!: string

  @Field(() => Int, { description: 'Characters at least. / Не короче.' })
  readonly minLength!: number

  @Field(() => Int, { description: 'Characters at most. / Не длиннее.' })
  readonly maxLength!: number
}

@ObjectType({ description: 'An order to pick. / Задание на отбор.', simpleResolvers: true })
export class WorkTask {
  @Field(() => Order, { description: 'The order. / Задание.' })
  readonly order!: Order

  @Field(() => Boolean, { description: 'Cancelled since it was taken: leave the unit, or put it back. / Отменено.' })
  readonly cancelled!: boolean
}

@ObjectType({ description: 'Units of one size in one cell, taken together. / Остановка.', simpleResolvers: true })
export class WorkStop {
  @Field(() => StorageCell, {
    nullable: true,
    description: 'Where; null when the ledger does not say. / Ячейка.',
  })
  readonly cell!: StorageCell | null

  @Field(() => Sku, { description: 'What. / Товар.' })
  readonly sku!: Sku

  @Field(() => String, { nullable: true, description: 'A picture, when there is one. / Фото.' })
  readonly imageUrl!: string | null

  @Field(() => [WorkTask], { description: 'Orders, the earliest deadline first. / Задания.' })
  readonly tasks!: readonly WorkTask[]
}

@ObjectType({
  description: 'Somebody’s work with all that is needed to do it without a network. / Работа сборщика.',
  simpleResolvers: true,
})
export class WorkCapsule {
  @Field(() => Shift, { description: 'In which shift. / Смена.' })
  readonly shift!: Shift

  @Field(() => DateTime, { description: 'When this was true. / Данные на момент.' })
  readonly takenAt!: string

  @Field(() => DateTime, { description: 'Until when it is theirs: the end of the shift. / До какого времени.' })
  readonly leaseUntil!: string

  @Field(() => Int, {
    description:
      'Minutes after takenAt from which a step that cannot be undone needs a look at the server. / Через сколько минут перепроверить.',
  })
  readonly checkAfterMinutes!: number

  @Field(() => [MarkingRule], { description: 'Of the keys in this work. / Правила маркировки.' })
  readonly markingRules!: readonly MarkingRule[]

  @Field(() => [WorkStop], { description: 'In walk order; those without a cell last. / Остановки.' })
  readonly stops!: readonly WorkStop[]
}

@ObjectType({ description: 'Taken. / Взято.', simpleResolvers: true })
export class ClaimWorkSuccess {
  @Field(() => Int, { description: 'How many orders this call took; 0: nothing is free. / Взято заданий.' })
  readonly claimed!: number

  @Field(() => WorkCapsule, {
    nullable: true,
    description: 'All that one holds now; null when the shift has ended since. / Вся работа.',
  })
  readonly work!: WorkCapsule | null
}

@ObjectType({ description: 'Given back. / Возвращено.', simpleResolvers: true })
export class ReleaseWorkSuccess {
  @Field(() => Int, { description: 'How many orders went back to the floor. / Возвращено заданий.' })
  readonly returned!: number
}

@ObjectType({ description: 'Taken back. / Возвращено.', simpleResolvers: true })
export class BreakWorkSuccess {
  @Field(() => Int, { description: 'How many orders went back to the floor. / Возвращено заданий.' })
  readonly returned!: number
}

@ObjectType({ description: 'Handed over. / Передано.', simpleResolvers: true })
export class HandOverWorkSuccess {
  @Field(() => Int, { description: 'How many orders the other one holds now. / Передано заданий.' })
  readonly handedOver!: number
}

@ObjectType({ description: 'The order that a unit is for. / Задание для товара.', simpleResolvers: true })
export class OrderByScanSuccess {
  @Field(() => Order, { description: 'Of those that wait, the one with the earliest deadline. / Задание.' })
  readonly order!: Order

  @Field(() => Int, { description: 'How many wait for this size, this one among them. / Ждут всего.' })
  readonly waiting!: number
}

export const ClaimWorkResult = resultUnion('ClaimWork', ClaimWorkSuccess)
export const ReleaseWorkResult = resultUnion('ReleaseWork', ReleaseWorkSuccess)
export const BreakWorkResult = resultUnion('BreakWork', BreakWorkSuccess)
export const HandOverWorkResult = resultUnion('HandOverWork', HandOverWorkSuccess)
export const OrderByScanResult = resultUnion('OrderByScan', OrderByScanSuccess)
