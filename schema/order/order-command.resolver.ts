import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import type { CommandManyOrders, CommandOneOrder, SchemaContext } from '../context.js'
import { commandMany, commandOne } from '../cost.js'
import { member } from '../result.js'
import {
  CancelOrdersResult,
  ClaimOrdersResult,
  ConfirmPutBackResult,
  HandOverOrdersResult,
  HoldOrdersResult,
  PackOrderResult,
  PickOrderResult,
  PutIntoBoxResult,
  ReleaseOrdersResult,
  ReportShortageResult,
  ResolveShortageResult,
  ResumeOrdersResult,
  StageOrdersResult,
  UnclaimOrdersResult,
} from './order-result.type.js'
import {
  OrderCommandArgs,
  OrdersCommandArgs,
  PutIntoBoxArgs,
  ReasonedOrdersCommandArgs,
  ReportShortageArgs,
  ScanCommandArgs,
  ShelfScanArgs,
} from './order.input.js'

/** By the orders of the call. */
const commandOrders = commandMany('orderIds')
const many = async (context: SchemaContext, command: CommandManyOrders) =>
  member(await context.orders.commandMany(command))
const one = async (context: SchemaContext, command: CommandOneOrder) => member(await context.orders.commandOne(command))

@Resolver()
export class OrderCommandResolver {
  @Mutation(() => ReleaseOrdersResult, {
    complexity: commandOrders,
    description: 'Gives new orders to the floor. / Выдать в работу.',
  })
  releaseOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'RELEASE' })
  }

  @Mutation(() => ClaimOrdersResult, {
    complexity: commandOrders,
    description:
      'Takes orders into one’s hands for 20 minutes; each command about one of them renews the others of the warehouse. One live claim an order. / Взять в работу.',
  })
  claimOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'CLAIM' })
  }

  @Mutation(() => UnclaimOrdersResult, {
    complexity: commandOrders,
    description: 'Gives one’s claimed orders back. / Вернуть в очередь.',
  })
  unclaimOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'UNCLAIM' })
  }

  @Mutation(() => PickOrderResult, {
    complexity: commandOne,
    description:
      'Takes the unit: the scanned barcode must be one of its size. Booked out of the scanned cell, else of the one the claim was told, else of the first that has the size. / Отобрать.',
  })
  pickOrder(@Args(() => ShelfScanArgs) args: ShelfScanArgs, @Ctx() context: SchemaContext) {
    return one(context, { ...args, command: 'PICK' })
  }

  @Mutation(() => PackOrderResult, {
    complexity: commandOne,
    description:
      'Checks and packs the unit: the scanned barcode must be one of its size, its required marking scanned before. / Упаковать.',
  })
  packOrder(@Args(() => ScanCommandArgs) args: ScanCommandArgs, @Ctx() context: SchemaContext) {
    return one(context, { ...args, command: 'PACK' })
  }

  @Mutation(() => StageOrdersResult, {
    complexity: commandOrders,
    description: 'Puts packed orders to the dock. / Подготовить к отгрузке.',
  })
  stageOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'STAGE' })
  }

  @Mutation(() => HandOverOrdersResult, {
    complexity: commandOrders,
    description: 'Gives staged orders to the marketplace. / Передать.',
  })
  handOverOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'HAND_OVER' })
  }

  @Mutation(() => HoldOrdersResult, {
    complexity: commandOrders,
    description: 'Sets orders aside; a claimed one is given back. / Отложить.',
  })
  holdOrders(@Args(() => ReasonedOrdersCommandArgs) args: ReasonedOrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'HOLD' })
  }

  @Mutation(() => ResumeOrdersResult, {
    complexity: commandOrders,
    description: 'Returns held orders to where they were. / Продолжить.',
  })
  resumeOrders(@Args(() => OrdersCommandArgs) args: OrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'RESUME' })
  }

  @Mutation(() => ReportShortageResult, {
    complexity: commandOne,
    description:
      'Says that the unit is not there or is damaged. With the cell where a holder did not find it, that cell is to be counted, and the order stays theirs while the ledger knows another cell (`otherCell`); else it is short. / Сообщить о недостаче.',
  })
  async reportShortage(@Args(() => ReportShortageArgs) args: ReportShortageArgs, @Ctx() context: SchemaContext) {
    return member(await context.orders.reportShortage(args))
  }

  @Mutation(() => ResolveShortageResult, {
    complexity: commandOne,
    description: 'The unit is found: the order goes to the floor again. / Закрыть недостачу.',
  })
  resolveShortage(@Args(() => OrderCommandArgs) args: OrderCommandArgs, @Ctx() context: SchemaContext) {
    return one(context, { ...args, command: 'RESOLVE_SHORTAGE' })
  }

  @Mutation(() => CancelOrdersResult, {
    complexity: commandOrders,
    description: 'Cancels orders; a picked unit must then be put back. / Отменить.',
  })
  cancelOrders(@Args(() => ReasonedOrdersCommandArgs) args: ReasonedOrdersCommandArgs, @Ctx() context: SchemaContext) {
    return many(context, { ...args, command: 'CANCEL' })
  }

  @Mutation(() => ConfirmPutBackResult, {
    complexity: commandOne,
    description:
      'The cancelled unit, scanned, is on a shelf again: in the scanned cell, else where it was taken from. / Подтвердить возврат на полку.',
  })
  confirmPutBack(@Args(() => ShelfScanArgs) args: ShelfScanArgs, @Ctx() context: SchemaContext) {
    return one(context, { ...args, command: 'CONFIRM_PUT_BACK' })
  }

  @Mutation(() => PutIntoBoxResult, {
    complexity: commandOne,
    description: 'Puts the packed unit into a box, which is made by its first unit. / Положить в короб.',
  })
  async putIntoBox(@Args(() => PutIntoBoxArgs) args: PutIntoBoxArgs, @Ctx() context: SchemaContext) {
    return member(await context.orders.putIntoBox(args))
  }
}
