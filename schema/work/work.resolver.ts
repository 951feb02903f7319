import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { claimCount, commandHeld, readHeld, readOne } from '../cost.js'
import { member } from '../result.js'
import { WarehouseCommandArgs } from '../stock/stock.input.js'
import { BreakWorkArgs, ClaimWorkArgs, HandOverWorkArgs } from './work.input.js'
import {
  BreakWorkResult,
  ClaimWorkResult,
  HandOverWorkResult,
  OrderByScanResult,
  ReleaseWorkResult,
  WorkCapsule,
} from './work.type.js'

@Resolver()
export class WorkResolver {
  @Query(() => WorkCapsule, {
    nullable: true,
    complexity: readHeld,
    description:
      'What one holds in one’s shift, and what of it was cancelled meanwhile; null without an open shift. / Моя работа.',
  })
  myWork(@Ctx() context: SchemaContext): Promise<WorkCapsule | null> {
    return context.work.ownWork()
  }

  @Query(() => OrderByScanResult, {
    complexity: readOne,
    description:
      'The waiting order for a unit at the packing table. Refusals: UNKNOWN_ITEM, NOT_AN_ITEM, CANCELLED (put it back), NOT_WAITING. Errors: UNKNOWN_WAREHOUSE, FORBIDDEN. / Задание по скану.',
  })
  async orderByScan(
    @Arg('warehouseId', () => ID, { description: 'In which warehouse. / Склад.' }) warehouseId: string,
    @Arg('text', () => String, {
      description: 'As scanned: a barcode of the size or its marking code, at most 500 characters. / Скан.',
    })
    text: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.work.orderByScan({ warehouseId, text }))
  }

  @Mutation(() => ClaimWorkResult, {
    complexity: claimCount,
    description:
      'Takes so many released orders at once, the most urgent ones, until the end of one’s shift. / Взять работу.',
  })
  async claimWork(@Args(() => ClaimWorkArgs) args: ClaimWorkArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.claim(args))
  }

  @Mutation(() => ReleaseWorkResult, {
    complexity: commandHeld,
    description:
      'Gives back all that one holds there and has not picked; `unclaimOrders` gives some. / Вернуть работу.',
  })
  async releaseWork(@Args(() => WarehouseCommandArgs) args: WarehouseCommandArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.release(args))
  }

  @Mutation(() => HandOverWorkResult, {
    complexity: commandHeld,
    description: 'Gives all that one holds there to somebody who works there now. / Передать работу.',
  })
  async handOverWork(@Args(() => HandOverWorkArgs) args: HandOverWorkArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.handOver(args))
  }

  @Mutation(() => BreakWorkResult, {
    complexity: commandHeld,
    description: 'For shift leads: takes work from whoever holds it. / Забрать работу.',
  })
  async breakWork(@Args(() => BreakWorkArgs) args: BreakWorkArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.break(args))
  }
}
