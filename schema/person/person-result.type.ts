import { Field, ObjectType } from 'type-graphql'
import { resultUnion } from '../result.js'
import { Person } from './person.type.js'

const linkSecret =
  'Opens the account once, within a day: `/sign-in#link=…`. Shown here alone. / Секрет ссылки для входа, показывается один раз.'

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class CreatePersonSuccess {
  @Field(() => Person, { description: 'The new person. / Сотрудник.' })
  readonly person!: Person

  @Field(() => String, { description: linkSecret })
  readonly linkSecret!: string
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class SetRolesSuccess {
  @Field(() => Person, { description: 'With the new roles. / Сотрудник.' })
  readonly person!: Person
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class SetPersonDisabledSuccess {
  @Field(() => Person, { description: 'As they are now. / Сотрудник.' })
  readonly person!: Person
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class ResetSignInSuccess {
  @Field(() => Person, { description: 'Without password and authenticator. / Сотрудник.' })
  readonly person!: Person

  @Field(() => String, { description: linkSecret })
  readonly linkSecret!: string
}

@ObjectType({ description: 'Both are shown here alone; the old badge is void. / Новый бейдж.', simpleResolvers: true })
export class IssueBadgeSuccess {
  @Field(() => String, { description: 'For the badge’s QR code: `wbab_…`. / Код бейджа.' })
  readonly badge!: string

  @Field(() => String, { description: 'Six digits, for the person alone. / ПИН-код.' })
  readonly pin!: string
}

export const IssueBadgeResult = resultUnion('IssueBadge', IssueBadgeSuccess)
export const CreatePersonResult = resultUnion('CreatePerson', CreatePersonSuccess)
export const SetRolesResult = resultUnion('SetRoles', SetRolesSuccess)
export const SetPersonDisabledResult = resultUnion('SetPersonDisabled', SetPersonDisabledSuccess)
export const ResetSignInResult = resultUnion('ResetSignIn', ResetSignInSuccess)
