import { registerEnumType } from 'type-graphql'

const mirror = <K extends string>(...names: readonly K[]) =>
  Object.freeze(Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in K]: N })

/** States of fulfilment: ours, never the marketplace's. */
export const OrderState = mirror(
  'NEW',
  'RELEASED',
  'CLAIMED',
  'PICKED',
  'PACKED',
  'STAGED',
  'HANDED_OVER',
  'ACCEPTED',
  'DONE',
  'SHORT',
  'ON_HOLD',
  'CANCEL_REQUESTED',
  'CANCELLED',
  'RESHIP',
)
export type OrderState = keyof typeof OrderState

registerEnumType(OrderState, {
  name: 'OrderState',
  description:
    'Where an order stands in the warehouse (our fulfilment, not the marketplace’s status). / Состояние сборочного задания на складе.',
  valuesConfig: {
    NEW: { description: 'Imported, not yet given to the floor. / Новое.' },
    RELEASED: { description: 'Given to the floor, free to be claimed. / Выдано в работу.' },
    CLAIMED: { description: 'A picker holds it. / Взято в работу.' },
    PICKED: { description: 'The unit is taken from its shelf. / Отобрано.' },
    PACKED: { description: 'Checked and packed. / Упаковано.' },
    STAGED: { description: 'Waits at the dock in its box or supply. / Подготовлено к отгрузке.' },
    HANDED_OVER: { description: 'Given to the marketplace. / Передано.' },
    ACCEPTED: { description: 'The marketplace has accepted it. / Принято Wildberries.' },
    DONE: { description: 'Sold or returned: nothing more to do. / Завершено.' },
    SHORT: { description: 'The unit was not found or is damaged. / Недостача.' },
    ON_HOLD: { description: 'Set aside; resume returns it to where it was. / Отложено.' },
    CANCEL_REQUESTED: { description: 'Our cancel waits for the marketplace. / Отмена запрошена.' },
    CANCELLED: { description: 'Cancelled; the unit may still have to be put back. / Отменено.' },
    RESHIP: { description: 'The marketplace did not scan it: ship again. / Повторная отгрузка.' },
  },
})

/** What a person can do with an order. */
export const OrderCommand = mirror(
  'RELEASE',
  'CLAIM',
  'UNCLAIM',
  'PICK',
  'PACK',
  'STAGE',
  'HAND_OVER',
  'HOLD',
  'RESUME',
  'REPORT_SHORTAGE',
  'RESOLVE_SHORTAGE',
  'CANCEL',
  'CONFIRM_PUT_BACK',
  'ATTACH_LABEL',
  'PUT_INTO_BOX',
)
export type OrderCommand = keyof typeof OrderCommand

registerEnumType(OrderCommand, {
  name: 'OrderCommand',
  description: 'A command that a person gives for an order; each has a mutation. / Действие с заданием.',
  valuesConfig: {
    RELEASE: { description: '`releaseOrders`: give to the floor. / Выдать в работу.' },
    CLAIM: { description: '`claimOrders`: take into one’s hands. / Взять в работу.' },
    UNCLAIM: { description: '`unclaimOrders`: give back. / Вернуть в очередь.' },
    PICK: { description: '`pickOrder`: take the unit, scanned. / Отобрать.' },
    PACK: { description: '`packOrder`: check and pack, scanned. / Упаковать.' },
    STAGE: { description: '`stageOrders`: put to the dock. / Подготовить к отгрузке.' },
    HAND_OVER: { description: '`handOverOrders`: give to the marketplace. / Передать.' },
    HOLD: { description: '`holdOrders`: set aside. / Отложить.' },
    RESUME: { description: '`resumeOrders`: go on where it was. / Продолжить.' },
    REPORT_SHORTAGE: { description: '`reportShortage`: the unit is not there. / Сообщить о недостаче.' },
    RESOLVE_SHORTAGE: { description: '`resolveShortage`: the unit is found. / Закрыть недостачу.' },
    CANCEL: { description: '`cancelOrders`. / Отменить.' },
    CONFIRM_PUT_BACK: {
      description: '`confirmPutBack`: the unit is on its shelf again. / Подтвердить возврат на полку.',
    },
    ATTACH_LABEL: { description: '`attachLabelIdentifier`: scan its marking code. / Отсканировать маркировку.' },
    PUT_INTO_BOX: { description: '`putIntoBox`: put the packed unit into a box. / Положить в короб.' },
  },
})

/** Facts about orders, each an event of the log. */
export const OrderEventType = mirror(
  'IMPORTED',
  'RELEASED',
  'CLAIMED',
  'UNCLAIMED',
  'CLAIM_EXPIRED',
  'PICKED',
  'PACKED',
  'STAGED',
  'HANDED_OVER',
  'HELD',
  'RESUMED',
  'SHORTAGE_REPORTED',
  'SHORTAGE_RESOLVED',
  'CANCELLED',
  'PUT_BACK_CONFIRMED',
  'ACCEPTED',
  'COMPLETED',
  'RESHIP_REQUESTED',
  'MARKETPLACE_STATUS_CHANGED',
  'DEADLINE_CHANGED',
  'SURPLUS_PICKED',
  'SURPLUS_CLOSED',
  'LABEL_ATTACHED',
  'BOXED',
)
export type OrderEventType = keyof typeof OrderEventType

/** What each of them says, in words. */
export const orderEventTexts = {
  IMPORTED: { description: 'Came in from the marketplace. / Загружено.' },
  RELEASED: { description: 'Given to the floor. / Выдано в работу.' },
  CLAIMED: { description: 'Taken by a picker. / Взято в работу.' },
  UNCLAIMED: { description: 'Given back by its holder, or taken from them. / Возвращено в очередь.' },
  CLAIM_EXPIRED: { description: 'The lease ran out. / Срок захвата истёк.' },
  PICKED: { description: 'Taken from its shelf. / Отобрано.' },
  PACKED: { description: 'Checked and packed. / Упаковано.' },
  STAGED: { description: 'Put to the dock. / Подготовлено к отгрузке.' },
  HANDED_OVER: { description: 'Given to the marketplace. / Передано.' },
  HELD: { description: 'Set aside. / Отложено.' },
  RESUMED: { description: 'Went on where it was. / Продолжено.' },
  SHORTAGE_REPORTED: { description: 'The unit was not there. / Недостача.' },
  SHORTAGE_RESOLVED: { description: 'The unit was found. / Недостача закрыта.' },
  CANCELLED: { description: 'Cancelled by us or by the marketplace. / Отменено.' },
  PUT_BACK_CONFIRMED: { description: 'The unit is on its shelf again. / Возвращено на полку.' },
  ACCEPTED: { description: 'The marketplace accepted it. / Принято Wildberries.' },
  COMPLETED: { description: 'Sold or returned. / Завершено.' },
  RESHIP_REQUESTED: { description: 'To be shipped again. / Повторная отгрузка.' },
  MARKETPLACE_STATUS_CHANGED: {
    description: 'The mirror changed, our state did not. / Изменился статус Wildberries.',
  },
  DEADLINE_CHANGED: { description: 'A new SLA policy moved the deadline. / Изменился срок.' },
  SURPLUS_PICKED: { description: 'Somebody picked a second unit for it. / Отобран лишний товар.' },
  SURPLUS_CLOSED: {
    description: 'The second unit is on its shelf again, or there was none. / С лишним товаром разобрались.',
  },
  LABEL_ATTACHED: { description: 'A marking code was scanned for it. / Отсканирована маркировка.' },
  BOXED: { description: 'The unit was put into a box. / Положено в короб.' },
}

registerEnumType(OrderEventType, {
  name: 'OrderEventType',
  description: 'What happened to an order: a fact in the past. / Событие задания.',
  valuesConfig: orderEventTexts,
})

/** How near an order is to its deadline. */
export const SlaBucket = mirror('GREEN', 'AMBER', 'RED', 'OVERDUE')
export type SlaBucket = keyof typeof SlaBucket

registerEnumType(SlaBucket, {
  name: 'SlaBucket',
  description: 'How near a live order is to its deadline, by its warehouse’s policy. / Запас времени до срока.',
  valuesConfig: {
    GREEN: { description: 'More time than the policy’s amber minutes. / Время есть.' },
    AMBER: { description: 'Within the policy’s amber minutes. / Скоро срок.' },
    RED: { description: 'Within the policy’s red minutes. / Срок горит.' },
    OVERDUE: { description: 'The deadline has passed. / Просрочено.' },
  },
})

/** Stable orders of a list; ties are broken by id. */
export const OrderOrder = mirror(
  'DEADLINE_ASC',
  'DEADLINE_DESC',
  'CREATED_ASC',
  'CREATED_DESC',
  'CHANGED_ASC',
  'CHANGED_DESC',
)
export type OrderOrder = keyof typeof OrderOrder

registerEnumType(OrderOrder, {
  name: 'OrderOrder',
  description: 'The order of a list of orders; equal keys stand by id, so every page is stable. / Сортировка.',
  valuesConfig: {
    DEADLINE_ASC: { description: 'Soonest deadline first. / Сначала ближайший срок.' },
    DEADLINE_DESC: { description: 'Latest deadline first. / Сначала дальний срок.' },
    CREATED_ASC: { description: 'Oldest first. / Сначала старые.' },
    CREATED_DESC: { description: 'Newest first. / Сначала новые.' },
    CHANGED_ASC: { description: 'Longest in its state first. / Сначала давно не менявшиеся.' },
    CHANGED_DESC: { description: 'Latest change of state first. / Сначала недавно изменённые.' },
  },
})
