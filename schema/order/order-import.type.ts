import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Refusal } from '../refusal/refusal.type.js'
import { resultUnion } from '../result.js'
import { Order } from './order.type.js'

/** What became of one object of an import. */
export const ImportStatus = Object.freeze({ IMPORTED: 'IMPORTED', REPEATED: 'REPEATED', REFUSED: 'REFUSED' } as const)
export type ImportStatus = keyof typeof ImportStatus

registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'What became of one object of an import. / Итог загрузки.',
  valuesConfig: {
    IMPORTED: { description: 'New to us and stored; or it changed what we knew. / Загружено.' },
    REPEATED: { description: 'Known already: nothing changed. / Повтор.' },
    REFUSED: { description: 'Not taken: see the refusal. / Отказ.' },
  },
})

@ObjectType({ description: 'What became of one object of the call. / Итог по объекту.', simpleResolvers: true })
export class ImportOutcome {
  @Field(() => Int, { description: 'Its place in the call, from 0. / Номер в запросе.' })
  readonly index!: number

  @Field(() => ID, {
    nullable: true,
    description: 'The marketplace’s number, when it could be read. / Номер сборочного задания.',
  })
  readonly wbOrderId!: string | null

  @Field(() => ImportStatus, { description: 'What became of it. / Итог.' })
  readonly status!: ImportStatus

  @Field(() => Order, { nullable: true, description: 'The order, unless refused. / Задание.' })
  readonly order!: Order | null

  @Field(() => Refusal, { nullable: true, description: 'Why it was refused. / Отказ.' })
  readonly refusal!: Refusal | null
}

@ObjectType({
  description: 'The import was taken; see each object’s outcome. / Итоги загрузки.',
  simpleResolvers: true,
})
export class ImportOrdersSuccess {
  @Field(() => Int, { description: 'Orders stored. / Загружено.' })
  readonly imported!: number

  @Field(() => Int, { description: 'Orders known already. / Повторы.' })
  readonly repeated!: number

  @Field(() => Int, { description: 'Objects not taken. / Отказы.' })
  readonly refused!: number

  @Field(() => [ImportOutcome], { description: 'One for each object, in the order of the call. / Итоги.' })
  readonly outcomes!: readonly ImportOutcome[]
}

@ObjectType({
  description: 'The statuses were taken; see each one’s outcome. / Итоги обновления статусов.',
  simpleResolvers: true,
})
export class ImportOrderStatusesSuccess {
  @Field(() => Int, { description: 'Statuses that changed the mirror. / Изменилось.' })
  readonly imported!: number

  @Field(() => Int, { description: 'Statuses known already. / Повторы.' })
  readonly repeated!: number

  @Field(() => Int, { description: 'Objects not taken. / Отказы.' })
  readonly refused!: number

  @Field(() => [ImportOutcome], { description: 'One for each object, in the order of the call. / Итоги.' })
  readonly outcomes!: readonly ImportOutcome[]
}

export const ImportOrdersResult = resultUnion('ImportOrders', ImportOrdersSuccess)
export const ImportOrderStatusesResult = resultUnion('ImportOrderStatuses', ImportOrderStatusesSuccess)
