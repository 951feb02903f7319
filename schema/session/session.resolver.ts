import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { AccessToken } from '../access-token/access-token.type.js'
import type { SchemaContext } from '../context.js'
import { commandOne, hashOne, readFew, readOne } from '../cost.js'
import { RoleGrant } from '../person/person.type.js'
import { member } from '../result.js'
import {
  ConfirmIdentityResult,
  CreateFirstAdminResult,
  DisableAuthenticatorResult,
  EnableAuthenticatorResult,
  EndSessionResult,
  OfferAuthenticatorResult,
  SetPasswordResult,
  SignInByLinkResult,
  SignInResult,
  SignInWithBadgeResult,
} from './session-result.type.js'
import { Me, Session } from './session.type.js'

const password = { description: 'The password. / Пароль.' }
const newPassword = { description: '12 to 200 characters, none of the common ones. / Новый пароль.' }
const login = { description: '3 to 100 characters. / Логин.' }
const code = { nullable: true, description: 'Six digits of the authenticator, when there is one. / Код из приложения.' }
const linkSecret = { description: 'What stood after the `#` of the link. / Секрет ссылки.' }

@Resolver(() => Me)
export class SessionResolver {
  @Extensions({ open: true })
  @Query(() => Me, {
    complexity: readOne,
    nullable: true,
    description: 'Who calls; null while nobody is signed in. / Кто вошёл.',
  })
  me(@Ctx() context: SchemaContext): Promise<Me | null> {
    return context.sessions.me()
  }

  @Extensions({ io: true })
  @FieldResolver(() => [Session], {
    complexity: readFew,
    description: 'One’s sessions, the latest used first. / Сеансы.',
  })
  sessions(@Ctx() context: SchemaContext): Promise<readonly Session[]> {
    return context.sessions.list()
  }

  @Extensions({ io: true })
  @FieldResolver(() => [AccessToken], {
    complexity: readFew,
    description: 'One’s access tokens, the newest first. / Токены.',
  })
  accessTokens(@Ctx() context: SchemaContext): Promise<readonly AccessToken[]> {
    return context.accessTokens.list()
  }

  @Extensions({ io: true })
  @FieldResolver(() => [RoleGrant], {
    complexity: readFew,
    description: 'Every role that one may give and take; none with a token. / Роли, которые можно выдавать.',
  })
  grantableRoles(@Ctx() context: SchemaContext): Promise<readonly RoleGrant[]> {
    return context.people.grantable()
  }

  @Extensions({ open: true })
  @Mutation(() => SignInResult, { complexity: hashOne, description: 'Signs in with login and password. / Войти.' })
  async signIn(
    @Arg('login', () => String, login) name: string,
    @Arg('password', () => String, password) secret: string,
    @Arg('code', () => String, code) digits: string | null,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.signIn({ login: name, password: secret, code: digits ?? null }))
  }

  @Extensions({ open: true })
  @Mutation(() => SignInByLinkResult, {
    complexity: commandOne,
    description: 'Signs in with a link, which is spent with it. / Войти по ссылке.',
  })
  async signInByLink(@Arg('secret', () => String, linkSecret) secret: string, @Ctx() context: SchemaContext) {
    return member(await context.sessions.signInByLink(secret))
  }

  @Extensions({ open: true })
  @Mutation(() => SignInWithBadgeResult, {
    complexity: hashOne,
    description: 'Signs in on a phone that was let in, for a shift. / Войти по бейджу.',
  })
  async signInWithBadge(
    @Arg('badge', () => String, { description: 'What the badge’s QR code says. / Код бейджа.' }) badge: string,
    @Arg('pin', () => String, { description: 'Six digits. / ПИН-код.' }) pin: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.signInWithBadge({ badge, pin }))
  }

  @Extensions({ open: true })
  @Mutation(() => CreateFirstAdminResult, {
    complexity: hashOne,
    description: 'Makes the first administrator, with the link that the first start printed. / Первый администратор.',
  })
  async createFirstAdmin(
    @Arg('secret', () => String, linkSecret) secret: string,
    @Arg('name', () => String, { description: '1 to 100 characters. / Имя.' }) name: string,
    @Arg('login', () => String, login) loginName: string,
    @Arg('password', () => String, newPassword) chosen: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.createFirstAdmin({ secret, name, login: loginName, password: chosen }))
  }

  @Extensions({ ownSignIn: true })
  @Mutation(() => EndSessionResult, {
    complexity: commandOne,
    description: 'Ends a session of the caller’s, by default this browser’s, within two seconds. / Выйти.',
  })
  async endSession(
    @Arg('id', () => ID, { nullable: true, description: 'Which; absent means this one. / Сеанс.' }) id: string | null,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.end(id ?? null))
  }

  @Extensions({ ownSignIn: true })
  @Mutation(() => ConfirmIdentityResult, {
    complexity: hashOne,
    description: 'Proves once more who the caller is, for ten minutes. / Подтвердить личность.',
  })
  async confirmIdentity(
    @Arg('password', () => String, password) secret: string,
    @Arg('code', () => String, code) digits: string | null,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.confirm({ password: secret, code: digits ?? null }))
  }

  @Extensions({ ownSignIn: true })
  @Mutation(() => SetPasswordResult, {
    complexity: hashOne,
    description: 'Sets the caller’s login and password. / Задать пароль.',
  })
  async setPassword(
    @Arg('login', () => String, login) name: string,
    @Arg('password', () => String, newPassword) chosen: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.setPassword({ login: name, password: chosen }))
  }

  @Extensions({ ownSignIn: true })
  @Mutation(() => OfferAuthenticatorResult, {
    complexity: commandOne,
    description: 'A secret for an authenticator; it counts once a code is confirmed. / Подключить приложение с кодами.',
  })
  async offerAuthenticator(@Ctx() context: SchemaContext) {
    return member(await context.sessions.offerAuthenticator())
  }

  @Extensions({ ownSignIn: true })
  @Mutation(() => EnableAuthenticatorResult, {
    complexity: commandOne,
    description: 'Asks for a code at each sign-in from now on. / Включить вход с кодом.',
  })
  async enableAuthenticator(
    @Arg('secret', () => String, { description: 'The secret that was offered. / Секрет.' }) secret: string,
    @Arg('code', () => String, { description: 'Its code now, six digits. / Код.' }) digits: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.sessions.enableAuthenticator({ secret, code: digits }))
  }

  @Mutation(() => DisableAuthenticatorResult, {
    complexity: commandOne,
    description:
      'Asks for no code any more; refused to those who must have an authenticator: they set up another one. / Отключить вход с кодом.',
  })
  async disableAuthenticator(@Ctx() context: SchemaContext) {
    return member(await context.sessions.disableAuthenticator())
  }
}
