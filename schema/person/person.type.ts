import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { DateTime } from '../scalars.js'

const roles = {
  ADMIN: 'Everything, everywhere; alone has no warehouse. / Администратор.',
  MANAGER: 'Runs a warehouse: imports, policies, people, boards. / Менеджер.',
  SHIFT_LEAD: 'Runs a shift: releases, resolves, cancels, hands over. / Старший смены.',
  PICKER: 'Takes units from their shelves: one’s own work. / Сборщик.',
  PACKER: 'Packs and stages. / Упаковщик.',
  ANALYST: 'Reads. / Аналитик.',
} as const

export const Role = describedEnum('Role', 'What a person is in a warehouse. / Роль.', roles)
export type Role = keyof typeof Role

@ObjectType({ description: 'A role in one warehouse. / Роль на складе.', simpleResolvers: true })
export class RoleGrant {
  @Field(() => Role, { description: 'The role. / Роль.' })
  readonly role!: Role

  @Field(() => ID, { nullable: true, description: 'Where; null for ADMIN, who is everywhere. / Склад.' })
  readonly warehouseId!: string | null
}

@InputType({ description: 'A role to give. / Роль на складе.' })
export class RoleGrantInput {
  @Field(() => Role, { description: 'The role. / Роль.' })
  readonly role!: Role

  @Field(() => ID, { nullable: true, description: 'Where; null for ADMIN alone. / Склад.' })
  readonly warehouseId?: string | null
}

@ObjectType({ description: 'Somebody who may sign in. / Сотрудник.' })
export class Person {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => String, { description: 'What the log and the claims say; never changes. / Имя.' })
  readonly name!: string

  @Field(() => String, { nullable: true, description: 'What they sign in with, if anything. / Логин.' })
  readonly login!: string | null

  @Field(() => Boolean, { description: 'Made up by the demo. / Из демо.' })
  readonly demo!: boolean

  @Field(() => Boolean, {
    name: 'hasAuthenticator',
    description: 'Whether a code is asked for at sign-in. / Вход с кодом.',
  })
  readonly totp!: boolean

  @Field(() => [RoleGrant], { name: 'roles', description: 'Every role that the caller may know of. / Роли.' })
  readonly grants!: readonly RoleGrant[]

  @Field(() => Boolean, {
    description:
      'Whether there are roles in warehouses that the caller does not manage: then only an administrator changes this person. / Есть роли на других складах.',
  })
  readonly hasRolesElsewhere!: boolean

  @Field(() => DateTime, { nullable: true, description: 'Since when they may not sign in. / Отключён.' })
  readonly disabledAt!: Date | null

  @Field(() => DateTime, { description: 'When they were made. / Когда заведён.' })
  readonly createdAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When a request of theirs was last served. / Был в сети.' })
  readonly lastSeenAt!: Date | null
}
