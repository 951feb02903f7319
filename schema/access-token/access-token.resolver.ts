import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandOne } from '../cost.js'
import { member } from '../result.js'
import { CreateAccessTokenResult, RevokeAccessTokenResult, TokenScope } from './access-token.type.js'

@Resolver()
export class AccessTokenResolver {
  @Mutation(() => CreateAccessTokenResult, {
    complexity: commandOne,
    description: 'Makes an access token of the caller; asks for a fresh proof of identity. / Создать токен.',
  })
  async createAccessToken(
    @Arg('name', () => String, { description: 'What it is for, 1 to 100 characters. / Название.' }) name: string,
    @Arg('scopes', () => [TokenScope], { description: 'What it opens, at least one. / Области.' })
    scopes: readonly TokenScope[],
    @Arg('days', () => Int, { defaultValue: 30, description: '1 to 90. / Срок, дней.' }) days: number,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.accessTokens.create({ name, scopes, days }))
  }

  @Mutation(() => RevokeAccessTokenResult, {
    complexity: commandOne,
    description: 'Ends a token of the caller’s within two seconds, open sockets included. / Отозвать токен.',
  })
  async revokeAccessToken(
    @Arg('id', () => ID, { description: 'Which token. / Токен.' }) id: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.accessTokens.revoke(id))
  }
}
