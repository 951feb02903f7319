import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Order } from '../order/order.type.js'
import { RefusalCode } from '../refusal/refusal.type.js'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'
import { JournalAct } from './journal.enums.js'
import { Advice, JournalAnswer } from './journal.type.js'

@ObjectType({
  description: 'Done on the floor and not done here: a shift lead decides. / Действие, которое ждёт решения.',
  simpleResolvers: true,
})
export class ParkedCommand {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => ID, { description: 'Where. / Склад.' })
  readonly warehouseId!: string

  @Field(() => String, { description: 'Whose act it is. / Кто сделал.' })
  readonly person!: string

  @Field(() => String, { nullable: true, description: 'On which phone. / Телефон.' })
  readonly device!: string | null

  @Field(() => String, { nullable: true, description: 'Who brought it, when somebody else. / Кто доставил.' })
  readonly deliveredBy!: string | null

  @Field(() => Int, { description: 'Its number in its journal. / Номер в журнале.' })
  readonly seq!: number

  @Field(() => JournalAct, { nullable: true, description: 'What was done; null: it cannot be read. / Действие.' })
  readonly act!: JournalAct | null

  @Field(() => Order, { nullable: true, description: 'The order as it is now, when there is one. / Задание.' })
  readonly order!: Order | null

  @Field(() => String, { nullable: true, description: 'What was scanned. / Что отсканировано.' })
  readonly scanned!: string | null

  @Field(() => String, { nullable: true, description: 'What was said. / Причина.' })
  readonly reason!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When, by the device’s clock. / Время на устройстве.' })
  readonly clientTime!: Date | null

  @Field(() => Float, { description: 'How far that clock was behind ours, ms. / Отставание часов, мс.' })
  readonly skewMs!: number

  @Field(() => DateTime, { description: 'When it came. / Когда доставлено.' })
  readonly parkedAt!: Date

  @Field(() => RefusalCode, { description: 'Why it waits. / Причина.' })
  readonly code!: RefusalCode

  @Field(() => Advice, { description: 'What its person was told. / Что сказано сотруднику.' })
  readonly advice!: Advice
}

@ObjectType({ description: 'What waits for shift leads. / Ждут решения.', simpleResolvers: true })
export class ParkedCommands {
  @Field(() => Int, { description: 'How many wait. / Всего.' })
  readonly total!: number

  @Field(() => [ParkedCommand], { description: 'The oldest 100. / Самые давние.' })
  readonly commands!: readonly ParkedCommand[]
}

@ObjectType({ description: 'A unit that is to be put back on its shelf. / Вернуть на полку.', simpleResolvers: true })
export class PutBack {
  @Field(() => ID, { description: 'The order’s id, or that of the second unit. / id.' })
  readonly id!: string

  @Field(() => Order, { description: 'The order. / Задание.' })
  readonly order!: Order

  @Field(() => Boolean, {
    description:
      'Whether it is the second unit of an order picked twice: `closeSurplusUnit`, otherwise `confirmPutBack`. / Лишний товар.',
  })
  readonly surplus!: boolean

  @Field(() => String, { nullable: true, description: 'Who picked it. / Кто отобрал.' })
  readonly pickedBy!: string | null

  @Field(() => String, { nullable: true, description: 'On which phone, when it is known. / Телефон.' })
  readonly device!: string | null

  @Field(() => DateTime, { description: 'Since when. / С какого времени.' })
  readonly since!: Date
}

@ObjectType({ description: 'Units that are to be put back. / Вернуть на полки.', simpleResolvers: true })
export class PutBacks {
  @Field(() => Int, { description: 'How many there are. / Всего.' })
  readonly total!: number

  @Field(() => [PutBack], { description: 'The oldest 100. / Самые давние.' })
  readonly putBacks!: readonly PutBack[]
}

@ObjectType({ description: 'Decided. / Решено.', simpleResolvers: true })
export class ResolveParkedCommandSuccess {
  @Field(() => JournalAnswer, { nullable: true, description: 'What came of it; null when dismissed. / Что вышло.' })
  readonly answer!: JournalAnswer | null
}

@ObjectType({ description: 'The second unit is accounted for. / С лишним товаром разобрались.', simpleResolvers: true })
export class CloseSurplusUnitSuccess {
  @Field(() => Order, { description: 'The order that had two. / Задание.' })
  readonly order!: Order
}

export const ResolveParkedCommandResult = resultUnion('ResolveParkedCommand', ResolveParkedCommandSuccess)
export const CloseSurplusUnitResult = resultUnion('CloseSurplusUnit', CloseSurplusUnitSuccess)
