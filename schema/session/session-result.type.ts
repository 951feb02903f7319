import { Field, ObjectType } from 'type-graphql'
import { resultUnion } from '../result.js'
import { Me } from './session.type.js'

const me = { description: 'Who is signed in now. / Кто вошёл.' }

@ObjectType({ description: 'Signed in; the answer sets the session’s cookie. / Вход выполнен.', simpleResolvers: true })
export class SignInSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Signed in; the answer sets the session’s cookie. / Вход выполнен.', simpleResolvers: true })
export class SignInByLinkSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Signed in; the answer sets the session’s cookie. / Вход выполнен.', simpleResolvers: true })
export class SignInWithBadgeSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({
  description: 'Made and signed in; the answer sets the session’s cookie. / Вход выполнен.',
  simpleResolvers: true,
})
export class CreateFirstAdminSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class ConfirmIdentitySuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Done; other sessions have ended. / Сделано.', simpleResolvers: true })
export class SetPasswordSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Done; other sessions have ended. / Сделано.', simpleResolvers: true })
export class EnableAuthenticatorSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({ description: 'Done; other sessions have ended. / Сделано.', simpleResolvers: true })
export class DisableAuthenticatorSuccess {
  @Field(() => Me, me)
  readonly me!: Me
}

@ObjectType({
  description: 'Nothing is kept of it until a code is confirmed. / Секрет приложения.',
  simpleResolvers: true,
})
export class OfferAuthenticatorSuccess {
  @Field(() => String, { description: 'Base32, to be typed. / Секрет.' })
  readonly secret!: string

  @Field(() => String, { description: '`otpauth:` address, to be scanned as a QR code. / Адрес для QR-кода.' })
  readonly uri!: string
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class EndSessionSuccess {
  @Field(() => Boolean, { description: 'Whether it was this very browser’s. / Был ли это текущий сеанс.' })
  readonly own!: boolean
}

export const SignInResult = resultUnion('SignIn', SignInSuccess)
export const SignInByLinkResult = resultUnion('SignInByLink', SignInByLinkSuccess)
export const SignInWithBadgeResult = resultUnion('SignInWithBadge', SignInWithBadgeSuccess)
export const CreateFirstAdminResult = resultUnion('CreateFirstAdmin', CreateFirstAdminSuccess)
export const ConfirmIdentityResult = resultUnion('ConfirmIdentity', ConfirmIdentitySuccess)
export const SetPasswordResult = resultUnion('SetPassword', SetPasswordSuccess)
export const OfferAuthenticatorResult = resultUnion('OfferAuthenticator', OfferAuthenticatorSuccess)
export const EnableAuthenticatorResult = resultUnion('EnableAuthenticator', EnableAuthenticatorSuccess)
export const DisableAuthenticatorResult = resultUnion('DisableAuthenticator', DisableAuthenticatorSuccess)
export const EndSessionResult = resultUnion('EndSession', EndSessionSuccess)
