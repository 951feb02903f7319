import { Field, ID, ObjectType } from 'type-graphql'
import { DateTime } from '../scalars.js'

@ObjectType({
  description: 'A seller’s account at the marketplace: the border between tenants. / Кабинет продавца.',
  simpleResolvers: true,
})
export class SellerAccount {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => String, { description: 'Its name, unique in the installation. / Название.' })
  readonly name!: string

  @Field(() => DateTime, { description: 'When it was made. / Создан.' })
  readonly createdAt!: string
}
