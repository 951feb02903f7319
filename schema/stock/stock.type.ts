import { Field, ID, Int, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { Sku } from '../order/order.type.js'
import { PageInfo } from '../order/order-connection.type.js'
import { DateTime, UUID } from '../scalars.js'

export const StockMovementKind = describedEnum('StockMovementKind', 'Why stock moved. / Вид движения.', {
  RECEIVED: 'Came in. / Приёмка.',
  PICKED: 'Taken for an order. / Отбор.',
  PUT_BACK: 'The unit of a cancelled order came back. / Возврат на полку.',
  MOVED: 'To or from another cell. / Перемещение.',
  COUNTED: 'What a count differed by. / Пересчёт.',
  WRITTEN_OFF: 'Written off. / Списание.',
  FOUND: 'Taken though the ledger did not know of it: a recount is to do. / Излишек.',
})
export type StockMovementKind = keyof typeof StockMovementKind

export const RecountReason = describedEnum('RecountReason', 'Why a cell is to be counted. / Причина пересчёта.', {
  FOUND: 'More was taken than the ledger knew of. / Взяли больше, чем числилось.',
  SHORTAGE: 'A unit was not there that the ledger has there. / Не нашли то, что числится.',
})
export type RecountReason = keyof typeof RecountReason

@ObjectType({ description: 'A place on a shelf. / Ячейка.', simpleResolvers: true })
export class StorageCell {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => ID, { description: 'In which warehouse. / Склад.' })
  readonly warehouseId!: string

  @Field(() => String, { description: 'The part of the warehouse. / Зона.' })
  readonly zone!: string

  @Field(() => String, { description: 'As people say it, `A-12-3`; unique in the warehouse. / Код.' })
  readonly code!: string

  @Field(() => String, { description: 'As its label is scanned; unique in the warehouse. / Баркод ячейки.' })
  readonly barcode!: string

  @Field(() => Int, { description: 'Its place on the way through the warehouse. / Порядок обхода.' })
  readonly walkOrder!: number
}

@ObjectType({ description: 'How much of a size lies in a cell. / Остаток в ячейке.', simpleResolvers: true })
export class StockLevel {
  @Field(() => StorageCell, { description: 'Where. / Ячейка.' })
  readonly cell!: StorageCell

  @Field(() => Sku, { description: 'What. / Товар.' })
  readonly sku!: Sku

  @Field(() => Int, { description: 'The sum of its movements, never below zero. / Числится.' })
  readonly onHand!: number

  @Field(() => Int, { description: 'Units that somebody has been sent for. / В резерве.' })
  readonly reserved!: number

  @Field(() => Int, { description: 'On hand without the reserved ones, not below zero. / Свободно.' })
  readonly available!: number
}

@ObjectType({ description: 'A line of the stock ledger; never changed. / Движение.', simpleResolvers: true })
export class StockMovement {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => StorageCell, { description: 'Where. / Ячейка.' })
  readonly cell!: StorageCell

  @Field(() => Sku, { description: 'What. / Товар.' })
  readonly sku!: Sku

  @Field(() => StockMovementKind, { description: 'Why. / Вид.' })
  readonly kind!: StockMovementKind

  @Field(() => Int, { description: 'Units; below zero: taken away. / Количество.' })
  readonly quantity!: number

  @Field(() => ID, { nullable: true, description: 'For which order. / Задание.' })
  readonly orderId!: string | null

  @Field(() => String, { nullable: true, description: 'What was said of it. / Основание.' })
  readonly cause!: string | null

  @Field(() => DateTime, { description: 'Server time. / Время сервера.' })
  readonly at!: string

  @Field(() => String, { description: 'Who. / Кто.' })
  readonly actor!: string

  @Field(() => String, { nullable: true, description: 'On which device. / Устройство.' })
  readonly device!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'By the device’s clock: only informative. / Время устройства.',
  })
  readonly clientTime!: string | null

  @Field(() => UUID, { nullable: true, description: 'The command that did it. / Команда.' })
  readonly commandId!: string | null
}

@ObjectType({ description: 'A cell to be counted; `countStock` ends it. / Пересчёт.', simpleResolvers: true })
export class Recount {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => StockLevel, { description: 'What the ledger says there now. / Что числится.' })
  readonly level!: StockLevel

  @Field(() => RecountReason, { description: 'Why. / Причина.' })
  readonly reason!: RecountReason

  @Field(() => ID, { nullable: true, description: 'The order whose unit showed it. / Задание.' })
  readonly orderId!: string | null

  @Field(() => String, { description: 'Who showed it. / Кто обнаружил.' })
  readonly openedBy!: string

  @Field(() => DateTime, { description: 'Since when. / С какого времени.' })
  readonly openedAt!: string
}

const connection = <Node extends object>(name: string, node: new () => Node, what: string) => {
  @ObjectType(`${name}Edge`, { description: `${what} in a list. / Элемент списка.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Opaque place in this list. / Курсор.' })
    readonly cursor!: string

    @Field(() => node, { description: `${what}. / Элемент.` })
    readonly node!: Node
  }
  @ObjectType(`${name}Connection`, {
    description: 'A page of a list (Relay connection). / Страница списка.',
    simpleResolvers: true,
  })
  class Connection {
    @Field(() => [Edge], { description: 'Those of the page. / Элементы.' })
    readonly edges!: readonly Edge[]

    @Field(() => PageInfo, { description: 'Where the page stands. / Положение.' })
    readonly pageInfo!: PageInfo
  }
  return Connection
}

export const StorageCellConnection = connection('StorageCell', StorageCell, 'A cell')
export type StorageCellConnection = InstanceType<typeof StorageCellConnection>
export const StockLevelConnection = connection('StockLevel', StockLevel, 'A level')
export type StockLevelConnection = InstanceType<typeof StockLevelConnection>
export const StockMovementConnection = connection('StockMovement', StockMovement, 'A movement')
export type StockMovementConnection = InstanceType<typeof StockMovementConnection>
