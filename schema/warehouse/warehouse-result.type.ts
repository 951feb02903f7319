import { Field, ObjectType } from 'type-graphql'
import { resultUnion } from '../result.js'
import { SellerAccount } from '../seller-account/seller-account.type.js'
import { Warehouse } from './warehouse.type.js'

@ObjectType({ description: 'The account is made. / Кабинет создан.', simpleResolvers: true })
export class CreateSellerAccountSuccess {
  @Field(() => SellerAccount, { description: 'The new account. / Кабинет.' })
  readonly sellerAccount!: SellerAccount
}

@ObjectType({ description: 'The warehouse is made. / Склад создан.', simpleResolvers: true })
export class CreateWarehouseSuccess {
  @Field(() => Warehouse, { description: 'The new warehouse. / Склад.' })
  readonly warehouse!: Warehouse
}

@ObjectType({
  description: 'The policy is in force; deadlines of live orders follow it. / Правила приняты.',
  simpleResolvers: true,
})
export class SetSlaPolicySuccess {
  @Field(() => Warehouse, { description: 'The warehouse with its new policy. / Склад.' })
  readonly warehouse!: Warehouse
}

export const CreateSellerAccountResult = resultUnion('CreateSellerAccount', CreateSellerAccountSuccess)
export const CreateWarehouseResult = resultUnion('CreateWarehouse', CreateWarehouseSuccess)
export const SetSlaPolicyResult = resultUnion('SetSlaPolicy', SetSlaPolicySuccess)
