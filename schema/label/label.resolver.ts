import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandOne, readFew } from '../cost.js'
import { member } from '../result.js'
import { AttachLabelIdentifierArgs, AttachLabelIdentifierResult, LabelIdentifier } from './label.type.js'

@Resolver()
export class LabelResolver {
  @Query(() => [LabelIdentifier], {
    complexity: readFew,
    description:
      'The marking codes of an order, for whoever works on it; none of an order that is none. / Коды маркировки.',
  })
  labelIdentifiers(
    @Arg('orderId', () => ID, { description: 'The order. / Задание.' }) orderId: string,
    @Ctx() context: SchemaContext,
  ): Promise<readonly LabelIdentifier[]> {
    return context.orders.labels(orderId)
  }

  @Mutation(() => AttachLabelIdentifierResult, {
    complexity: commandOne,
    description:
      'Keeps a marking code of the unit in hand, with what a look at it says; a second scan replaces the first. / Отсканировать маркировку.',
  })
  async attachLabelIdentifier(
    @Args(() => AttachLabelIdentifierArgs) args: AttachLabelIdentifierArgs,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.orders.attachLabel(args))
  }
}
