import { Field, ID, InputType, Int } from 'type-graphql'
import { DateTime, UUID } from '../scalars.js'

@InputType({ description: 'An act on an order. / Действие с заданием.' })
export class OrderAct {
  @Field(() => ID, { description: 'The order. / Задание.' })
  readonly orderId!: string
}

@InputType({ description: 'An act that was scanned. / Действие со сканированием.' })
export class ScanAct extends OrderAct {
  @Field(() => String, { description: 'The barcode as scanned, at most 200 characters. / Отсканированный баркод.' })
  readonly barcode!: string
}

@InputType({ description: 'A unit that is not there, or is damaged. / Недостача.' })
export class ShortageAct extends OrderAct {
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters. / Причина.' })
  readonly reason?: string | null
}

@InputType({ description: 'An entry of a journal: exactly one act, done by its person. / Запись журнала.' })
export class JournalCommand {
  @Field(() => Int, { description: 'Its number in the journal: 1, 2, 3, … without a hole. / Номер.' })
  readonly seq!: number

  @Field(() => UUID, { description: 'Made by the device once per intent. / ID команды.' })
  readonly commandId!: string

  @Field(() => DateTime, { description: 'When it was done, by the device’s clock; only informative. / Время.' })
  readonly clientTime!: Date

  @Field(() => ScanAct, { nullable: true, description: 'Picked the unit. / Отобрано.' })
  readonly pick?: ScanAct | null

  @Field(() => ScanAct, { nullable: true, description: 'Packed it. / Упаковано.' })
  readonly pack?: ScanAct | null

  @Field(() => OrderAct, { nullable: true, description: 'Put it to the dock. / Подготовлено к отгрузке.' })
  readonly stage?: OrderAct | null

  @Field(() => ScanAct, {
    nullable: true,
    description:
      'The unit of a cancelled order, or the second one of an order picked twice, is on its shelf again. / Возвращено на полку.',
  })
  readonly putBack?: ScanAct | null

  @Field(() => ShortageAct, { nullable: true, description: 'The unit was not there, or is damaged. / Недостача.' })
  readonly reportShortage?: ShortageAct | null

  @Field(() => OrderAct, { nullable: true, description: 'Gave the order back. / Возвращено в очередь.' })
  readonly unclaim?: OrderAct | null
}
