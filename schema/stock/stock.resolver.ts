import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandMany, commandOne, readMost, readPage } from '../cost.js'
import { member } from '../result.js'
import {
  CountStockResult,
  MoveStockResult,
  ReceiveStockResult,
  SaveCellsResult,
  WriteOffStockResult,
} from './stock-result.type.js'
import { MoveStockArgs, SaveCellsArgs, StockArgs, StockLinesArgs, StorageCellsArgs } from './stock.input.js'
import { Recount, StockLevelConnection, StockMovementConnection, StorageCellConnection } from './stock.type.js'

@Resolver()
export class StockResolver {
  @Query(() => StorageCellConnection, {
    complexity: readPage,
    description: 'Cells in walk order. Errors: UNKNOWN_WAREHOUSE, BAD_USER_INPUT. / Ячейки.',
  })
  storageCells(@Args(() => StorageCellsArgs) args: StorageCellsArgs, @Ctx() context: SchemaContext) {
    return context.stock.cells(args)
  }

  @Query(() => StockLevelConnection, {
    complexity: readPage,
    description: 'What lies in the cells, in walk order. Errors: UNKNOWN_WAREHOUSE, BAD_USER_INPUT. / Остатки.',
  })
  stockLevels(@Args(() => StockArgs) args: StockArgs, @Ctx() context: SchemaContext) {
    return context.stock.levels(args)
  }

  @Query(() => StockMovementConnection, {
    complexity: readPage,
    description: 'The stock ledger, newest first. Errors: UNKNOWN_WAREHOUSE, BAD_USER_INPUT. / Движения.',
  })
  stockMovements(@Args(() => StockArgs) args: StockArgs, @Ctx() context: SchemaContext) {
    return context.stock.movements(args)
  }

  @Query(() => [Recount], {
    complexity: readMost,
    description: 'Cells to be counted, the oldest 100. Errors: UNKNOWN_WAREHOUSE. / Пересчёты.',
  })
  recounts(
    @Arg('warehouseId', () => ID, { description: 'Of which warehouse. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ): Promise<readonly Recount[]> {
    return context.stock.recounts(warehouseId)
  }

  @Mutation(() => SaveCellsResult, {
    complexity: commandMany('cells'),
    description: 'Makes cells, or changes those whose codes are known; each is decided by itself. / Сохранить ячейки.',
  })
  async saveCells(@Args(() => SaveCellsArgs) args: SaveCellsArgs, @Ctx() context: SchemaContext) {
    return member(await context.stock.saveCells(args))
  }

  @Mutation(() => ReceiveStockResult, {
    complexity: commandMany('lines'),
    description: 'Units came in; each line is decided by itself. / Принять товар.',
  })
  async receiveStock(@Args(() => StockLinesArgs) args: StockLinesArgs, @Ctx() context: SchemaContext) {
    return member(await context.stock.change({ ...args, change: 'RECEIVE' }))
  }

  @Mutation(() => CountStockResult, {
    complexity: commandMany('lines'),
    description: 'So much lies there, counted: ends recounts. Each line is decided by itself. / Пересчитать.',
  })
  async countStock(@Args(() => StockLinesArgs) args: StockLinesArgs, @Ctx() context: SchemaContext) {
    return member(await context.stock.change({ ...args, change: 'COUNT' }))
  }

  @Mutation(() => WriteOffStockResult, {
    complexity: commandMany('lines'),
    description: 'Units are gone or spoilt; each line is decided by itself. / Списать.',
  })
  async writeOffStock(@Args(() => StockLinesArgs) args: StockLinesArgs, @Ctx() context: SchemaContext) {
    return member(await context.stock.change({ ...args, change: 'WRITE_OFF' }))
  }

  @Mutation(() => MoveStockResult, {
    complexity: commandOne,
    description: 'Units of a size lie in another cell now. / Переместить.',
  })
  async moveStock(@Args(() => MoveStockArgs) args: MoveStockArgs, @Ctx() context: SchemaContext) {
    return member(await context.stock.move(args))
  }
}
