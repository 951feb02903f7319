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

@InputType({ description: 'A scanned unit that left a cell or came into one. / Товар и ячейка.' })
export class MoveAct extends ScanAct {
  @Field(() => String, { nullable: true, description: 'Code or barcode of the cell, when it was scanned. / Ячейка.' })
  readonly cell?: string | null
}

@InputType({ description: 'A scanned marking code. / Код маркировки.' })
export class MarkingAct extends OrderAct {
  @Field(() => String, { description: 'Its kind: `sgtin`, `uin`, `imei`, … / Вид.' })
  readonly key!: string

  @Field(() => String, { description: 'The code as scanned, GS as U+001D, at most 500 characters. / Код.' })
  readonly raw!: string
}

@InputType({ description: 'A packed unit and its box. / Короб.' })
export class BoxAct extends OrderAct {
  @Field(() => String, { description: 'Code of the box. / Код короба.' })
  readonly box!: string
}

@InputType({ description: 'A unit that is not there, or is damaged. / Недостача.' })
export class ShortageAct extends OrderAct {
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters. / Причина.' })
  readonly reason?: string | null

  @Field(() => String, { nullable: true, description: 'Code or barcode of the cell where it is not. / Ячейка.' })
  readonly cell?: string | null
}

@InputType({ description: 'An entry of a journal: exactly one act, done by its person. / Запись журнала.' })
export class JournalCommand {
  @Field(() => Int, { description: 'Its number in the journal: 1, 2, 3, … without a hole. / Номер.' })
  readonly seq!: number

  @Field(() => UUID, { description: 'Made by the device once per intent. / ID команды.' })
  readonly commandId!: string

  @Field(() => DateTime, { description: 'When it was done, by the device’s clock; only informative. / Время.' })
  readonly clientTime!: Date

  @Field(() => MoveAct, { nullable: true, description: 'Picked the unit. / Отобрано.' })
  readonly pick?: MoveAct | null

  @Field(() => MarkingAct, { nullable: true, description: 'Scanned its marking code. / Отсканирована маркировка.' })
  readonly attachMarkingCode?: MarkingAct | null

  @Field(() => ScanAct, { nullable: true, description: 'Packed it. / Упаковано.' })
  readonly pack?: ScanAct | null

  @Field(() => BoxAct, { nullable: true, description: 'Put it into a box. / Положено в короб.' })
  readonly putIntoBox?: BoxAct | null

  @Field(() => OrderAct, { nullable: true, description: 'Put it to the dock. / Подготовлено к отгрузке.' })
  readonly stage?: OrderAct | null

  @Field(() => MoveAct, {
    nullable: true,
    description:
      'The unit of a cancelled order, or the second one of an order picked twice, is on its shelf again. / Возвращено на полку.',
  })
  readonly putBack?: MoveAct | null

  @Field(() => ShortageAct, { nullable: true, description: 'The unit was not there, or is damaged. / Недостача.' })
  readonly reportShortage?: ShortageAct | null

  @Field(() => OrderAct, { nullable: true, description: 'Gave the order back. / Возвращено в очередь.' })
  readonly unclaim?: OrderAct | null
}
