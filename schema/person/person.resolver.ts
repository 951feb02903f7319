import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandOne, hashOne, readFew } from '../cost.js'
import { member } from '../result.js'
import {
  CreatePersonResult,
  IssueBadgeResult,
  ResetSignInResult,
  SetPersonDisabledResult,
  SetRolesResult,
} from './person-result.type.js'
import { Person, RoleGrantInput } from './person.type.js'

const personId = { description: 'Who. / Сотрудник.' }
const roles = { description: 'All of their roles. / Все роли.' }

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => [Person], {
    complexity: readFew,
    description:
      'The people of the caller’s warehouses, by name; for managers and administrators, signed in with a browser. Errors: SIGN_IN_REQUIRED, FORBIDDEN. / Сотрудники.',
  })
  people(@Ctx() context: SchemaContext): Promise<readonly Person[]> {
    return context.people.list()
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller may manage them: each of their roles is one that the caller may give. / Можно ли управлять.',
  })
  manageable(@Root() person: Person, @Ctx() context: SchemaContext): boolean {
    return context.people.mayManage(person)
  }

  @Mutation(() => CreatePersonResult, {
    complexity: commandOne,
    description: 'Makes a person, with a link for their first sign-in. / Завести сотрудника.',
  })
  async createPerson(
    @Arg('name', () => String, { description: '1 to 100 characters, unique. / Имя.' }) name: string,
    @Arg('login', () => String, { nullable: true, description: '3 to 100 characters, unique. / Логин.' })
    login: string | null,
    @Arg('roles', () => [RoleGrantInput], roles) grants: readonly RoleGrantInput[],
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.people.create({ name, login: login ?? null, grants }))
  }

  @Mutation(() => SetRolesResult, {
    complexity: commandOne,
    description: 'Sets all roles of a person. / Изменить роли.',
  })
  async setRoles(
    @Arg('personId', () => ID, personId) id: string,
    @Arg('roles', () => [RoleGrantInput], roles) grants: readonly RoleGrantInput[],
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.people.setGrants({ personId: id, grants }))
  }

  @Mutation(() => SetPersonDisabledResult, {
    complexity: commandOne,
    description:
      'Lets a person in no longer, or again; sessions, tokens and links end with it. / Отключить или вернуть.',
  })
  async setPersonDisabled(
    @Arg('personId', () => ID, personId) id: string,
    @Arg('disabled', () => Boolean, { description: 'Whether they may not sign in. / Отключён.' }) disabled: boolean,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.people.setDisabled({ personId: id, disabled }))
  }

  @Mutation(() => ResetSignInResult, {
    complexity: commandOne,
    description:
      'For somebody who cannot sign in: forgets password and authenticator, ends sessions and tokens, makes a link. / Сбросить вход.',
  })
  async resetSignIn(@Arg('personId', () => ID, personId) id: string, @Ctx() context: SchemaContext) {
    return member(await context.people.resetSignIn({ personId: id }))
  }

  @Mutation(() => IssueBadgeResult, {
    complexity: hashOne,
    description: 'Makes a badge and a PIN for shared phones; the old ones are void. / Выдать бейдж.',
  })
  async issueBadge(@Arg('personId', () => ID, personId) id: string, @Ctx() context: SchemaContext) {
    return member(await context.people.issueBadge({ personId: id }))
  }
}
