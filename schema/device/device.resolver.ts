import { Arg, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { SchemaContext } from '../context.js'
import { commandOne, readFew, readOne } from '../cost.js'
import { member } from '../result.js'
import {
  ApprovePairingResult,
  Device,
  DeviceKind,
  FinishPairingResult,
  RemoveDeviceResult,
  StartPairingResult,
} from './device.type.js'

@Resolver()
export class DeviceResolver {
  @Extensions({ open: true })
  @Query(() => Device, {
    complexity: readOne,
    nullable: true,
    description: 'The device that calls, when it is let in. / Это устройство.',
  })
  device(@Ctx() context: SchemaContext): Promise<Device | null> {
    return context.devices.own()
  }

  @Query(() => [Device], {
    complexity: readFew,
    description:
      'The devices of the caller’s warehouses, the latest seen first; for managers. Errors: SIGN_IN_REQUIRED. / Устройства.',
  })
  devices(@Ctx() context: SchemaContext): Promise<readonly Device[]> {
    return context.devices.list()
  }

  @Extensions({ open: true })
  @Mutation(() => StartPairingResult, {
    complexity: commandOne,
    description: 'A device asks to be let in, in the way of RFC 8628. / Начать подключение.',
  })
  async startPairing(
    @Arg('kind', () => DeviceKind, { defaultValue: DeviceKind.BOARD, description: 'What it is. / Вид.' })
    kind: DeviceKind,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.devices.startPairing(kind))
  }

  @Extensions({ open: true })
  @Mutation(() => FinishPairingResult, {
    complexity: commandOne,
    description: 'The device asks whether it is let in: PAIRING_PENDING until then. / Закончить подключение.',
  })
  async finishPairing(
    @Arg('deviceCode', () => String, { description: 'What `startPairing` gave. / Секрет устройства.' })
    deviceCode: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.devices.finishPairing(deviceCode))
  }

  @Mutation(() => ApprovePairingResult, {
    complexity: commandOne,
    description: 'Lets the device in that shows the code; asks for a fresh proof of identity. / Подключить устройство.',
  })
  async approvePairing(
    @Arg('userCode', () => String, { description: 'What the device shows. / Код.' }) userCode: string,
    @Arg('name', () => String, { description: 'What to call it, 1 to 100 characters. / Название.' }) name: string,
    @Arg('warehouseId', () => ID, { description: 'The one warehouse that it will see. / Склад.' }) warehouseId: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.devices.approve({ userCode, name, warehouseId }))
  }

  @Mutation(() => RemoveDeviceResult, {
    complexity: commandOne,
    description: 'Takes a device out again, open sockets included, within two seconds. / Отключить устройство.',
  })
  async removeDevice(
    @Arg('id', () => ID, { description: 'Which device. / Устройство.' }) id: string,
    @Ctx() context: SchemaContext,
  ) {
    return member(await context.devices.remove(id))
  }
}
