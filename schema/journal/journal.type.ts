import { Field, ID, Int, ObjectType } from 'type-graphql'
import { OrderState } from '../order/order.enums.js'
import { RefusalCode } from '../refusal/refusal.type.js'
import { resultUnion } from '../result.js'
import { DateTime, UUID } from '../scalars.js'
import { JournalStatus, ReplayOutcome } from './journal.enums.js'

@ObjectType({
  description: 'What one person does on one device, numbered, until it is delivered. / Журнал устройства.',
  simpleResolvers: true,
})
export class Journal {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => Int, { description: '1, 2, 3, … of this person on this device. / Какой по счёту.' })
  readonly epoch!: number

  @Field(() => ID, { description: 'The one warehouse that its acts are in. / Склад.' })
  readonly warehouseId!: string

  @Field(() => String, { description: 'Whose acts they are. / Чьи действия.' })
  readonly person!: string

  @Field(() => String, { nullable: true, description: 'The phone; null in a browser of one’s own. / Телефон.' })
  readonly device!: string | null

  @Field(() => DateTime, {
    description: 'Until when its acts are done; later they go to the shift lead’s list. / Право доставки до.',
  })
  readonly grantExpiresAt!: Date
}

@ObjectType({
  description: 'A journal, and the right to deliver it. / Журнал и право доставки.',
  simpleResolvers: true,
})
export class OpenJournalSuccess {
  @Field(() => Journal, { description: 'The journal, empty. / Журнал.' })
  readonly journal!: Journal

  @Field(() => String, {
    description: 'The replay grant, in this answer alone: kept on the device beside the journal. / Право доставки.',
  })
  readonly grant!: string
}

@ObjectType({ description: 'A sentence for whoever did it, in both languages. / Пояснение.', simpleResolvers: true })
export class Advice {
  @Field(() => String, { description: 'In English.' })
  readonly en!: string

  @Field(() => String, { description: 'In Russian. / По-русски.' })
  readonly ru!: string
}

@ObjectType({ description: 'What came of a command of a journal. / Итог по записи журнала.', simpleResolvers: true })
export class JournalAnswer {
  @Field(() => Int, { description: 'Its number. / Номер.' })
  readonly seq!: number

  @Field(() => UUID, { description: 'Its id. / ID команды.' })
  readonly commandId!: string

  @Field(() => JournalStatus, { description: 'What became of it. / Итог.' })
  readonly status!: JournalStatus

  @Field(() => Boolean, { description: 'Whether this is the first answer given again. / Повтор первого ответа.' })
  readonly repeated!: boolean

  @Field(() => ReplayOutcome, { nullable: true, description: 'What came of it; null unless DONE. / Что вышло.' })
  readonly outcome!: ReplayOutcome | null

  @Field(() => RefusalCode, { nullable: true, description: 'Why not; null when DONE. / Причина.' })
  readonly code!: RefusalCode | null

  @Field(() => Advice, {
    nullable: true,
    description: 'What to know or to do; null when it was done just as said. / Пояснение.',
  })
  readonly advice!: Advice | null

  @Field(() => ID, { nullable: true, description: 'The order, when there is one. / Задание.' })
  readonly orderId!: string | null

  @Field(() => OrderState, { nullable: true, description: 'Its state after it. / Состояние.' })
  readonly orderState!: OrderState | null

  @Field(() => Int, { nullable: true, description: 'Its version after it. / Версия.' })
  readonly orderVersion!: number | null

  @Field(() => Boolean, { description: 'Whether a unit must now be put back. / Нужно вернуть на полку.' })
  readonly putBack!: boolean

  @Field(() => String, { nullable: true, description: 'Code of the cell where another unit is. / Другая ячейка.' })
  readonly otherCell!: string | null
}

@ObjectType({ description: 'What came of a delivery. / Итог доставки.', simpleResolvers: true })
export class SubmitCommandsSuccess {
  @Field(() => [JournalAnswer], { description: 'By number; none from a gap on. / Ответы.' })
  readonly answers!: readonly JournalAnswer[]

  @Field(() => Int, { description: 'The number that comes next: what is below it was taken. / Следующий номер.' })
  readonly expectedSeq!: number

  @Field(() => Boolean, {
    description: 'Whether a number was missing: nothing was done from there on. / Есть пропуск.',
  })
  readonly gap!: boolean

  @Field(() => Int, { description: 'How many of this journal wait for a shift lead now. / Ждут решения.' })
  readonly openParked!: number
}

export const OpenJournalResult = resultUnion('OpenJournal', OpenJournalSuccess)
export const SubmitCommandsResult = resultUnion('SubmitCommands', SubmitCommandsSuccess)
