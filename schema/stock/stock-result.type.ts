import { Field, Int, ObjectType } from 'type-graphql'
import { Refusal } from '../refusal/refusal.type.js'
import { resultUnion } from '../result.js'
import { StockLevel, StorageCell } from './stock.type.js'

@ObjectType({ description: 'What became of one cell of a call. / Итог по ячейке.', simpleResolvers: true })
export class CellOutcome {
  @Field(() => Int, { description: 'Its place in the call, from 0. / Номер в запросе.' })
  readonly index!: number

  @Field(() => StorageCell, { nullable: true, description: 'The cell, when it was saved. / Ячейка.' })
  readonly cell!: StorageCell | null

  @Field(() => Refusal, { nullable: true, description: 'Why it was not saved. / Отказ.' })
  readonly refusal!: Refusal | null
}

@ObjectType({ description: 'What became of one line of a call. / Итог по строке.', simpleResolvers: true })
export class StockOutcome {
  @Field(() => Int, { description: 'Its place in the call, from 0. / Номер в запросе.' })
  readonly index!: number

  @Field(() => StockLevel, { nullable: true, description: 'What lies there now. / Остаток.' })
  readonly level!: StockLevel | null

  @Field(() => Refusal, { nullable: true, description: 'Why it was not done. / Отказ.' })
  readonly refusal!: Refusal | null
}

@ObjectType({ description: 'The call was taken; see each cell’s outcome. / Итоги.', simpleResolvers: true })
export class SaveCellsSuccess {
  @Field(() => [CellOutcome], { description: 'One for each cell, in the order of the call. / Итоги.' })
  readonly outcomes!: readonly CellOutcome[]
}

const linesResult = (name: string) => {
  @ObjectType(`${name}Success`, {
    description: 'The call was taken; see each line’s outcome. / Итоги.',
    simpleResolvers: true,
  })
  class Success {
    @Field(() => [StockOutcome], { description: 'One for each line, in the order of the call. / Итоги.' })
    readonly outcomes!: readonly StockOutcome[]
  }
  return resultUnion(name, Success)
}

@ObjectType({ description: 'Moved. / Перемещено.', simpleResolvers: true })
export class MoveStockSuccess {
  @Field(() => StockLevel, { description: 'What is left there. / Откуда.' })
  readonly from!: StockLevel

  @Field(() => StockLevel, { description: 'What lies there now. / Куда.' })
  readonly to!: StockLevel
}

export const SaveCellsResult = resultUnion('SaveCells', SaveCellsSuccess)
export const ReceiveStockResult = linesResult('ReceiveStock')
export const CountStockResult = linesResult('CountStock')
export const WriteOffStockResult = linesResult('WriteOffStock')
export const MoveStockResult = resultUnion('MoveStock', MoveStockSuccess)
