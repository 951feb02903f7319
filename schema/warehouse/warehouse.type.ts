import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DateTime, LocalTime } from '../scalars.js'
import { SellerAccount } from '../seller-account/seller-account.type.js'

@ObjectType({ description: 'How deadlines are made in a warehouse. / Правила сроков.', simpleResolvers: true })
export class SlaPolicy {
  @Field(() => Int, { description: 'Minutes from creation to the deadline. / Минут на сборку.' })
  readonly assemblyMinutes!: number

  @Field(() => [LocalTime], { description: 'Local times at which a load leaves, sorted. / Время отгрузок.' })
  readonly cutOffs!: readonly string[]

  @Field(() => Int, {
    description: 'Minutes before the deadline at which an order turns amber. / За сколько минут «скоро срок».',
  })
  readonly amberMinutes!: number

  @Field(() => Int, {
    description: 'Minutes before the deadline at which an order turns red. / За сколько минут «срок горит».',
  })
  readonly redMinutes!: number
}

@InputType({ description: 'A new SLA policy. / Новые правила сроков.' })
export class SlaPolicyInput {
  @Field(() => Int, { description: 'Minutes from creation to the deadline, 1 to 43200. / Минут на сборку.' })
  readonly assemblyMinutes!: number

  @Field(() => [LocalTime], {
    defaultValue: [],
    description: 'At most 24 local times HH:MM at which a load leaves. / Время отгрузок.',
  })
  readonly cutOffs!: readonly string[]

  @Field(() => Int, {
    defaultValue: 120,
    description: 'Minutes before the deadline, not below redMinutes. / За сколько минут «скоро срок».',
  })
  readonly amberMinutes!: number

  @Field(() => Int, {
    defaultValue: 30,
    description: 'Minutes before the deadline, 0 or more. / За сколько минут «срок горит».',
  })
  readonly redMinutes!: number
}

@ObjectType({ description: 'A warehouse of a seller. / Склад продавца.', simpleResolvers: true })
export class Warehouse {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => SellerAccount, { description: 'Whose it is. / Кабинет.' })
  readonly sellerAccount!: SellerAccount

  @Field(() => ID, { description: 'The marketplace’s number of it. / ID склада продавца.' })
  readonly wbWarehouseId!: string

  @Field(() => String, { description: 'Name as people say it. / Название.' })
  readonly name!: string

  @Field(() => String, { description: 'IANA time zone, `Europe/Moscow`. / Часовой пояс.' })
  readonly timeZone!: string

  @Field(() => SlaPolicy, { description: 'How its deadlines are made. / Правила сроков.' })
  readonly slaPolicy!: SlaPolicy

  @Field(() => Boolean, { description: 'Made by the demo: nothing in it is real. / Демонстрационный.' })
  readonly demo!: boolean

  @Field(() => DateTime, { description: 'When it was made. / Создан.' })
  readonly createdAt!: string
}
