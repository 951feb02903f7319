import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandHeld, commandOne, readMost, readOne } from '../cost.js'
import { CommandArgs } from '../order/order.input.js'
import { member } from '../result.js'
import { WarehouseCommandArgs } from '../stock/stock.input.js'
import { EndShiftResult, Shift, StartShiftResult } from './shift.type.js'

@Resolver()
export class ShiftResolver {
  @Query(() => Shift, {
    nullable: true,
    complexity: readOne,
    description: 'One’s open shift; null when there is none. / Моя смена.',
  })
  myShift(@Ctx() context: SchemaContext): Promise<Shift | null> {
    return context.work.ownShift()
  }

  @Query(() => [Shift], {
    complexity: readMost,
    description: 'Who works there now, by name. Errors: UNKNOWN_WAREHOUSE, FORBIDDEN. / Кто на смене.',
  })
  shifts(
    @Arg('warehouseId', () => ID, { description: 'In which warehouse. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ): Promise<readonly Shift[]> {
    return context.work.shifts(warehouseId)
  }

  @Mutation(() => StartShiftResult, {
    complexity: commandOne,
    description:
      'Begins a shift, which ends with the session or after 16 hours; an open one in this warehouse goes on here. / Начать смену.',
  })
  async startShift(@Args(() => WarehouseCommandArgs) args: WarehouseCommandArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.startShift(args))
  }

  @Mutation(() => EndShiftResult, {
    complexity: commandHeld,
    description: 'Ends one’s shift and gives back what was not picked. / Закончить смену.',
  })
  async endShift(@Args(() => CommandArgs) args: CommandArgs, @Ctx() context: SchemaContext) {
    return member(await context.work.endShift(args))
  }
}
