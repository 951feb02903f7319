import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { changePolicy, commandOne, readFew } from '../cost.js'
import { member } from '../result.js'
import { UUID } from '../scalars.js'
import { SellerAccount } from '../seller-account/seller-account.type.js'
import { CreateSellerAccountResult, CreateWarehouseResult, SetSlaPolicyResult } from './warehouse-result.type.js'
import { SlaPolicyInput, Warehouse } from './warehouse.type.js'

const commandId = {
  description: 'Made by the client once per intent: a repeat gets the first result again. / ID команды.',
}

@Resolver()
export class WarehouseResolver {
  @Query(() => [Warehouse], { complexity: readFew, description: 'The warehouses, by name. / Склады.' })
  warehouses(@Ctx() context: SchemaContext): Promise<readonly Warehouse[]> {
    return context.warehouses.list()
  }

  @Query(() => [SellerAccount], { complexity: readFew, description: 'The seller accounts, by name. / Кабинеты.' })
  sellerAccounts(@Ctx() context: SchemaContext): Promise<readonly SellerAccount[]> {
    return context.warehouses.listSellerAccounts()
  }

  @Mutation(() => CreateSellerAccountResult, {
    complexity: commandOne,
    description: 'Makes a seller account. / Создать кабинет.',
  })
  async createSellerAccount(
    @Arg('commandId', () => UUID, commandId) id: string,
    @Arg('name', () => String, { description: '1 to 100 characters, unique. / Название.' }) name: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.warehouses.createSellerAccount({ commandId: id, name }))
  }

  @Mutation(() => CreateWarehouseResult, {
    complexity: commandOne,
    description: 'Makes a warehouse of an account. / Создать склад.',
  })
  async createWarehouse(
    @Arg('commandId', () => UUID, commandId) id: string,
    @Arg('sellerAccountId', () => ID, { description: 'Whose warehouse. / Кабинет.' }) sellerAccountId: string,
    @Arg('wbWarehouseId', () => ID, {
      description: 'The marketplace’s number of the seller’s warehouse, digits. / ID склада продавца.',
    })
    wbWarehouseId: string,
    @Arg('name', () => String, { description: '1 to 100 characters. / Название.' }) name: string,
    @Arg('timeZone', () => String, { description: 'IANA time zone, `Europe/Moscow`. / Часовой пояс.' })
    timeZone: string,
    @Arg('slaPolicy', () => SlaPolicyInput, { description: 'How its deadlines are made. / Правила сроков.' })
    slaPolicy: SlaPolicyInput,
    @Ctx() context: SchemaContext,
  ) {
    return member(
      await context.warehouses.createWarehouse({
        commandId: id,
        sellerAccountId,
        wbWarehouseId,
        name,
        timeZone,
        slaPolicy,
      }),
    )
  }

  @Mutation(() => SetSlaPolicyResult, {
    complexity: changePolicy,
    description: 'Sets a warehouse’s policy; deadlines of its live orders follow. / Изменить правила сроков.',
  })
  async setSlaPolicy(
    @Arg('commandId', () => UUID, commandId) id: string,
    @Arg('warehouseId', () => ID, { description: 'Which warehouse. / Склад.' }) warehouseId: string,
    @Arg('policy', () => SlaPolicyInput, { description: 'The new policy. / Правила.' }) policy: SlaPolicyInput,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.warehouses.setSlaPolicy({ commandId: id, warehouseId, policy }))
  }
}
