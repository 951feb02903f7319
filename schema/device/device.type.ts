import { Field, ID, Int, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { resultUnion } from '../result.js'
import { DateTime } from '../scalars.js'

const kinds = {
  BOARD: 'A screen on the wall: sees one warehouse, without prices. / Доска.',
  PHONE: 'A phone that people share: they sign in on it with their badges. / Телефон.',
} as const

export const DeviceKind = describedEnum('DeviceKind', 'What a device is for. / Вид устройства.', kinds)
export type DeviceKind = keyof typeof DeviceKind

@ObjectType({ description: 'A device that a manager has let in. / Устройство.', simpleResolvers: true })
export class Device {
  @Field(() => ID, { description: 'Our id. / Наш id.' })
  readonly id!: string

  @Field(() => DeviceKind, { description: 'What it is for. / Вид.' })
  readonly kind!: DeviceKind

  @Field(() => String, { description: 'What the manager called it. / Название.' })
  readonly name!: string

  @Field(() => ID, { description: 'The one warehouse that it sees. / Склад.' })
  readonly warehouseId!: string

  @Field(() => String, {
    nullable: true,
    description: 'Who let it in; not told to the device itself. / Кто подключил.',
  })
  readonly approvedBy!: string | null

  @Field(() => DateTime, { description: 'When that was. / Когда подключено.' })
  readonly createdAt!: Date

  @Field(() => DateTime, { description: 'When it was last served, to the minute. / Было в сети.' })
  readonly lastSeenAt!: Date

  @Field(() => DateTime, { description: 'When it must be let in anew. / Подключено до.' })
  readonly expiresAt!: Date
}

@ObjectType({
  description: 'Show the code to a manager, and ask until they let it in. / Код для подключения.',
  simpleResolvers: true,
})
export class StartPairingSuccess {
  @Field(() => String, { description: 'Stays on the device, for `finishPairing`. / Секрет устройства.' })
  readonly deviceCode!: string

  @Field(() => String, { description: 'For people, `BCDF-GHJK`. / Код.' })
  readonly userCode!: string

  @Field(() => DateTime, { description: 'Until when it is good. / Действует до.' })
  readonly expiresAt!: Date

  @Field(() => Int, { description: 'How often to ask, seconds. / Как часто спрашивать, с.' })
  readonly intervalSeconds!: number
}

@ObjectType({
  description: 'Let in; the answer sets the device’s cookie. / Устройство подключено.',
  simpleResolvers: true,
})
export class FinishPairingSuccess {
  @Field(() => Device, { description: 'The device. / Устройство.' })
  readonly device!: Device
}

@ObjectType({ description: 'Done: the device will see it when it asks next. / Сделано.', simpleResolvers: true })
export class ApprovePairingSuccess {
  @Field(() => DeviceKind, { description: 'What was let in. / Вид.' })
  readonly kind!: DeviceKind
}

@ObjectType({ description: 'Done. / Сделано.', simpleResolvers: true })
export class RemoveDeviceSuccess {
  @Field(() => [Device], { description: 'The devices that are left. / Оставшиеся устройства.' })
  readonly devices!: readonly Device[]
}

export const StartPairingResult = resultUnion('StartPairing', StartPairingSuccess)
export const FinishPairingResult = resultUnion('FinishPairing', FinishPairingSuccess)
export const ApprovePairingResult = resultUnion('ApprovePairing', ApprovePairingSuccess)
export const RemoveDeviceResult = resultUnion('RemoveDevice', RemoveDeviceSuccess)
