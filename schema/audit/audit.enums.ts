import { registerEnumType } from 'type-graphql'
import { orderEventTexts, OrderEventType } from '../order/order.enums.js'

/** What the audit trail tells of: the events of orders and what is done beside them. */
export const AuditAction = Object.freeze({
  ...OrderEventType,
  SELLER_ACCOUNT_CREATED: 'SELLER_ACCOUNT_CREATED',
  WAREHOUSE_CREATED: 'WAREHOUSE_CREATED',
  SLA_POLICY_SET: 'SLA_POLICY_SET',
  ORDERS_IMPORTED: 'ORDERS_IMPORTED',
  ORDER_STATUSES_IMPORTED: 'ORDER_STATUSES_IMPORTED',
})
export type AuditAction = keyof typeof AuditAction

registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What was done, as the audit trail names it: an order’s event or something else. / Действие в журнале.',
  valuesConfig: {
    ...orderEventTexts,
    SELLER_ACCOUNT_CREATED: { description: 'A seller account was made. / Создан кабинет.' },
    WAREHOUSE_CREATED: { description: 'The warehouse was made. / Создан склад.' },
    SLA_POLICY_SET: { description: 'The SLA policy was changed. / Изменены правила сроков.' },
    ORDERS_IMPORTED: { description: 'Somebody brought orders, and some were new. / Загружены задания.' },
    ORDER_STATUSES_IMPORTED: {
      description: 'Somebody brought the marketplace’s statuses, and some were new. / Загружены статусы.',
    },
  },
})

/** What something was done to. */
export const AuditSubject = Object.freeze({
  SELLER_ACCOUNT: 'SELLER_ACCOUNT',
  WAREHOUSE: 'WAREHOUSE',
  ORDER: 'ORDER',
})
export type AuditSubject = keyof typeof AuditSubject

registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'What something was done to. / Предмет действия.',
  valuesConfig: {
    SELLER_ACCOUNT: { description: 'A seller account. / Кабинет.' },
    WAREHOUSE: { description: 'A warehouse. / Склад.' },
    ORDER: { description: 'An order. / Задание.' },
  },
})
