import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { CommandArgs } from '../order/order.input.js'

@InputType({ description: 'A cell as it is to be. / Ячейка.' })
export class StorageCellInput {
  @Field(() => String, { description: 'The part of the warehouse, 1 to 64 characters. / Зона.' })
  readonly zone!: string

  @Field(() => String, { description: '1 to 64 characters; one that is known is changed. / Код.' })
  readonly code!: string

  @Field(() => String, { description: '1 to 64 characters, of no other cell. / Баркод ячейки.' })
  readonly barcode!: string

  @Field(() => Int, {
    description:
      'Its place on the way, 0 or more: numbered in a snake, up one aisle and down the next. / Порядок обхода.',
  })
  readonly walkOrder!: number
}

@InputType({ description: 'So many units of a size in a cell. / Строка.' })
export class StockLineInput {
  @Field(() => String, { description: 'Code or barcode of the cell. / Ячейка.' })
  readonly cell!: string

  @Field(() => String, { description: 'A barcode of the size, or its chrtId. / Баркод товара или chrtId.' })
  readonly item!: string

  @Field(() => Int, { description: '1 to 100,000; a count may say 0. / Количество.' })
  readonly quantity!: number
}

@ArgsType()
export class WarehouseCommandArgs extends CommandArgs {
  @Field(() => ID, { description: 'In which warehouse. / Склад.' })
  readonly warehouseId!: string
}

@ArgsType()
export class SaveCellsArgs extends WarehouseCommandArgs {
  @Field(() => [StorageCellInput], { description: '1 to 1,000 cells. / Ячейки.' })
  readonly cells!: readonly StorageCellInput[]
}

@ArgsType()
export class StockLinesArgs extends WarehouseCommandArgs {
  @Field(() => [StockLineInput], { description: '1 to 1,000 lines. / Строки.' })
  readonly lines!: readonly StockLineInput[]

  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters. / Основание.' })
  readonly cause?: string | null
}

@ArgsType()
export class MoveStockArgs extends WarehouseCommandArgs {
  @Field(() => String, { description: 'Code or barcode of the cell. / Из ячейки.' })
  readonly from!: string

  @Field(() => String, { description: 'Code or barcode of the other cell. / В ячейку.' })
  readonly to!: string

  @Field(() => String, { description: 'A barcode of the size, or its chrtId. / Баркод товара или chrtId.' })
  readonly item!: string

  @Field(() => Int, { description: '1 to 100,000. / Количество.' })
  readonly quantity!: number
}

@ArgsType()
export class StorageCellsArgs {
  @Field(() => ID, { description: 'Of which warehouse. / Склад.' })
  readonly warehouseId!: string

  @Field(() => Int, { nullable: true, description: 'Page size, 1 to 100; 50 when not given. / Размер страницы.' })
  readonly first?: number | null

  @Field(() => String, { nullable: true, description: 'After this cursor. / После курсора.' })
  readonly after?: string | null

  @Field(() => String, { nullable: true, description: 'Only this cell: code or barcode. / Ячейка.' })
  readonly cell?: string | null
}

@ArgsType()
export class StockArgs extends StorageCellsArgs {
  @Field(() => String, { nullable: true, description: 'Only this size: barcode or chrtId. / Товар.' })
  readonly item?: string | null
}
