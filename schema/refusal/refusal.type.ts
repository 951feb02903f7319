import { Field, ID, ObjectType } from 'type-graphql'
import { describedEnum } from '../described-enum.js'
import { OrderCommand, OrderState } from '../order/order.enums.js'
import { Sku } from '../order/order.type.js'
import { DateTime } from '../scalars.js'

/** Why a command is refused, with the sentence that says so in the schema. */
const codes = {
  UNKNOWN_ORDER: 'No such order. / Нет такого задания.',
  WRONG_STATE: 'Not possible in the order’s state. / Невозможно в этом состоянии.',
  WRONG_ITEM: 'The scanned barcode is not of this order’s item. / Не тот товар.',
  NOT_CLAIMED: 'Nobody holds the order: claim it first. / Задание никем не взято.',
  FOREIGN_CLAIM: 'Somebody else holds the order. / Задание взял другой.',
  CANCELLED: 'The order is cancelled. / Задание отменено.',
  ALREADY_DONE: 'This was done already. / Уже сделано.',
  DUPLICATE_ID: 'The same id twice in one call. / Повтор в одном запросе.',
  TOO_MANY: 'Too many items in one call. / Слишком много за один запрос.',
  NOTHING_TO_DO: 'The call names nothing. / Пустой запрос.',
  COMMAND_ID_REUSED: 'This commandId was used for something else. / commandId уже использован для другого.',
  INVALID_ORDER: 'The marketplace’s object lacks or spoils a needed field. / Задание с ошибкой в данных.',
  INVALID_STATUS: 'The marketplace’s status object lacks or spoils a needed field. / Статус с ошибкой в данных.',
  INVALID_POLICY: 'The SLA policy contradicts itself. / Ошибка в правилах сроков.',
  INVALID_NAME: 'The name is empty, too long or holds control characters. / Недопустимое название.',
  INVALID_TIME_ZONE: 'Not an IANA time zone. / Неизвестный часовой пояс.',
  UNKNOWN_SELLER_ACCOUNT: 'No such seller account. / Нет такого кабинета.',
  UNKNOWN_WAREHOUSE: 'No such warehouse in this account. / Нет такого склада.',
  NAME_TAKEN: 'Another one has this name. / Имя или название занято.',
  LOGIN_TAKEN: 'Another person has this login. / Логин занят.',
  WAREHOUSE_TAKEN: 'The account has a warehouse with this number. / Склад с этим номером уже есть.',
  BAD_CREDENTIALS: 'Login, password or code is wrong. / Неверный логин, пароль или код.',
  CODE_REQUIRED: 'The password is right: give the authenticator’s code too. / Нужен код из приложения.',
  TOO_MANY_TRIES: 'Too many tries: wait until `retryAt`. / Слишком много попыток.',
  BAD_LINK: 'The link was used, is too old, or is none. / Ссылка не действует.',
  CONFIRM_IDENTITY: 'Prove first who you are: `confirmIdentity`. / Подтвердите, что это вы.',
  INVALID_LOGIN: 'The login is too short, too long or holds other signs. / Недопустимый логин.',
  WEAK_PASSWORD: 'The password is too short or too well known. / Слабый пароль.',
  INVALID_TERM: 'The term is out of range. / Недопустимый срок.',
  NOT_ALLOWED: 'Your roles do not allow this. / Недостаточно прав.',
  UNKNOWN_PERSON: 'No such person. / Нет такого сотрудника.',
  PAIRING_PENDING: 'Nobody has let the device in yet: ask again. / Устройство ещё не подключили.',
  SLOW_DOWN: 'Asked too soon: wait `intervalSeconds`. / Слишком часто.',
  BAD_CODE: 'The code is none, was used or is too old. / Код не действует.',
  UNKNOWN_DEVICE: 'No such device. / Нет такого устройства.',
  DEVICE_REQUIRED: 'Only on a phone that a manager has let in. / Только на подключённом телефоне.',
  BADGE_LOCKED: 'Too many wrong PINs: a manager issues a new badge. / Бейдж заблокирован.',
  NOT_SET_UP: 'Whoever runs the server has not set this up. / Не настроено на сервере.',
  BAD_GRANT: 'The journal or its grant is none: open another journal. / Журнал или право доставки не подходит.',
  IDEMPOTENCY_KEY_REUSED:
    'This number of the journal was used for another command. / Номер в журнале уже занят другим.',
  DEPENDS_ON_PARKED: 'An earlier command for the order waits for a shift lead. / Ждёт решения по предыдущему действию.',
  UNREADABLE_COMMAND: 'Not exactly one act, or a text that cannot be kept. / Действие не прочитать.',
  PERSON_DISABLED: 'Whoever did it is disabled. / Сотрудник отключён.',
  GRANT_OVER: 'Delivered after the grant was over. / Право доставки истекло.',
  DEVICE_REMOVED: 'The device it was done on was taken out. / Устройство отключено.',
  FAULT: 'The server could not do it, and wrote down why. / Сбой на сервере.',
  UNKNOWN_PARKED: 'Nothing of this id waits for a shift lead. / Такого в списке нет.',
  UNKNOWN_SURPLUS: 'No such unit is to be put back. / Такого лишнего товара нет.',
  MARKING_REQUIRED: 'Scan its marking first: `missingMeta` names the keys. / Сначала отсканируйте маркировку.',
  LABEL_NOT_NEEDED: 'The order takes no code of this kind. / Такая маркировка не нужна.',
  LABEL_TAKEN: 'The code is on another order in work. / Код уже на другом задании.',
  INVALID_BOX: 'Not a code of a box. / Недопустимый код короба.',
  INVALID_CELL: 'The cell contradicts itself or another one. / Ошибка в данных ячейки.',
  UNKNOWN_CELL: 'No cell of the warehouse has this code or barcode. / Нет такой ячейки.',
  UNKNOWN_ITEM: 'No size of the account has this barcode. / Неизвестный баркод.',
  AMBIGUOUS_ITEM: 'Several sizes have this barcode: name one by its chrtId. / Баркод у нескольких товаров.',
  INVALID_QUANTITY: 'Not a quantity that can be meant. / Недопустимое количество.',
  NO_SHIFT: 'No open shift: `startShift` first. / Смена не начата.',
  SHIFT_ELSEWHERE: 'A shift in another warehouse is open: `endShift` first. / Открыта смена на другом складе.',
  NOT_AN_ITEM: 'A cell or a box was scanned, not a unit. / Это не товар.',
  NOT_WAITING: 'No picked order waits for this unit; `cells` say where it belongs. / Товар никто не ждёт.',
  LAST_ADMIN: 'Nobody would be an administrator then. / Нельзя убрать последнего администратора.',
} as const

export const RefusalCode = describedEnum('RefusalCode', 'Why a command was refused. / Причина отказа.', codes)
export type RefusalCode = keyof typeof RefusalCode

@ObjectType({
  description: 'An expected «no»: nothing was changed, and it says what may be done instead. / Отказ.',
  simpleResolvers: true,
})
export class Refusal {
  @Field(() => RefusalCode, { description: 'Why; screens translate it. / Причина.' })
  readonly code!: RefusalCode

  @Field(() => String, { description: 'One English sentence for people and logs. / Пояснение.' })
  readonly message!: string

  @Field(() => ID, { nullable: true, description: 'The order concerned. / Задание.' })
  readonly orderId!: string | null

  @Field(() => OrderState, { nullable: true, description: 'State of that order now. / Его состояние.' })
  readonly orderState!: OrderState | null

  @Field(() => [OrderCommand], { description: 'What may be done with the order instead. / Что можно сделать.' })
  readonly availableCommands!: readonly OrderCommand[]

  @Field(() => String, { nullable: true, description: 'Who holds the order. / Кто взял в работу.' })
  readonly holder!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When that lease ends, as renewed so far. / До какого времени.',
  })
  readonly leaseExpiresAt!: string | null

  @Field(() => String, { nullable: true, description: 'What was scanned. / Что отсканировано.' })
  readonly scannedBarcode!: string | null

  @Field(() => Sku, {
    nullable: true,
    description: 'What the scanned barcode is, when the account knows it. / Что это за товар.',
  })
  readonly scannedSku!: Sku | null

  @Field(() => [String], { nullable: true, description: 'Barcodes that would be right. / Подходящие баркоды.' })
  readonly expectedBarcodes!: readonly string[] | null

  @Field(() => [String], { nullable: true, description: 'Keys of marking without a valid code. / Чего не хватает.' })
  readonly missingMeta!: readonly string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the cells where the scanned item belongs, in walk order. / Где лежит этот товар.',
  })
  readonly cells!: readonly string[] | null

  @Field(() => DateTime, { nullable: true, description: 'When to try again. / Когда можно повторить.' })
  readonly retryAt!: string | null
}
