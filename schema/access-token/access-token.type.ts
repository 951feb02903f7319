import { Field, ID, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'

const scopes = {
  READ: 'Queries and subscriptions. / Чтение.',
  IMPORT: 'Imports of orders and statuses. / Загрузка.',
  FLOOR: 'Commands of the floor. / Работа на складе.',
} as const

export const TokenScope = describedEnum(
  'TokenScope',
  'What an access token opens, within its owner’s roles. / Область токена.',
  scopes,
)
export type TokenScope = keyof typeof TokenScope

@ObjectType({
  description: 'A personal access token, for programs; its text is shown once. / Персональный токен доступа.',
  simpleResolvers: true,
})
export class AccessToken {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => String, { description: 'What it is for. / Название.' })
  readonly name!: string

  @Field(() => String, { description: 'The last four characters, to tell tokens apart. / Окончание.' })
  readonly ending!: string

  @Field(() => [TokenScope], { description: 'What it opens. / Области.' })
  readonly scopes!: readonly TokenScope[]

  @Field(() => DateTime, { description: 'When it was made. / Создан.' })
  readonly createdAt!: Date

  @Field(() => DateTime, { description: 'When it ends. / Действует до.' })
  readonly expiresAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute. / Использован.' })
  readonly lastUsedAt!: Date | null
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class CreateAccessTokenSuccess {
  @Field(() => AccessToken, { description: 'The new token. / Токен.' })
  readonly accessToken!: AccessToken

  @Field(() => String, { description: 'Its text: `wba_…`. Shown here alone. / Текст токена, показывается один раз.' })
  readonly secret!: string
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class RevokeAccessTokenSuccess {
  @Field(() => [AccessToken], { description: 'The tokens that are left. / Оставшиеся токены.' })
  readonly accessTokens!: readonly AccessToken[]
}

export const CreateAccessTokenResult = resultUnion('CreateAccessToken', CreateAccessTokenSuccess)
export const RevokeAccessTokenResult = resultUnion('RevokeAccessToken', RevokeAccessTokenSuccess)
