import { Field, ID, Int, ObjectType } from 'type-graphql'
import { PageInfo } from '../order/order-connection.type.js'
import { AuditDetails, DateTime, UUID } from '../scalars.js'
import { AuditAction, AuditSubject } from './audit.enums.js'

@ObjectType({
  description: 'Something that was done: by whom, from which device, when. Never changed. / Запись журнала действий.',
  simpleResolvers: true,
})
export class AuditEntry {
  @Field(() => ID, { description: 'Its own name among all entries. / ID записи.' })
  readonly id!: string

  @Field(() => DateTime, { description: 'Server time of the record. / Время сервера.' })
  readonly at!: string

  @Field(() => ID, { nullable: true, description: 'In which warehouse; null: in none of them. / Склад.' })
  readonly warehouseId!: string | null

  @Field(() => String, {
    description:
      'Who did it; `system` for the warehouse’s own jobs, `marketplace` for what follows from its statuses. / Кто.',
  })
  readonly actor!: string

  @Field(() => String, { nullable: true, description: 'From which device. / Устройство.' })
  readonly device!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Time by the client’s clock: only informative. / Время устройства.',
  })
  readonly clientTime!: string | null

  @Field(() => AuditAction, { description: 'What was done. / Действие.' })
  readonly action!: AuditAction

  @Field(() => AuditSubject, { description: 'To what kind of thing. / Вид предмета.' })
  readonly subject!: AuditSubject

  @Field(() => ID, { description: 'To which one: our id of it. / Предмет.' })
  readonly subjectId!: string

  @Field(() => AuditDetails, { description: 'What belongs to the action, never a secret. / Подробности.' })
  readonly details!: Readonly<Record<string, unknown>>

  @Field(() => UUID, {
    nullable: true,
    description: 'The command that did it; null for the warehouse’s own jobs. / Команда.',
  })
  readonly commandId!: string | null
}

@ObjectType({ description: 'An entry in a list. / Элемент списка.', simpleResolvers: true })
export class AuditEntryEdge {
  @Field(() => String, { description: 'Opaque place in this trail. / Курсор.' })
  readonly cursor!: string

  @Field(() => AuditEntry, { description: 'The entry. / Запись.' })
  readonly node!: AuditEntry
}

@ObjectType({
  description: 'A page of an audit trail (Relay connection). / Страница журнала действий.',
  simpleResolvers: true,
})
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge], { description: 'Entries of the page. / Элементы.' })
  readonly edges!: readonly AuditEntryEdge[]

  @Field(() => PageInfo, { description: 'Where the page stands. / Положение.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({
  description: 'A hash over what a trail had got, and over the seal before. / Печать.',
  simpleResolvers: true,
})
export class AuditSeal {
  @Field(() => Int, { description: 'Its number in this trail, from 1. / Номер.' })
  readonly number!: number

  @Field(() => DateTime, { description: 'When it was put on. / Когда поставлена.' })
  readonly at!: string
}

@ObjectType({ description: 'How far the seals of a trail reach. / Что под печатью.', simpleResolvers: true })
export class AuditSealing {
  @Field(() => AuditSeal, {
    nullable: true,
    description: 'The newest; null while there is none. / Последняя печать.',
  })
  readonly seal!: AuditSeal | null

  @Field(() => Int, {
    description:
      'How many of the newest entries no seal covers yet: a change of them would not be found. / Записей без печати.',
  })
  readonly unsealed!: number
}
