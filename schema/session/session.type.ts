import { Field, ID, ObjectType } from 'type-graphql'
import type { AccessToken } from '../access-token/access-token.type.js'
import { Person, type RoleGrant } from '../person/person.type.js'
import { DateTime } from '../scalars.js'

@ObjectType({ description: 'A browser that somebody signed in with. / Сеанс.', simpleResolvers: true })
export class Session {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => String, { description: 'What the browser calls itself. / Браузер.' })
  readonly agent!: string

  @Field(() => DateTime, { description: 'When it began. / Начат.' })
  readonly createdAt!: Date

  @Field(() => DateTime, { description: 'When it was last used, to the minute. / Активность.' })
  readonly lastSeenAt!: Date

  @Field(() => DateTime, { description: 'When it ends whatever happens. / Действует до.' })
  readonly expiresAt!: Date
}

@ObjectType({ description: 'Who calls, as the gateway sees it. / Кто вошёл.' })
export class Me {
  @Field(() => Person, { description: 'The person. / Сотрудник.' })
  readonly person!: Person

  @Field(() => ID, { nullable: true, description: 'The session of this browser; null with a token. / Этот сеанс.' })
  readonly sessionId!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the proof of identity is fresh enough for what matters. / До какого времени личность подтверждена.',
  })
  readonly confirmedUntil!: Date | null

  @Field(() => Boolean, { description: 'Whether a password is set. / Есть ли пароль.' })
  readonly hasPassword!: boolean

  @Field(() => Boolean, {
    description:
      'Whether an authenticator is demanded and none is set up: until then everything but one’s own sign-in is answered AUTHENTICATOR_REQUIRED. / Нужно подключить приложение с кодами.',
  })
  readonly mustEnableAuthenticator!: boolean

  readonly sessions?: readonly Session[]
  readonly accessTokens?: readonly AccessToken[]
  readonly grantableRoles?: readonly RoleGrant[]
}
