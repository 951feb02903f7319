import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { DateTime, UUID } from '../scalars.js'
import { OrderOrder, OrderState, SlaBucket } from './order.enums.js'

@InputType({ description: 'Which orders; all members must hold. / Отбор.' })
export class OrderFilter {
  @Field(() => ID, { nullable: true, description: 'Only this warehouse. / Склад.' })
  readonly warehouseId?: string | null

  @Field(() => [OrderState], { nullable: true, description: 'Only these states. / Состояния.' })
  readonly states?: readonly OrderState[] | null

  @Field(() => [SlaBucket], {
    nullable: true,
    description: 'Only live orders this near to their deadline. / Запас времени.',
  })
  readonly slaBuckets?: readonly SlaBucket[] | null

  @Field(() => ID, { nullable: true, description: 'Only this size. / Размер (наш id).' })
  readonly skuId?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      '3 to 100 characters found anywhere in the order’s number, rid, article, title or barcodes, whatever the case. / Текст.',
  })
  readonly text?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Created at or after. / Создано с.' })
  readonly createdFrom?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Created before. / Создано до.' })
  readonly createdTo?: Date | null
}

@ArgsType()
export class OrdersArgs {
  @Field(() => OrderFilter, { nullable: true, description: 'Which orders; absent means all. / Отбор.' })
  readonly filter?: OrderFilter | null

  @Field(() => OrderOrder, { defaultValue: 'DEADLINE_ASC', description: 'In which order. / Сортировка.' })
  readonly orderBy!: OrderOrder

  @Field(() => Int, {
    nullable: true,
    description: 'Page size forwards, 1 to 100; 50 when neither first nor last is given. / Размер страницы.',
  })
  readonly first?: number | null

  @Field(() => String, { nullable: true, description: 'After this cursor. / После курсора.' })
  readonly after?: string | null

  @Field(() => Int, { nullable: true, description: 'Page size backwards, 1 to 100. / Размер страницы назад.' })
  readonly last?: number | null

  @Field(() => String, { nullable: true, description: 'Before this cursor. / До курсора.' })
  readonly before?: string | null
}

@ArgsType()
export class CommandArgs {
  @Field(() => UUID, {
    description: 'Made by the client once per intent: a repeat gets the first result again. / ID команды.',
  })
  readonly commandId!: string

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the person did it, by the device’s clock. / Время на устройстве.',
  })
  readonly clientTime?: Date | null
}

@ArgsType()
export class OrdersCommandArgs extends CommandArgs {
  @Field(() => [ID], { description: '1 to 1,000 order ids, each once. / Задания.' })
  readonly orderIds!: readonly string[]
}

@ArgsType()
export class ReasonedOrdersCommandArgs extends OrdersCommandArgs {
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters. / Причина.' })
  readonly reason?: string | null
}

@ArgsType()
export class OrderCommandArgs extends CommandArgs {
  @Field(() => ID, { description: 'The order. / Задание.' })
  readonly orderId!: string
}

@ArgsType()
export class ScanCommandArgs extends OrderCommandArgs {
  @Field(() => String, { description: 'The barcode as scanned, at most 200 characters. / Отсканированный баркод.' })
  readonly barcode!: string
}

const cellText = { nullable: true, description: 'Code or barcode of the cell, when it was scanned. / Ячейка.' }

@ArgsType()
export class ShelfScanArgs extends ScanCommandArgs {
  @Field(() => String, cellText)
  readonly cell?: string | null
}

@ArgsType()
export class PutIntoBoxArgs extends OrderCommandArgs {
  @Field(() => String, { description: 'Code of the box as scanned, 1 to 64 characters. / Код короба.' })
  readonly box!: string
}

@ArgsType()
export class ReasonedOrderCommandArgs extends OrderCommandArgs {
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters. / Причина.' })
  readonly reason?: string | null
}

@ArgsType()
export class ReportShortageArgs extends ReasonedOrderCommandArgs {
  @Field(() => String, cellText)
  readonly cell?: string | null
}
