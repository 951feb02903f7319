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
  PERSON_CREATED: 'PERSON_CREATED',
  ROLES_SET: 'ROLES_SET',
  PERSON_DISABLED: 'PERSON_DISABLED',
  PERSON_ENABLED: 'PERSON_ENABLED',
  SIGN_IN_RESET: 'SIGN_IN_RESET',
  BADGE_ISSUED: 'BADGE_ISSUED',
  DEVICE_ADMITTED: 'DEVICE_ADMITTED',
  DEVICE_REMOVED: 'DEVICE_REMOVED',
  SIGNED_IN: 'SIGNED_IN',
  SIGNED_OUT: 'SIGNED_OUT',
  SESSION_ENDED: 'SESSION_ENDED',
  SIGN_IN_LOCKED: 'SIGN_IN_LOCKED',
  BADGE_LOCKED: 'BADGE_LOCKED',
  PASSWORD_SET: 'PASSWORD_SET',
  AUTHENTICATOR_ENABLED: 'AUTHENTICATOR_ENABLED',
  AUTHENTICATOR_DISABLED: 'AUTHENTICATOR_DISABLED',
  ACCESS_TOKEN_CREATED: 'ACCESS_TOKEN_CREATED',
  ACCESS_TOKEN_REVOKED: 'ACCESS_TOKEN_REVOKED',
  JOURNAL_OPENED: 'JOURNAL_OPENED',
  COMMAND_DELIVERED: 'COMMAND_DELIVERED',
  COMMAND_PARKED: 'COMMAND_PARKED',
  PARKED_COMMAND_RESOLVED: 'PARKED_COMMAND_RESOLVED',
  CELLS_SAVED: 'CELLS_SAVED',
  STOCK_RECEIVED: 'STOCK_RECEIVED',
  STOCK_MOVED: 'STOCK_MOVED',
  STOCK_COUNTED: 'STOCK_COUNTED',
  STOCK_WRITTEN_OFF: 'STOCK_WRITTEN_OFF',
  RECOUNT_REQUESTED: 'RECOUNT_REQUESTED',
  SHIFT_STARTED: 'SHIFT_STARTED',
  SHIFT_ENDED: 'SHIFT_ENDED',
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
    PERSON_CREATED: { description: 'A person was made. / Заведён сотрудник.' },
    ROLES_SET: { description: 'A person’s roles were set. / Изменены роли.' },
    PERSON_DISABLED: { description: 'A person may not sign in any more. / Сотрудник отключён.' },
    PERSON_ENABLED: { description: 'A person may sign in again. / Сотрудник снова включён.' },
    SIGN_IN_RESET: { description: 'A person’s sign-in was reset. / Вход сброшен.' },
    BADGE_ISSUED: { description: 'A person got a new badge. / Выдан бейдж.' },
    DEVICE_ADMITTED: { description: 'A device was let in. / Устройство подключено.' },
    DEVICE_REMOVED: { description: 'A device was taken out. / Устройство отключено.' },
    SIGNED_IN: { description: 'Somebody signed in. / Вход выполнен.' },
    SIGNED_OUT: { description: 'Somebody signed out. / Выход выполнен.' },
    SESSION_ENDED: { description: 'Somebody ended another session of theirs. / Завершён другой свой сеанс.' },
    SIGN_IN_LOCKED: {
      description: 'Too many tries of a login: for a while none is looked at. / Вход по логину приостановлен.',
    },
    BADGE_LOCKED: { description: 'Too many wrong PINs of a badge. / Бейдж заблокирован.' },
    PASSWORD_SET: { description: 'Somebody set their login and password. / Задан пароль.' },
    AUTHENTICATOR_ENABLED: { description: 'Somebody set up an authenticator. / Подключено приложение с кодами.' },
    AUTHENTICATOR_DISABLED: {
      description: 'Somebody turned their authenticator off. / Отключено приложение с кодами.',
    },
    ACCESS_TOKEN_CREATED: { description: 'Somebody made an access token. / Создан токен доступа.' },
    ACCESS_TOKEN_REVOKED: { description: 'Somebody revoked an access token of theirs. / Отозван токен доступа.' },
    JOURNAL_OPENED: { description: 'Somebody opened a journal on a device. / Открыт журнал устройства.' },
    COMMAND_DELIVERED: {
      description: 'Somebody else, or the device alone, brought an act of a journal. / Действие доставил не его автор.',
    },
    COMMAND_PARKED: { description: 'An act of a journal waits for a shift lead. / Действие ждёт решения.' },
    PARKED_COMMAND_RESOLVED: { description: 'A shift lead decided on such an act. / По действию принято решение.' },
    CELLS_SAVED: { description: 'Cells were made or changed. / Изменены ячейки.' },
    STOCK_RECEIVED: { description: 'Stock was received. / Принят товар.' },
    STOCK_MOVED: { description: 'Stock was moved to another cell. / Товар перемещён.' },
    STOCK_COUNTED: { description: 'Cells were counted. / Ячейки пересчитаны.' },
    STOCK_WRITTEN_OFF: { description: 'Stock was written off. / Товар списан.' },
    RECOUNT_REQUESTED: {
      description: 'Somebody did not find a unit where the ledger has it. / Нужен пересчёт ячейки.',
    },
    SHIFT_STARTED: { description: 'Somebody began a shift, or went on with it on another device. / Начата смена.' },
    SHIFT_ENDED: { description: 'A shift ended. / Смена закончена.' },
  },
})

/** What something was done to. */
export const AuditSubject = Object.freeze({
  SELLER_ACCOUNT: 'SELLER_ACCOUNT',
  WAREHOUSE: 'WAREHOUSE',
  ORDER: 'ORDER',
  PERSON: 'PERSON',
  DEVICE: 'DEVICE',
  LOGIN: 'LOGIN',
  JOURNAL: 'JOURNAL',
  CELL: 'CELL',
  SHIFT: 'SHIFT',
})
export type AuditSubject = keyof typeof AuditSubject

registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'What something was done to. / Предмет действия.',
  valuesConfig: {
    SELLER_ACCOUNT: { description: 'A seller account. / Кабинет.' },
    WAREHOUSE: { description: 'A warehouse. / Склад.' },
    ORDER: { description: 'An order. / Задание.' },
    PERSON: { description: 'A person. / Сотрудник.' },
    DEVICE: { description: 'A device. / Устройство.' },
    LOGIN: { description: 'A login that was tried, whoever’s it is. / Логин.' },
    JOURNAL: { description: 'A journal of a device. / Журнал устройства.' },
    CELL: { description: 'A cell. / Ячейка.' },
    SHIFT: { description: 'A shift. / Смена.' },
  },
})
