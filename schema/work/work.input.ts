import { ArgsType, Field, ID, Int } from 'type-graphql'
import { WarehouseCommandArgs } from '../stock/stock.input.js'

@ArgsType()
export class ClaimWorkArgs extends WarehouseCommandArgs {
  @Field(() => Int, { description: '1 to 100; nobody holds more than 200. / Сколько заданий.' })
  readonly count!: number
}

@ArgsType()
export class HandOverWorkArgs extends WarehouseCommandArgs {
  @Field(() => String, { description: 'Name of somebody with an open shift there. / Кому.' })
  readonly to!: string
}

@ArgsType()
export class BreakWorkArgs extends WarehouseCommandArgs {
  @Field(() => String, { nullable: true, description: 'All that this person holds; or orderId. / У кого.' })
  readonly person?: string | null

  @Field(() => ID, { nullable: true, description: 'One order; or person. / Задание.' })
  readonly orderId?: string | null
}
