import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTime, SafeInt } from '../scalars.js'
import { OrderState } from './order.enums.js'

@ObjectType({
  description: 'A size of a product card with its barcodes. / Размер карточки (chrtId) с баркодами.',
  simpleResolvers: true,
})
export class Sku {
  @Field(() => ID, { description: 'Our id.' })
  readonly id!: string

  @Field(() => ID, { description: 'The marketplace’s id of the size. / chrtId.' })
  readonly chrtId!: string

  @Field(() => ID, { description: 'The marketplace’s id of the card. / Артикул WB (nmID).' })
  readonly nmId!: string

  @Field(() => String, { description: 'The seller’s own code of the product. / Артикул продавца.' })
  readonly article!: string

  @Field(() => String, { nullable: true, description: 'Name of the product, when known. / Наименование.' })
  readonly title!: string | null

  @Field(() => String, { nullable: true, description: 'Size as people say it, when known. / Размер.' })
  readonly size!: string | null

  @Field(() => [String], { description: 'Barcodes of this size: any of them proves the item. / Баркоды.' })
  readonly barcodes!: readonly string[]
}

@ObjectType({
  description: 'A lease: one person works on the order until it expires. / Взято в работу.',
  simpleResolvers: true,
})
export class Claim {
  @Field(() => String, { description: 'Who holds it. / Кто взял.' })
  readonly holder!: string

  @Field(() => String, { nullable: true, description: 'On which device. / Устройство.' })
  readonly device!: string | null

  @Field(() => DateTime, { description: 'Since when. / С какого времени.' })
  readonly claimedAt!: string

  @Field(() => DateTime, {
    description:
      'When the lease ends by itself, at the earliest: of `claimOrders`, what the holder does moves the end, and no event tells it. / До какого времени, не раньше.',
  })
  readonly expiresAt!: string
}

@ObjectType({
  description:
    'What the marketplace says of the order: facts beside our fulfilment, never merged with it. / Статусы Wildberries.',
  simpleResolvers: true,
})
export class Marketplace {
  @Field(() => String, {
    description: 'supplierStatus, as it came: new, confirm, complete, cancel, … / Статус продавца.',
  })
  readonly supplierStatus!: string

  @Field(() => String, { description: 'wbStatus, as it came: waiting, sorted, sold, … / Статус Wildberries.' })
  readonly wbStatus!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the seller may still cancel, when the marketplace said so. / Можно ли отменить.',
  })
  readonly isCancellable!: boolean | null

  @Field(() => Boolean, { description: 'The two statuses mean: cancelled. / Отменено по данным Wildberries.' })
  readonly cancelled!: boolean

  @Field(() => DateTime, {
    description:
      'When the marketplace first said what stands here; a repeat of the same does not move it. / Когда получено.',
  })
  readonly observedAt!: string
}

@ObjectType({ description: 'An amount of money. / Сумма.', simpleResolvers: true })
export class Money {
  @Field(() => SafeInt, { description: 'In minor units (kopecks). / В копейках.' })
  readonly amount!: number

  @Field(() => String, { description: 'ISO 4217 letters, `RUB`; the number when the letters are not known. / Валюта.' })
  readonly currency!: string
}

@ObjectType({
  description: 'An assembly order: exactly one physical unit. / Сборочное задание.',
  simpleResolvers: true,
})
export class Order {
  @Field(() => ID, { description: 'Our id (UUIDv7).' })
  readonly id!: string

  @Field(() => ID, { description: 'The warehouse that assembles it. / Склад.' })
  readonly warehouseId!: string

  @Field(() => ID, { description: 'The marketplace’s number of the order, digits. / Номер сборочного задания.' })
  readonly wbOrderId!: string

  @Field(() => String, { nullable: true, description: 'The join key of reports and returns. / rid (srid).' })
  readonly rid!: string | null

  @Field(() => String, { nullable: true, description: 'Equal for the orders of one basket. / ID корзины покупателя.' })
  readonly orderUid!: string | null

  @Field(() => Sku, { description: 'What to take. / Товар.' })
  readonly sku!: Sku

  @Field(() => OrderState, { description: 'Where it stands in the warehouse. / Состояние.' })
  readonly state!: OrderState

  @Field(() => OrderState, {
    nullable: true,
    description: 'What `resumeOrders` returns to, while ON_HOLD. / Куда вернётся.',
  })
  readonly resumeState!: OrderState | null

  @Field(() => Boolean, {
    description: 'Cancelled after picking: the unit must go back to its shelf. / Нужен возврат на полку.',
  })
  readonly putBackRequired!: boolean

  @Field(() => Claim, { nullable: true, description: 'The live claim, if any. / Кто работает сейчас.' })
  readonly claim!: Claim | null

  @Field(() => String, { nullable: true, description: 'Who picked the unit. / Кто отобрал.' })
  readonly pickedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Who packed the unit. / Кто упаковал.' })
  readonly packedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Code of the box that the unit is in. / Короб.' })
  readonly box!: string | null

  @Field(() => String, { nullable: true, description: 'Why it is held, short or cancelled. / Причина.' })
  readonly reason!: string | null

  @Field(() => Int, { description: '1 small (МГТ), 2 oversize (СГТ), 3 large (КГТ+). / Тип товара.' })
  readonly cargoType!: number

  @Field(() => Int, { description: '0 domestic, 1 cross-border. / Трансграничность.' })
  readonly crossBorderType!: number

  @Field(() => Boolean, { description: 'Sold to a business. / Продажа B2B.' })
  readonly isB2b!: boolean

  @Field(() => Boolean, {
    description: 'Sold at zero stock: may be cancelled without a penalty. / Заказ при нулевом остатке.',
  })
  readonly isZeroOrder!: boolean

  @Field(() => [String], {
    description: 'Marking needed before it can be packed: sgtin, uin, … / Обязательная маркировка.',
  })
  readonly requiredMeta!: readonly string[]

  @Field(() => [String], { description: 'Marking that may be added. / Необязательная маркировка.' })
  readonly optionalMeta!: readonly string[]

  @Field(() => [String], {
    description:
      'Keys of marking that have a valid code; `packOrder` asks for all of requiredMeta. / Готовая маркировка.',
  })
  readonly attachedMeta!: readonly string[]

  @Field(() => [String], { description: 'The marketplace’s offices to bring it to. / Офисы назначения.' })
  readonly offices!: readonly string[]

  @Field(() => String, {
    nullable: true,
    description: 'The buyer’s comment; not on a board. / Комментарий покупателя.',
  })
  readonly comment!: string | null

  readonly price!: Money | null

  @Field(() => DateTime, { description: 'When the marketplace made the order. / Создано.' })
  readonly createdAt!: string

  @Field(() => DateTime, { description: 'When it came to us. / Загружено.' })
  readonly importedAt!: string

  @Field(() => DateTime, {
    description:
      'Creation plus the policy’s assembly minutes, moved back to the last cut-off between the two. / Срок сборки.',
  })
  readonly deadlineAt!: string

  @Field(() => DateTime, { description: 'When it turns amber. / Когда «скоро срок».' })
  readonly amberAt!: string

  @Field(() => DateTime, { description: 'When it turns red. / Когда «срок горит».' })
  readonly redAt!: string

  @Field(() => DateTime, { description: 'Since when it is in its state. / В этом состоянии с.' })
  readonly stateChangedAt!: string

  @Field(() => Int, { description: 'Rises with every change. / Версия.' })
  readonly version!: number

  @Field(() => Marketplace, { description: 'The marketplace’s view. / Данные Wildberries.' })
  readonly marketplace!: Marketplace
}
