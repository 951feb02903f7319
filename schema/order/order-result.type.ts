import { Field, ID, ObjectType } from 'type-graphql'
import { Refusal } from '../refusal/refusal.type.js'
import { resultUnion } from '../result.js'
import { StorageCell } from '../stock/stock.type.js'
import { Order } from './order.type.js'

@ObjectType({
  description: 'What became of one order of a call: each is decided by itself. / Итог по заданию.',
  simpleResolvers: true,
})
export class OrderOutcome {
  @Field(() => ID, { description: 'The order as the call named it. / Задание.' })
  readonly orderId!: string

  @Field(() => Order, {
    nullable: true,
    description: 'The order after the command, when it was done. / Задание после команды.',
  })
  readonly order!: Order | null

  @Field(() => Refusal, { nullable: true, description: 'Why it was not done. / Отказ.' })
  readonly refusal!: Refusal | null
}

const manyResult = (name: string) => {
  @ObjectType(`${name}Success`, {
    description: 'The call was taken; see each order’s outcome. / Итоги по заданиям.',
    simpleResolvers: true,
  })
  class Success {
    @Field(() => [OrderOutcome], { description: 'One for each order, in the order of the call. / Итоги.' })
    readonly outcomes!: readonly OrderOutcome[]
  }
  return resultUnion(name, Success)
}

const oneResult = (name: string) => {
  @ObjectType(`${name}Success`, { description: 'Done. / Сделано.', simpleResolvers: true })
  class Success {
    @Field(() => Order, { description: 'The order after the command. / Задание после команды.' })
    readonly order!: Order
  }
  return resultUnion(name, Success)
}

@ObjectType({ description: 'Said. / Сообщено.', simpleResolvers: true })
export class ReportShortageSuccess {
  @Field(() => Order, { description: 'The order: short, or still claimed when there is another cell. / Задание.' })
  readonly order!: Order

  @Field(() => StorageCell, { nullable: true, description: 'Where to look next. / Другая ячейка.' })
  readonly otherCell!: StorageCell | null
}

export const ReleaseOrdersResult = manyResult('ReleaseOrders')
export const ClaimOrdersResult = manyResult('ClaimOrders')
export const UnclaimOrdersResult = manyResult('UnclaimOrders')
export const StageOrdersResult = manyResult('StageOrders')
export const HandOverOrdersResult = manyResult('HandOverOrders')
export const HoldOrdersResult = manyResult('HoldOrders')
export const ResumeOrdersResult = manyResult('ResumeOrders')
export const CancelOrdersResult = manyResult('CancelOrders')
export const PickOrderResult = oneResult('PickOrder')
export const PackOrderResult = oneResult('PackOrder')
export const ReportShortageResult = resultUnion('ReportShortage', ReportShortageSuccess)
export const ResolveShortageResult = oneResult('ResolveShortage')
export const ConfirmPutBackResult = oneResult('ConfirmPutBack')
export const PutIntoBoxResult = oneResult('PutIntoBox')
