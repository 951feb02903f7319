/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What was done, as the audit trail names it: an order’s event or something else. / Действие в журнале. */
export type AuditAction =
  /** The marketplace accepted it. / Принято Wildberries. */
  | 'ACCEPTED'
  /** Somebody made an access token. / Создан токен доступа. */
  | 'ACCESS_TOKEN_CREATED'
  /** Somebody revoked an access token of theirs. / Отозван токен доступа. */
  | 'ACCESS_TOKEN_REVOKED'
  /** Somebody turned their authenticator off. / Отключено приложение с кодами. */
  | 'AUTHENTICATOR_DISABLED'
  /** Somebody set up an authenticator. / Подключено приложение с кодами. */
  | 'AUTHENTICATOR_ENABLED'
  /** A person got a new badge. / Выдан бейдж. */
  | 'BADGE_ISSUED'
  /** Too many wrong PINs of a badge. / Бейдж заблокирован. */
  | 'BADGE_LOCKED'
  /** The unit was put into a box. / Положено в короб. */
  | 'BOXED'
  /** Cancelled by us or by the marketplace. / Отменено. */
  | 'CANCELLED'
  /** Cells were made or changed. / Изменены ячейки. */
  | 'CELLS_SAVED'
  /** Taken by a picker. / Взято в работу. */
  | 'CLAIMED'
  /** The lease ran out. / Срок захвата истёк. */
  | 'CLAIM_EXPIRED'
  /** Somebody else, or the device alone, brought an act of a journal. / Действие доставил не его автор. */
  | 'COMMAND_DELIVERED'
  /** An act of a journal waits for a shift lead. / Действие ждёт решения. */
  | 'COMMAND_PARKED'
  /** Sold or returned. / Завершено. */
  | 'COMPLETED'
  /** A new SLA policy moved the deadline. / Изменился срок. */
  | 'DEADLINE_CHANGED'
  /** A device was let in. / Устройство подключено. */
  | 'DEVICE_ADMITTED'
  /** A device was taken out. / Устройство отключено. */
  | 'DEVICE_REMOVED'
  /** Given to the marketplace. / Передано. */
  | 'HANDED_OVER'
  /** Set aside. / Отложено. */
  | 'HELD'
  /** Came in from the marketplace. / Загружено. */
  | 'IMPORTED'
  /** Somebody opened a journal on a device. / Открыт журнал устройства. */
  | 'JOURNAL_OPENED'
  /** A marking code was scanned for it. / Отсканирована маркировка. */
  | 'LABEL_ATTACHED'
  /** The mirror changed, our state did not. / Изменился статус Wildberries. */
  | 'MARKETPLACE_STATUS_CHANGED'
  /** Somebody brought orders, and some were new. / Загружены задания. */
  | 'ORDERS_IMPORTED'
  /** Somebody brought the marketplace’s statuses, and some were new. / Загружены статусы. */
  | 'ORDER_STATUSES_IMPORTED'
  /** Checked and packed. / Упаковано. */
  | 'PACKED'
  /** A shift lead decided on such an act. / По действию принято решение. */
  | 'PARKED_COMMAND_RESOLVED'
  /** Somebody set their login and password. / Задан пароль. */
  | 'PASSWORD_SET'
  /** A person was made. / Заведён сотрудник. */
  | 'PERSON_CREATED'
  /** A person may not sign in any more. / Сотрудник отключён. */
  | 'PERSON_DISABLED'
  /** A person may sign in again. / Сотрудник снова включён. */
  | 'PERSON_ENABLED'
  /** Taken from its shelf. / Отобрано. */
  | 'PICKED'
  /** The unit is on its shelf again. / Возвращено на полку. */
  | 'PUT_BACK_CONFIRMED'
  /** Somebody did not find a unit where the ledger has it. / Нужен пересчёт ячейки. */
  | 'RECOUNT_REQUESTED'
  /** Given to the floor. / Выдано в работу. */
  | 'RELEASED'
  /** To be shipped again. / Повторная отгрузка. */
  | 'RESHIP_REQUESTED'
  /** Went on where it was. / Продолжено. */
  | 'RESUMED'
  /** A person’s roles were set. / Изменены роли. */
  | 'ROLES_SET'
  /** A seller account was made. / Создан кабинет. */
  | 'SELLER_ACCOUNT_CREATED'
  /** Somebody ended another session of theirs. / Завершён другой свой сеанс. */
  | 'SESSION_ENDED'
  /** A shift ended. / Смена закончена. */
  | 'SHIFT_ENDED'
  /** Somebody began a shift, or went on with it on another device. / Начата смена. */
  | 'SHIFT_STARTED'
  /** The unit was not there. / Недостача. */
  | 'SHORTAGE_REPORTED'
  /** The unit was found. / Недостача закрыта. */
  | 'SHORTAGE_RESOLVED'
  /** Somebody signed in. / Вход выполнен. */
  | 'SIGNED_IN'
  /** Somebody signed out. / Выход выполнен. */
  | 'SIGNED_OUT'
  /** Too many tries of a login: for a while none is looked at. / Вход по логину приостановлен. */
  | 'SIGN_IN_LOCKED'
  /** A person’s sign-in was reset. / Вход сброшен. */
  | 'SIGN_IN_RESET'
  /** The SLA policy was changed. / Изменены правила сроков. */
  | 'SLA_POLICY_SET'
  /** Put to the dock. / Подготовлено к отгрузке. */
  | 'STAGED'
  /** Cells were counted. / Ячейки пересчитаны. */
  | 'STOCK_COUNTED'
  /** Stock was moved to another cell. / Товар перемещён. */
  | 'STOCK_MOVED'
  /** Stock was received. / Принят товар. */
  | 'STOCK_RECEIVED'
  /** Stock was written off. / Товар списан. */
  | 'STOCK_WRITTEN_OFF'
  /** The second unit is on its shelf again, or there was none. / С лишним товаром разобрались. */
  | 'SURPLUS_CLOSED'
  /** Somebody picked a second unit for it. / Отобран лишний товар. */
  | 'SURPLUS_PICKED'
  /** Given back by its holder, or taken from them. / Возвращено в очередь. */
  | 'UNCLAIMED'
  /** The warehouse was made. / Создан склад. */
  | 'WAREHOUSE_CREATED';

/** Which entries; all members must hold. / Отбор. */
export type AuditFilter = {
  /** Only this action. / Действие. */
  readonly action?: AuditAction | null | undefined;
  /** Only what this actor did. / Кто. */
  readonly actor?: string | null | undefined;
  /** Recorded at or after. / С этого времени. */
  readonly since?: string | null | undefined;
  /** Recorded before. / До этого времени. */
  readonly until?: string | null | undefined;
};

/** What something was done to. / Предмет действия. */
export type AuditSubject =
  /** A cell. / Ячейка. */
  | 'CELL'
  /** A device. / Устройство. */
  | 'DEVICE'
  /** A journal of a device. / Журнал устройства. */
  | 'JOURNAL'
  /** A login that was tried, whoever’s it is. / Логин. */
  | 'LOGIN'
  /** An order. / Задание. */
  | 'ORDER'
  /** A person. / Сотрудник. */
  | 'PERSON'
  /** A seller account. / Кабинет. */
  | 'SELLER_ACCOUNT'
  /** A shift. / Смена. */
  | 'SHIFT'
  /** A warehouse. / Склад. */
  | 'WAREHOUSE';

/** Which orders of the warehouse; no member changes with the clock. / Отбор. */
export type BoardFilter = {
  /** Only what this person has in hand: took, or picked and nobody has packed. / У кого на руках. */
  readonly holder?: string | null | undefined;
  /** Only this size. / Размер (наш id). */
  readonly skuId?: string | number | null | undefined;
  /** Only these states. / Состояния. */
  readonly states?: ReadonlyArray<OrderState> | null | undefined;
};

/** A packed unit and its box. / Короб. */
export type BoxAct = {
  /** Code of the box. / Код короба. */
  readonly box: string;
  /** The order. / Задание. */
  readonly orderId: string | number;
};

/** What a device is for. / Вид устройства. */
export type DeviceKind =
  /** A screen on the wall: sees one warehouse, without prices. / Доска. */
  | 'BOARD'
  /** A phone that people share: they sign in on it with their badges. / Телефон. */
  | 'PHONE';

/** Why a snapshot follows. / Почему пришлёт снимок. */
export type GapReason =
  /** `after` was counted in another log. / Другой журнал. */
  | 'EPOCH'
  /** The log no longer reaches back to `after`. / Журнал короче. */
  | 'PRUNED'
  /** The client read too slowly. / Клиент не успевал. */
  | 'SLOW';

/** What a person can do on the floor without a signal. / Действие в журнале. */
export type JournalAct =
  /** Scanned its marking code. / Отсканирована маркировка. */
  | 'ATTACH_LABEL'
  /** Packed it, scanned. / Упаковано. */
  | 'PACK'
  /** Picked the unit, scanned. / Отобрано. */
  | 'PICK'
  /** Put a unit back on its shelf, scanned. / Возвращено на полку. */
  | 'PUT_BACK'
  /** Put it into a box. / Положено в короб. */
  | 'PUT_INTO_BOX'
  /** The unit was not there, or is damaged. / Недостача. */
  | 'REPORT_SHORTAGE'
  /** Put it to the dock. / Подготовлено к отгрузке. */
  | 'STAGE'
  /** Gave the order back. / Возвращено в очередь. */
  | 'UNCLAIM';

/** An entry of a journal: exactly one act, done by its person. / Запись журнала. */
export type JournalCommand = {
  /** Scanned its marking code. / Отсканирована маркировка. */
  readonly attachMarkingCode?: MarkingAct | null | undefined;
  /** When it was done, by the device’s clock; only informative. / Время. */
  readonly clientTime: string;
  /** Made by the device once per intent. / ID команды. */
  readonly commandId: string;
  /** Packed it. / Упаковано. */
  readonly pack?: ScanAct | null | undefined;
  /** Picked the unit. / Отобрано. */
  readonly pick?: MoveAct | null | undefined;
  /** The unit of a cancelled order, or the second one of an order picked twice, is on its shelf again. / Возвращено на полку. */
  readonly putBack?: MoveAct | null | undefined;
  /** Put it into a box. / Положено в короб. */
  readonly putIntoBox?: BoxAct | null | undefined;
  /** The unit was not there, or is damaged. / Недостача. */
  readonly reportShortage?: ShortageAct | null | undefined;
  /** Its number in the journal: 1, 2, 3, … without a hole. / Номер. */
  readonly seq: number;
  /** Put it to the dock. / Подготовлено к отгрузке. */
  readonly stage?: OrderAct | null | undefined;
  /** Gave the order back. / Возвращено в очередь. */
  readonly unclaim?: OrderAct | null | undefined;
};

/** What became of a command of a journal. / Итог по действию из журнала. */
export type JournalStatus =
  /** Done, or nothing was left to do: `outcome` says which. / Сделано. */
  | 'DONE'
  /** Neither lost nor done: it is in the shift lead’s list. / Ждёт решения старшего смены. */
  | 'PARKED'
  /** The server decided no, and nothing is left to do but what `advice` says. / Отказ. */
  | 'REFUSED';

/** A scanned marking code. / Код маркировки. */
export type MarkingAct = {
  /** Its kind: `sgtin`, `uin`, `imei`, … / Вид. */
  readonly key: string;
  /** The order. / Задание. */
  readonly orderId: string | number;
  /** The code as scanned, GS as U+001D, at most 500 characters. / Код. */
  readonly raw: string;
};

/** A scanned unit that left a cell or came into one. / Товар и ячейка. */
export type MoveAct = {
  /** The barcode as scanned, at most 200 characters. / Отсканированный баркод. */
  readonly barcode: string;
  /** Code or barcode of the cell, when it was scanned. / Ячейка. */
  readonly cell?: string | null | undefined;
  /** The order. / Задание. */
  readonly orderId: string | number;
};

/** An act on an order. / Действие с заданием. */
export type OrderAct = {
  /** The order. / Задание. */
  readonly orderId: string | number;
};

/** Where an order stands in the warehouse (our fulfilment, not the marketplace’s status). / Состояние сборочного задания на складе. */
export type OrderState =
  /** The marketplace has accepted it. / Принято Wildberries. */
  | 'ACCEPTED'
  /** Cancelled; the unit may still have to be put back. / Отменено. */
  | 'CANCELLED'
  /** Our cancel waits for the marketplace. / Отмена запрошена. */
  | 'CANCEL_REQUESTED'
  /** A picker holds it. / Взято в работу. */
  | 'CLAIMED'
  /** Sold or returned: nothing more to do. / Завершено. */
  | 'DONE'
  /** Given to the marketplace. / Передано. */
  | 'HANDED_OVER'
  /** Imported, not yet given to the floor. / Новое. */
  | 'NEW'
  /** Set aside; resume returns it to where it was. / Отложено. */
  | 'ON_HOLD'
  /** Checked and packed. / Упаковано. */
  | 'PACKED'
  /** The unit is taken from its shelf. / Отобрано. */
  | 'PICKED'
  /** Given to the floor, free to be claimed. / Выдано в работу. */
  | 'RELEASED'
  /** The marketplace did not scan it: ship again. / Повторная отгрузка. */
  | 'RESHIP'
  /** The unit was not found or is damaged. / Недостача. */
  | 'SHORT'
  /** Waits at the dock in its box or supply. / Подготовлено к отгрузке. */
  | 'STAGED';

/** What a shift lead decides on a parked command. / Решение. */
export type ParkedResolution =
  /** Do it now, as the act of its person: the lead vouches for it. / Выполнить. */
  | 'APPLY'
  /** Leave it undone. / Не выполнять. */
  | 'DISMISS';

/** Why a cell is to be counted. / Причина пересчёта. */
export type RecountReason =
  /** More was taken than the ledger knew of. / Взяли больше, чем числилось. */
  | 'FOUND'
  /** A unit was not there that the ledger has there. / Не нашли то, что числится. */
  | 'SHORTAGE';

/** Why a command was refused. / Причина отказа. */
export type RefusalCode =
  /** This was done already. / Уже сделано. */
  | 'ALREADY_DONE'
  /** Several sizes have this barcode: name one by its chrtId. / Баркод у нескольких товаров. */
  | 'AMBIGUOUS_ITEM'
  /** Too many wrong PINs: a manager issues a new badge. / Бейдж заблокирован. */
  | 'BADGE_LOCKED'
  /** The code is none, was used or is too old. / Код не действует. */
  | 'BAD_CODE'
  /** Login, password or code is wrong. / Неверный логин, пароль или код. */
  | 'BAD_CREDENTIALS'
  /** The journal or its grant is none: open another journal. / Журнал или право доставки не подходит. */
  | 'BAD_GRANT'
  /** The link was used, is too old, or is none. / Ссылка не действует. */
  | 'BAD_LINK'
  /** The order is cancelled. / Задание отменено. */
  | 'CANCELLED'
  /** The password is right: give the authenticator’s code too. / Нужен код из приложения. */
  | 'CODE_REQUIRED'
  /** This commandId was used for something else. / commandId уже использован для другого. */
  | 'COMMAND_ID_REUSED'
  /** Prove first who you are: `confirmIdentity`. / Подтвердите, что это вы. */
  | 'CONFIRM_IDENTITY'
  /** An earlier command for the order waits for a shift lead. / Ждёт решения по предыдущему действию. */
  | 'DEPENDS_ON_PARKED'
  /** The device it was done on was taken out. / Устройство отключено. */
  | 'DEVICE_REMOVED'
  /** Only on a phone that a manager has let in. / Только на подключённом телефоне. */
  | 'DEVICE_REQUIRED'
  /** The same id twice in one call. / Повтор в одном запросе. */
  | 'DUPLICATE_ID'
  /** The server could not do it, and wrote down why. / Сбой на сервере. */
  | 'FAULT'
  /** Somebody else holds the order. / Задание взял другой. */
  | 'FOREIGN_CLAIM'
  /** Delivered after the grant was over. / Право доставки истекло. */
  | 'GRANT_OVER'
  /** This number of the journal was used for another command. / Номер в журнале уже занят другим. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Not a code of a box. / Недопустимый код короба. */
  | 'INVALID_BOX'
  /** The cell contradicts itself or another one. / Ошибка в данных ячейки. */
  | 'INVALID_CELL'
  /** The login is too short, too long or holds other signs. / Недопустимый логин. */
  | 'INVALID_LOGIN'
  /** The name is empty, too long or holds control characters. / Недопустимое название. */
  | 'INVALID_NAME'
  /** The marketplace’s object lacks or spoils a needed field. / Задание с ошибкой в данных. */
  | 'INVALID_ORDER'
  /** The SLA policy contradicts itself. / Ошибка в правилах сроков. */
  | 'INVALID_POLICY'
  /** Not a quantity that can be meant. / Недопустимое количество. */
  | 'INVALID_QUANTITY'
  /** The marketplace’s status object lacks or spoils a needed field. / Статус с ошибкой в данных. */
  | 'INVALID_STATUS'
  /** The term is out of range. / Недопустимый срок. */
  | 'INVALID_TERM'
  /** Not an IANA time zone. / Неизвестный часовой пояс. */
  | 'INVALID_TIME_ZONE'
  /** The order takes no code of this kind. / Такая маркировка не нужна. */
  | 'LABEL_NOT_NEEDED'
  /** The code is on another order in work. / Код уже на другом задании. */
  | 'LABEL_TAKEN'
  /** Nobody would be an administrator then. / Нельзя убрать последнего администратора. */
  | 'LAST_ADMIN'
  /** Another person has this login. / Логин занят. */
  | 'LOGIN_TAKEN'
  /** Scan its marking first: `missingMeta` names the keys. / Сначала отсканируйте маркировку. */
  | 'MARKING_REQUIRED'
  /** Another one has this name. / Имя или название занято. */
  | 'NAME_TAKEN'
  /** The call names nothing. / Пустой запрос. */
  | 'NOTHING_TO_DO'
  /** Your roles do not allow this. / Недостаточно прав. */
  | 'NOT_ALLOWED'
  /** A cell or a box was scanned, not a unit. / Это не товар. */
  | 'NOT_AN_ITEM'
  /** Nobody holds the order: claim it first. / Задание никем не взято. */
  | 'NOT_CLAIMED'
  /** Whoever runs the server has not set this up. / Не настроено на сервере. */
  | 'NOT_SET_UP'
  /** No picked order waits for this unit; `cells` say where it belongs. / Товар никто не ждёт. */
  | 'NOT_WAITING'
  /** No open shift: `startShift` first. / Смена не начата. */
  | 'NO_SHIFT'
  /** Nobody has let the device in yet: ask again. / Устройство ещё не подключили. */
  | 'PAIRING_PENDING'
  /** Whoever did it is disabled. / Сотрудник отключён. */
  | 'PERSON_DISABLED'
  /** A shift in another warehouse is open: `endShift` first. / Открыта смена на другом складе. */
  | 'SHIFT_ELSEWHERE'
  /** Asked too soon: wait `intervalSeconds`. / Слишком часто. */
  | 'SLOW_DOWN'
  /** Too many items in one call. / Слишком много за один запрос. */
  | 'TOO_MANY'
  /** Too many tries: wait until `retryAt`. / Слишком много попыток. */
  | 'TOO_MANY_TRIES'
  /** No cell of the warehouse has this code or barcode. / Нет такой ячейки. */
  | 'UNKNOWN_CELL'
  /** No such device. / Нет такого устройства. */
  | 'UNKNOWN_DEVICE'
  /** No size of the account has this barcode. / Неизвестный баркод. */
  | 'UNKNOWN_ITEM'
  /** No such order. / Нет такого задания. */
  | 'UNKNOWN_ORDER'
  /** Nothing of this id waits for a shift lead. / Такого в списке нет. */
  | 'UNKNOWN_PARKED'
  /** No such person. / Нет такого сотрудника. */
  | 'UNKNOWN_PERSON'
  /** No such seller account. / Нет такого кабинета. */
  | 'UNKNOWN_SELLER_ACCOUNT'
  /** No such unit is to be put back. / Такого лишнего товара нет. */
  | 'UNKNOWN_SURPLUS'
  /** No such warehouse in this account. / Нет такого склада. */
  | 'UNKNOWN_WAREHOUSE'
  /** Not exactly one act, or a text that cannot be kept. / Действие не прочитать. */
  | 'UNREADABLE_COMMAND'
  /** The account has a warehouse with this number. / Склад с этим номером уже есть. */
  | 'WAREHOUSE_TAKEN'
  /** The password is too short or too well known. / Слабый пароль. */
  | 'WEAK_PASSWORD'
  /** The scanned barcode is not of this order’s item. / Не тот товар. */
  | 'WRONG_ITEM'
  /** Not possible in the order’s state. / Невозможно в этом состоянии. */
  | 'WRONG_STATE';

/** What came of an act that was done without a signal, on the order as it is now. / Что вышло. */
export type ReplayOutcome =
  /** It was so already. / Так уже и было. */
  | 'ALREADY'
  /** Done just as said. / Как сказано. */
  | 'AS_SAID'
  /** The order was short: its unit is found, the shortage closed. / Нашлось, недостача закрыта. */
  | 'FOUND'
  /** The lease had run out and nobody had the order: accepted, the claim reopened for it. / Засчитано с опозданием. */
  | 'LATE'
  /** A cancel is being asked for: noted. / Отмена запрошена, записано. */
  | 'NOTED'
  /** The order is on hold: noted, it will go on from there. / Отложено, записано. */
  | 'ON_HOLD'
  /** A shortage of what somebody has found meanwhile: not kept. / Недостача снята, товар нашёлся. */
  | 'OVERRULED'
  /** The order is cancelled: the unit must be put back. / Отменено, вернуть на полку. */
  | 'PUT_BACK'
  /** Another cell has a unit: the order stays with its holder, `otherCell` says where. / Есть в другой ячейке. */
  | 'SENT_ELSEWHERE'
  /** Somebody else picked it first: a second unit, to be put back. / Лишний товар, вернуть на полку. */
  | 'SURPLUS'
  /** The second unit is on its shelf again. / Лишний товар на полке. */
  | 'SURPLUS_RETURNED'
  /** Somebody else had claimed the order, but had not picked it: their claim is over. / Отобрано раньше другого. */
  | 'TAKEN_OVER';

/** What a person is in a warehouse. / Роль. */
export type Role =
  /** Everything, everywhere; alone has no warehouse. / Администратор. */
  | 'ADMIN'
  /** Reads. / Аналитик. */
  | 'ANALYST'
  /** Runs a warehouse: imports, policies, people, boards. / Менеджер. */
  | 'MANAGER'
  /** Packs and stages. / Упаковщик. */
  | 'PACKER'
  /** Takes units from their shelves: one’s own work. / Сборщик. */
  | 'PICKER'
  /** Runs a shift: releases, resolves, cancels, hands over. / Старший смены. */
  | 'SHIFT_LEAD';

/** A role to give. / Роль на складе. */
export type RoleGrantInput = {
  /** The role. / Роль. */
  readonly role: Role;
  /** Where; null for ADMIN alone. / Склад. */
  readonly warehouseId?: string | number | null | undefined;
};

/** An act that was scanned. / Действие со сканированием. */
export type ScanAct = {
  /** The barcode as scanned, at most 200 characters. / Отсканированный баркод. */
  readonly barcode: string;
  /** The order. / Задание. */
  readonly orderId: string | number;
};

/** A unit that is not there, or is damaged. / Недостача. */
export type ShortageAct = {
  /** Code or barcode of the cell where it is not. / Ячейка. */
  readonly cell?: string | null | undefined;
  /** The order. / Задание. */
  readonly orderId: string | number;
  /** Why, at most 300 characters. / Причина. */
  readonly reason?: string | null | undefined;
};

/** So many units of a size in a cell. / Строка. */
export type StockLineInput = {
  /** Code or barcode of the cell. / Ячейка. */
  readonly cell: string;
  /** A barcode of the size, or its chrtId. / Баркод товара или chrtId. */
  readonly item: string;
  /** 1 to 100,000; a count may say 0. / Количество. */
  readonly quantity: number;
};

/** What an access token opens, within its owner’s roles. / Область токена. */
export type TokenScope =
  /** Commands of the floor. / Работа на складе. */
  | 'FLOOR'
  /** Imports of orders and statuses. / Загрузка. */
  | 'IMPORT'
  /** Queries and subscriptions. / Чтение. */
  | 'READ';

export type HomeWarehousesQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeWarehousesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly demo: boolean, readonly sellerAccount: { readonly name: string } }> };

export type HomeCountersQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type HomeCountersQuery = { readonly orderBoard: { readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } } };

export type FollowBoardSubscriptionVariables = Exact<{
  warehouseId: string | number;
  filter?: BoardFilter | null | undefined;
  after?: number | null | undefined;
  epoch?: string | number | null | undefined;
}>;


export type FollowBoardSubscription = { readonly orderBoard:
    | { readonly __typename: 'BoardGap', readonly reason: GapReason, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'BoardHeartbeat', readonly epoch: string, readonly asOf: string, readonly stale: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } }
    | { readonly __typename: 'BoardSnapshot', readonly epoch: string, readonly last: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> }, readonly orders: ReadonlyArray<{ readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } }> }
    | { readonly __typename: 'OrderLeft', readonly orderId: string, readonly state: OrderState, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'OrderUpserted', readonly seq: number, readonly prevSeq: number, readonly at: string, readonly order: { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } } }
   };

export type BoardCountsFragment = { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> };

export type BoardOrderFragment = { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly putBackRequired: boolean, readonly deadlineAt: string, readonly amberAt: string, readonly redAt: string, readonly createdAt: string, readonly stateChangedAt: string, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } };

export type BoardWarehousesQueryVariables = Exact<{ [key: string]: never; }>;


export type BoardWarehousesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string, readonly demo: boolean }> };

export type BoardThroughputQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type BoardThroughputQuery = { readonly orderBoard: { readonly throughput: ReadonlyArray<{ readonly hour: string, readonly picked: number, readonly packed: number, readonly handedOver: number }> } };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly mustEnableAuthenticator: boolean, readonly sessions: ReadonlyArray<{ readonly id: string, readonly agent: string, readonly createdAt: string, readonly lastSeenAt: string }>, readonly accessTokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly ending: string, readonly scopes: ReadonlyArray<TokenScope>, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null }>, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type SetPasswordMutationVariables = Exact<{
  login: string;
  password: string;
}>;


export type SetPasswordMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetPasswordSuccess', readonly me: { readonly hasPassword: boolean } }
   };

export type OfferAuthenticatorMutationVariables = Exact<{ [key: string]: never; }>;


export type OfferAuthenticatorMutation = { readonly result:
    | { readonly __typename: 'OfferAuthenticatorSuccess', readonly secret: string, readonly uri: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type EnableAuthenticatorMutationVariables = Exact<{
  secret: string;
  code: string;
}>;


export type EnableAuthenticatorMutation = { readonly result:
    | { readonly __typename: 'EnableAuthenticatorSuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type DisableAuthenticatorMutationVariables = Exact<{ [key: string]: never; }>;


export type DisableAuthenticatorMutation = { readonly result:
    | { readonly __typename: 'DisableAuthenticatorSuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type CreateAccessTokenMutationVariables = Exact<{
  name: string;
  scopes: ReadonlyArray<TokenScope> | TokenScope;
  days: number;
}>;


export type CreateAccessTokenMutation = { readonly result:
    | { readonly __typename: 'CreateAccessTokenSuccess', readonly secret: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type RevokeAccessTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeAccessTokenMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'RevokeAccessTokenSuccess', readonly accessTokens: ReadonlyArray<{ readonly id: string }> }
   };

export type AuditPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditPlacesQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly mustEnableAuthenticator: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string }> };

export type AuditTrailQueryVariables = Exact<{
  warehouseId?: string | number | null | undefined;
  filter?: AuditFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditSealing: { readonly unsealed: number, readonly seal: { readonly number: number, readonly at: string } | null }, readonly auditTrail: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly actor: string, readonly device: string | null, readonly clientTime: string | null, readonly action: AuditAction, readonly subject: AuditSubject, readonly subjectId: string, readonly details: Record<string, unknown> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SignInWithBadgeMutationVariables = Exact<{
  badge: string;
  pin: string;
}>;


export type SignInWithBadgeMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SignInWithBadgeSuccess', readonly me: { readonly sessionId: string | null } }
   };

export type IssueBadgeMutationVariables = Exact<{
  personId: string | number;
}>;


export type IssueBadgeMutation = { readonly result:
    | { readonly __typename: 'IssueBadgeSuccess', readonly badge: string, readonly pin: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type StartPairingMutationVariables = Exact<{
  kind: DeviceKind;
}>;


export type StartPairingMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'StartPairingSuccess', readonly deviceCode: string, readonly userCode: string, readonly expiresAt: string, readonly intervalSeconds: number }
   };

export type FinishPairingMutationVariables = Exact<{
  deviceCode: string;
}>;


export type FinishPairingMutation = { readonly result:
    | { readonly __typename: 'FinishPairingSuccess', readonly device: { readonly kind: DeviceKind, readonly name: string, readonly warehouseId: string } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type DevicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DevicesQuery = { readonly devices: ReadonlyArray<{ readonly id: string, readonly kind: DeviceKind, readonly name: string, readonly warehouseId: string, readonly approvedBy: string | null, readonly createdAt: string, readonly lastSeenAt: string, readonly expiresAt: string }>, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ApprovePairingMutationVariables = Exact<{
  userCode: string;
  name: string;
  warehouseId: string | number;
}>;


export type ApprovePairingMutation = { readonly result:
    | { readonly __typename: 'ApprovePairingSuccess', readonly kind: DeviceKind }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type RemoveDeviceMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDeviceMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'RemoveDeviceSuccess', readonly devices: ReadonlyArray<{ readonly id: string }> }
   };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { readonly me: { readonly grantableRoles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } | null, readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly login: string | null, readonly demo: boolean, readonly hasAuthenticator: boolean, readonly manageable: boolean, readonly disabledAt: string | null, readonly lastSeenAt: string | null, readonly hasRolesElsewhere: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> }>, readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type ShownPersonFragment = { readonly id: string, readonly name: string, readonly login: string | null, readonly demo: boolean, readonly hasAuthenticator: boolean, readonly manageable: boolean, readonly disabledAt: string | null, readonly lastSeenAt: string | null, readonly hasRolesElsewhere: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> };

export type CreatePersonMutationVariables = Exact<{
  name: string;
  login?: string | null | undefined;
  roles: ReadonlyArray<RoleGrantInput> | RoleGrantInput;
}>;


export type CreatePersonMutation = { readonly result:
    | { readonly __typename: 'CreatePersonSuccess', readonly linkSecret: string }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type SetRolesMutationVariables = Exact<{
  personId: string | number;
  roles: ReadonlyArray<RoleGrantInput> | RoleGrantInput;
}>;


export type SetRolesMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetRolesSuccess', readonly person: { readonly id: string } }
   };

export type SetPersonDisabledMutationVariables = Exact<{
  personId: string | number;
  disabled: boolean;
}>;


export type SetPersonDisabledMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SetPersonDisabledSuccess', readonly person: { readonly id: string } }
   };

export type ResetSignInMutationVariables = Exact<{
  personId: string | number;
}>;


export type ResetSignInMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ResetSignInSuccess', readonly linkSecret: string }
   };

export type SignInMutationVariables = Exact<{
  login: string;
  password: string;
  code?: string | null | undefined;
}>;


export type SignInMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SignInSuccess', readonly me: { readonly sessionId: string | null } }
   };

export type SignInByLinkMutationVariables = Exact<{
  secret: string;
}>;


export type SignInByLinkMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SignInByLinkSuccess', readonly me: { readonly hasPassword: boolean, readonly person: { readonly demo: boolean } } }
   };

export type CreateFirstAdminMutationVariables = Exact<{
  secret: string;
  name: string;
  login: string;
  password: string;
}>;


export type CreateFirstAdminMutation = { readonly result:
    | { readonly __typename: 'CreateFirstAdminSuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type ConfirmIdentityMutationVariables = Exact<{
  password: string;
  code?: string | null | undefined;
}>;


export type ConfirmIdentityMutation = { readonly result:
    | { readonly __typename: 'ConfirmIdentitySuccess', readonly me: { readonly sessionId: string | null } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadReleaseMutationVariables = Exact<{
  commandId: string;
  orderIds: ReadonlyArray<string | number> | string | number;
}>;


export type LeadReleaseMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ReleaseOrdersSuccess', readonly outcomes: ReadonlyArray<{ readonly refusal: { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null } | null }> }
   };

export type LeadOutcomeFragment = { readonly refusal: { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null } | null };

export type LeadBreakMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
  person?: string | null | undefined;
  orderId?: string | number | null | undefined;
}>;


export type LeadBreakMutation = { readonly result:
    | { readonly __typename: 'BreakWorkSuccess', readonly returned: number }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadFoundMutationVariables = Exact<{
  commandId: string;
  orderId: string | number;
}>;


export type LeadFoundMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ResolveShortageSuccess', readonly order: { readonly id: string } }
   };

export type LeadResumeMutationVariables = Exact<{
  commandId: string;
  orderIds: ReadonlyArray<string | number> | string | number;
}>;


export type LeadResumeMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ResumeOrdersSuccess', readonly outcomes: ReadonlyArray<{ readonly refusal: { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null } | null }> }
   };

export type LeadCancelMutationVariables = Exact<{
  commandId: string;
  orderIds: ReadonlyArray<string | number> | string | number;
  reason?: string | null | undefined;
}>;


export type LeadCancelMutation = { readonly result:
    | { readonly __typename: 'CancelOrdersSuccess', readonly outcomes: ReadonlyArray<{ readonly refusal: { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null } | null }> }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadPutBackMutationVariables = Exact<{
  commandId: string;
  orderId: string | number;
  barcode: string;
  cell?: string | null | undefined;
}>;


export type LeadPutBackMutation = { readonly result:
    | { readonly __typename: 'ConfirmPutBackSuccess', readonly order: { readonly id: string } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadSurplusMutationVariables = Exact<{
  commandId: string;
  surplusUnitId: string | number;
  barcode?: string | null | undefined;
  cell?: string | null | undefined;
  reason?: string | null | undefined;
}>;


export type LeadSurplusMutation = { readonly result:
    | { readonly __typename: 'CloseSurplusUnitSuccess', readonly order: { readonly id: string } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadCountMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
  lines: ReadonlyArray<StockLineInput> | StockLineInput;
}>;


export type LeadCountMutation = { readonly result:
    | { readonly __typename: 'CountStockSuccess', readonly outcomes: ReadonlyArray<{ readonly refusal: { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null } | null }> }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type LeadResolveMutationVariables = Exact<{
  commandId: string;
  parkedId: string | number;
  resolution: ParkedResolution;
}>;


export type LeadResolveMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ResolveParkedCommandSuccess', readonly answer: { readonly status: JournalStatus, readonly advice: { readonly en: string, readonly ru: string } | null } | null }
   };

export type LeadPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadPlacesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly timeZone: string }> };

export type FollowFloorSubscriptionVariables = Exact<{
  warehouseId: string | number;
  filter?: BoardFilter | null | undefined;
  after?: number | null | undefined;
  epoch?: string | number | null | undefined;
}>;


export type FollowFloorSubscription = { readonly orderBoard:
    | { readonly __typename: 'BoardGap', readonly reason: GapReason, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'BoardHeartbeat', readonly epoch: string, readonly asOf: string, readonly stale: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } }
    | { readonly __typename: 'BoardSnapshot', readonly epoch: string, readonly last: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> }, readonly orders: ReadonlyArray<{ readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly deadlineAt: string, readonly redAt: string, readonly stateChangedAt: string, readonly reason: string | null, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } }> }
    | { readonly __typename: 'OrderLeft', readonly orderId: string, readonly state: OrderState, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'OrderUpserted', readonly seq: number, readonly prevSeq: number, readonly at: string, readonly order: { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly deadlineAt: string, readonly redAt: string, readonly stateChangedAt: string, readonly reason: string | null, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } } }
   };

export type FloorCountsFragment = { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> };

export type FloorOrderFragment = { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly deadlineAt: string, readonly redAt: string, readonly stateChangedAt: string, readonly reason: string | null, readonly pickedBy: string | null, readonly packedBy: string | null, readonly claim: { readonly holder: string } | null, readonly sku: { readonly article: string, readonly size: string | null } };

export type LeadFloorQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type LeadFloorQuery = { readonly shifts: ReadonlyArray<{ readonly id: string, readonly person: string, readonly device: string | null, readonly startedAt: string }>, readonly parkedCommands: { readonly total: number, readonly commands: ReadonlyArray<{ readonly id: string, readonly act: JournalAct | null, readonly clientTime: string | null, readonly parkedAt: string, readonly deliveredBy: string | null, readonly device: string | null, readonly person: string, readonly scanned: string | null, readonly advice: { readonly en: string, readonly ru: string }, readonly order: { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly sku: { readonly article: string, readonly size: string | null } } | null }> }, readonly putBacks: { readonly total: number, readonly putBacks: ReadonlyArray<{ readonly id: string, readonly surplus: boolean, readonly since: string, readonly pickedBy: string | null, readonly order: { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly sku: { readonly article: string, readonly size: string | null } } }> }, readonly recounts: ReadonlyArray<{ readonly id: string, readonly reason: RecountReason, readonly openedAt: string, readonly openedBy: string, readonly level: { readonly onHand: number, readonly cell: { readonly code: string }, readonly sku: { readonly article: string, readonly size: string | null, readonly barcodes: ReadonlyArray<string> } } }> };

export type LeadUnitFragment = { readonly id: string, readonly wbOrderId: string, readonly state: OrderState, readonly sku: { readonly article: string, readonly size: string | null } };

export type HereQueryVariables = Exact<{ [key: string]: never; }>;


export type HereQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly mustEnableAuthenticator: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null, readonly device: { readonly kind: DeviceKind, readonly name: string, readonly warehouseId: string } | null };

export type OwnDeviceFragment = { readonly kind: DeviceKind, readonly name: string, readonly warehouseId: string };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly me: { readonly sessionId: string | null, readonly hasPassword: boolean, readonly mustEnableAuthenticator: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } } | null };

export type ViewerMeFragment = { readonly sessionId: string | null, readonly hasPassword: boolean, readonly mustEnableAuthenticator: boolean, readonly person: { readonly id: string, readonly name: string, readonly login: string | null, readonly hasAuthenticator: boolean, readonly roles: ReadonlyArray<{ readonly role: Role, readonly warehouseId: string | null }> } };

export type EndSessionMutationVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type EndSessionMutation = { readonly result:
    | { readonly __typename: 'EndSessionSuccess', readonly own: boolean }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type RefusedFragment = { readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null };

export type OpenJournalMutationVariables = Exact<{
  warehouseId: string | number;
}>;


export type OpenJournalMutation = { readonly result:
    | { readonly __typename: 'OpenJournalSuccess', readonly grant: string, readonly journal: { readonly id: string, readonly grantExpiresAt: string } }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type SubmitCommandsMutationVariables = Exact<{
  journalId: string | number;
  grant: string;
  sentAt: string;
  commands: ReadonlyArray<JournalCommand> | JournalCommand;
}>;


export type SubmitCommandsMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'SubmitCommandsSuccess', readonly expectedSeq: number, readonly openParked: number, readonly answers: ReadonlyArray<{ readonly seq: number, readonly status: JournalStatus, readonly outcome: ReplayOutcome | null, readonly code: RefusalCode | null, readonly orderVersion: number | null, readonly putBack: boolean, readonly advice: { readonly en: string, readonly ru: string } | null }> }
   };

export type MyWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWorkQuery = { readonly me: { readonly person: { readonly id: string } } | null, readonly myShift: { readonly id: string, readonly warehouseId: string, readonly startedAt: string, readonly endsAt: string } | null, readonly myWork: { readonly takenAt: string, readonly checkAfterMinutes: number, readonly stops: ReadonlyArray<{ readonly cell: { readonly zone: string, readonly code: string, readonly barcode: string } | null, readonly sku: { readonly id: string, readonly article: string, readonly title: string | null, readonly size: string | null, readonly barcodes: ReadonlyArray<string> }, readonly tasks: ReadonlyArray<{ readonly cancelled: boolean, readonly order: { readonly id: string, readonly version: number, readonly wbOrderId: string, readonly deadlineAt: string, readonly requiredMeta: ReadonlyArray<string>, readonly putBackRequired: boolean } }> }> } | null };

export type WorkShiftFragment = { readonly id: string, readonly warehouseId: string, readonly startedAt: string, readonly endsAt: string };

export type CapsuleFragment = { readonly takenAt: string, readonly checkAfterMinutes: number, readonly stops: ReadonlyArray<{ readonly cell: { readonly zone: string, readonly code: string, readonly barcode: string } | null, readonly sku: { readonly id: string, readonly article: string, readonly title: string | null, readonly size: string | null, readonly barcodes: ReadonlyArray<string> }, readonly tasks: ReadonlyArray<{ readonly cancelled: boolean, readonly order: { readonly id: string, readonly version: number, readonly wbOrderId: string, readonly deadlineAt: string, readonly requiredMeta: ReadonlyArray<string>, readonly putBackRequired: boolean } }> }> };

export type WorkSkuFragment = { readonly id: string, readonly article: string, readonly title: string | null, readonly size: string | null, readonly barcodes: ReadonlyArray<string> };

export type WorkOrderFragment = { readonly id: string, readonly version: number, readonly wbOrderId: string, readonly deadlineAt: string, readonly requiredMeta: ReadonlyArray<string>, readonly putBackRequired: boolean };

export type StartShiftMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
}>;


export type StartShiftMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'StartShiftSuccess', readonly shift: { readonly id: string, readonly warehouseId: string, readonly startedAt: string, readonly endsAt: string } }
   };

export type EndShiftMutationVariables = Exact<{
  commandId: string;
}>;


export type EndShiftMutation = { readonly result:
    | { readonly __typename: 'EndShiftSuccess', readonly returned: number }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type ClaimWorkMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
  count: number;
}>;


export type ClaimWorkMutation = { readonly result:
    | { readonly __typename: 'ClaimWorkSuccess', readonly claimed: number }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type ReleaseWorkMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
}>;


export type ReleaseWorkMutation = { readonly result:
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
    | { readonly __typename: 'ReleaseWorkSuccess', readonly returned: number }
   };

export type HandOverWorkMutationVariables = Exact<{
  commandId: string;
  warehouseId: string | number;
  to: string;
}>;


export type HandOverWorkMutation = { readonly result:
    | { readonly __typename: 'HandOverWorkSuccess', readonly handedOver: number }
    | { readonly __typename: 'Refusal', readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type WorkWarehousesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkWarehousesQuery = { readonly warehouses: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type WorkingNowQueryVariables = Exact<{
  warehouseId: string | number;
}>;


export type WorkingNowQuery = { readonly shifts: ReadonlyArray<{ readonly id: string, readonly person: string }> };

export type OrderByScanQueryVariables = Exact<{
  warehouseId: string | number;
  text: string;
}>;


export type OrderByScanQuery = { readonly result:
    | { readonly __typename: 'OrderByScanSuccess', readonly waiting: number, readonly order: { readonly attachedMeta: ReadonlyArray<string>, readonly id: string, readonly version: number, readonly wbOrderId: string, readonly deadlineAt: string, readonly requiredMeta: ReadonlyArray<string>, readonly putBackRequired: boolean, readonly sku: { readonly id: string, readonly article: string, readonly title: string | null, readonly size: string | null, readonly barcodes: ReadonlyArray<string> } } }
    | { readonly __typename: 'Refusal', readonly cells: ReadonlyArray<string> | null, readonly code: RefusalCode, readonly message: string, readonly retryAt: string | null }
   };

export type FollowClaimsSubscriptionVariables = Exact<{
  warehouseId: string | number;
  filter?: BoardFilter | null | undefined;
  after?: number | null | undefined;
  epoch?: string | number | null | undefined;
}>;


export type FollowClaimsSubscription = { readonly orderBoard:
    | { readonly __typename: 'BoardGap', readonly reason: GapReason, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'BoardHeartbeat', readonly epoch: string, readonly asOf: string, readonly stale: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> } }
    | { readonly __typename: 'BoardSnapshot', readonly epoch: string, readonly last: boolean, readonly seq: number, readonly prevSeq: number, readonly at: string, readonly counters: { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> }, readonly orders: ReadonlyArray<{ readonly id: string, readonly version: number }> }
    | { readonly __typename: 'OrderLeft', readonly orderId: string, readonly state: OrderState, readonly seq: number, readonly prevSeq: number, readonly at: string }
    | { readonly __typename: 'OrderUpserted', readonly seq: number, readonly prevSeq: number, readonly at: string, readonly order: { readonly id: string, readonly version: number } }
   };

export type ClaimCountsFragment = { readonly live: ReadonlyArray<{ readonly state: OrderState, readonly count: number }>, readonly closedToday: ReadonlyArray<{ readonly state: OrderState, readonly count: number }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BoardCountsFragmentDoc = new TypedDocumentString(`
    fragment BoardCounts on BoardCounters {
  live {
    state
    count
  }
  closedToday {
    state
    count
  }
}
    `, {"fragmentName":"BoardCounts"}) as unknown as TypedDocumentString<BoardCountsFragment, unknown>;
export const BoardOrderFragmentDoc = new TypedDocumentString(`
    fragment BoardOrder on Order {
  id
  wbOrderId
  state
  putBackRequired
  deadlineAt
  amberAt
  redAt
  createdAt
  stateChangedAt
  pickedBy
  packedBy
  claim {
    holder
  }
  sku {
    article
    size
  }
}
    `, {"fragmentName":"BoardOrder"}) as unknown as TypedDocumentString<BoardOrderFragment, unknown>;
export const ShownPersonFragmentDoc = new TypedDocumentString(`
    fragment ShownPerson on Person {
  id
  name
  login
  demo
  hasAuthenticator
  manageable
  disabledAt
  lastSeenAt
  hasRolesElsewhere
  roles {
    role
    warehouseId
  }
}
    `, {"fragmentName":"ShownPerson"}) as unknown as TypedDocumentString<ShownPersonFragment, unknown>;
export const RefusedFragmentDoc = new TypedDocumentString(`
    fragment Refused on Refusal {
  code
  message
  retryAt
}
    `, {"fragmentName":"Refused"}) as unknown as TypedDocumentString<RefusedFragment, unknown>;
export const LeadOutcomeFragmentDoc = new TypedDocumentString(`
    fragment LeadOutcome on OrderOutcome {
  refusal {
    ...Refused
  }
}
    fragment Refused on Refusal {
  code
  message
  retryAt
}`, {"fragmentName":"LeadOutcome"}) as unknown as TypedDocumentString<LeadOutcomeFragment, unknown>;
export const FloorCountsFragmentDoc = new TypedDocumentString(`
    fragment FloorCounts on BoardCounters {
  live {
    state
    count
  }
  closedToday {
    state
    count
  }
}
    `, {"fragmentName":"FloorCounts"}) as unknown as TypedDocumentString<FloorCountsFragment, unknown>;
export const FloorOrderFragmentDoc = new TypedDocumentString(`
    fragment FloorOrder on Order {
  id
  wbOrderId
  state
  deadlineAt
  redAt
  stateChangedAt
  reason
  pickedBy
  packedBy
  claim {
    holder
  }
  sku {
    article
    size
  }
}
    `, {"fragmentName":"FloorOrder"}) as unknown as TypedDocumentString<FloorOrderFragment, unknown>;
export const LeadUnitFragmentDoc = new TypedDocumentString(`
    fragment LeadUnit on Order {
  id
  wbOrderId
  state
  sku {
    article
    size
  }
}
    `, {"fragmentName":"LeadUnit"}) as unknown as TypedDocumentString<LeadUnitFragment, unknown>;
export const OwnDeviceFragmentDoc = new TypedDocumentString(`
    fragment OwnDevice on Device {
  kind
  name
  warehouseId
}
    `, {"fragmentName":"OwnDevice"}) as unknown as TypedDocumentString<OwnDeviceFragment, unknown>;
export const ViewerMeFragmentDoc = new TypedDocumentString(`
    fragment ViewerMe on Me {
  sessionId
  hasPassword
  mustEnableAuthenticator
  person {
    id
    name
    login
    hasAuthenticator
    roles {
      role
      warehouseId
    }
  }
}
    `, {"fragmentName":"ViewerMe"}) as unknown as TypedDocumentString<ViewerMeFragment, unknown>;
export const WorkShiftFragmentDoc = new TypedDocumentString(`
    fragment WorkShift on Shift {
  id
  warehouseId
  startedAt
  endsAt
}
    `, {"fragmentName":"WorkShift"}) as unknown as TypedDocumentString<WorkShiftFragment, unknown>;
export const WorkSkuFragmentDoc = new TypedDocumentString(`
    fragment WorkSku on Sku {
  id
  article
  title
  size
  barcodes
}
    `, {"fragmentName":"WorkSku"}) as unknown as TypedDocumentString<WorkSkuFragment, unknown>;
export const WorkOrderFragmentDoc = new TypedDocumentString(`
    fragment WorkOrder on Order {
  id
  version
  wbOrderId
  deadlineAt
  requiredMeta
  putBackRequired
}
    `, {"fragmentName":"WorkOrder"}) as unknown as TypedDocumentString<WorkOrderFragment, unknown>;
export const CapsuleFragmentDoc = new TypedDocumentString(`
    fragment Capsule on WorkCapsule {
  takenAt
  checkAfterMinutes
  stops {
    cell {
      zone
      code
      barcode
    }
    sku {
      ...WorkSku
    }
    tasks {
      cancelled
      order {
        ...WorkOrder
      }
    }
  }
}
    fragment WorkSku on Sku {
  id
  article
  title
  size
  barcodes
}
fragment WorkOrder on Order {
  id
  version
  wbOrderId
  deadlineAt
  requiredMeta
  putBackRequired
}`, {"fragmentName":"Capsule"}) as unknown as TypedDocumentString<CapsuleFragment, unknown>;
export const ClaimCountsFragmentDoc = new TypedDocumentString(`
    fragment ClaimCounts on BoardCounters {
  live {
    state
    count
  }
  closedToday {
    state
    count
  }
}
    `, {"fragmentName":"ClaimCounts"}) as unknown as TypedDocumentString<ClaimCountsFragment, unknown>;
export const HomeWarehousesDocument = {"__meta__":{"sha256Hash":"8984c8f17b6d5380de5a6354792d395f2cc22626af5e2ad465b8ff1950b3fdf6"}} as unknown as TypedDocumentString<HomeWarehousesQuery, HomeWarehousesQueryVariables>;
export const HomeCountersDocument = {"__meta__":{"sha256Hash":"20c2b8e875a6e82214a52eb6110b5ecca7a3f13b99393978048ef3a40166cf00"}} as unknown as TypedDocumentString<HomeCountersQuery, HomeCountersQueryVariables>;
export const FollowBoardDocument = {"__meta__":{"sha256Hash":"10063033cca602c271cd5e06e2bb8df13dfc70f588514e651c672188faa20bb7"}} as unknown as TypedDocumentString<FollowBoardSubscription, FollowBoardSubscriptionVariables>;
export const BoardWarehousesDocument = {"__meta__":{"sha256Hash":"43a016822e01a436768565b697873a73986ec3d191ec00505ab3d0bc7e63447f"}} as unknown as TypedDocumentString<BoardWarehousesQuery, BoardWarehousesQueryVariables>;
export const BoardThroughputDocument = {"__meta__":{"sha256Hash":"e55b25cb8f0ea20d00e9a77a8371b1e4d8f1141a74ca372f2199081bdd5e5215"}} as unknown as TypedDocumentString<BoardThroughputQuery, BoardThroughputQueryVariables>;
export const AccountDocument = {"__meta__":{"sha256Hash":"164b3651a6edb1e1fb5fa95f66e1cf86d7d20ae5ebfee89ba8358b6f5e3a9730"}} as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const SetPasswordDocument = {"__meta__":{"sha256Hash":"0a22136cb31fd07ecfa48743543ecf7f951d6df8ba105da520b77f3ba7a0b3f2"}} as unknown as TypedDocumentString<SetPasswordMutation, SetPasswordMutationVariables>;
export const OfferAuthenticatorDocument = {"__meta__":{"sha256Hash":"95adae619bac332a5e6ed88655e808e93048ca2a0868fefa220492dbe5730993"}} as unknown as TypedDocumentString<OfferAuthenticatorMutation, OfferAuthenticatorMutationVariables>;
export const EnableAuthenticatorDocument = {"__meta__":{"sha256Hash":"a60e748af39720fe9d8a3a7f5c1cb6a8a3ec8c074492afda71b776b7419ffd9a"}} as unknown as TypedDocumentString<EnableAuthenticatorMutation, EnableAuthenticatorMutationVariables>;
export const DisableAuthenticatorDocument = {"__meta__":{"sha256Hash":"61cfdd6100380895fc87f53dba483fd8566084700e4215a647a01ed419080e94"}} as unknown as TypedDocumentString<DisableAuthenticatorMutation, DisableAuthenticatorMutationVariables>;
export const CreateAccessTokenDocument = {"__meta__":{"sha256Hash":"ca36c47a051cc88b2ee566f38892ea70f4604a11f1a845747444fe4c04161499"}} as unknown as TypedDocumentString<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = {"__meta__":{"sha256Hash":"7784fa5aa6ef2a113c4e29ee8d3df6be743143ae7df6ac0d7d99e87adcfdc9b0"}} as unknown as TypedDocumentString<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;
export const AuditPlacesDocument = {"__meta__":{"sha256Hash":"a7ae6b8ad562d25b8c09519289438571a7365cada5d69ae6f6362bc668ee40d3"}} as unknown as TypedDocumentString<AuditPlacesQuery, AuditPlacesQueryVariables>;
export const AuditTrailDocument = {"__meta__":{"sha256Hash":"40df128aacdec2b598a65e5322c8d1e63e54a46b06bfeee257df967e5b90d626"}} as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const SignInWithBadgeDocument = {"__meta__":{"sha256Hash":"4c1fcfb324cb6fd0520e71b041964df8b19e0bf51dfcb09df3e32f7903ec82ba"}} as unknown as TypedDocumentString<SignInWithBadgeMutation, SignInWithBadgeMutationVariables>;
export const IssueBadgeDocument = {"__meta__":{"sha256Hash":"158ea6025965521e7b12e142653dfaef240cc8b5a4fd021570dcaeb78d64eccb"}} as unknown as TypedDocumentString<IssueBadgeMutation, IssueBadgeMutationVariables>;
export const StartPairingDocument = {"__meta__":{"sha256Hash":"41c46fed0c09d8371057ecd5927b5bcd426651301c03bd0ccb52b457185f8032"}} as unknown as TypedDocumentString<StartPairingMutation, StartPairingMutationVariables>;
export const FinishPairingDocument = {"__meta__":{"sha256Hash":"5df7114a5c4defcffd8d3b42f8c75d7ca2eb6e441569ab6cb189bcd3982c5141"}} as unknown as TypedDocumentString<FinishPairingMutation, FinishPairingMutationVariables>;
export const DevicesDocument = {"__meta__":{"sha256Hash":"85933ffec8fceb12506fffb26d9272a6f5f60be4464aae14701fbf0317b5ec10"}} as unknown as TypedDocumentString<DevicesQuery, DevicesQueryVariables>;
export const ApprovePairingDocument = {"__meta__":{"sha256Hash":"9c87f5c0073285fd94f81a52c2a188665f6cad89fcf6fcee10dc23bf51b09182"}} as unknown as TypedDocumentString<ApprovePairingMutation, ApprovePairingMutationVariables>;
export const RemoveDeviceDocument = {"__meta__":{"sha256Hash":"ea0bfe39a4fae410a98b35a140da79c796a4b6ff225bf8ee437295752b9d1da4"}} as unknown as TypedDocumentString<RemoveDeviceMutation, RemoveDeviceMutationVariables>;
export const PeopleDocument = {"__meta__":{"sha256Hash":"33c7e9df37f8451fd47c10c26965aa255ad506425c2e317468b2e4c36f0f0385"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreatePersonDocument = {"__meta__":{"sha256Hash":"594a73f0bf419359c9f4981b3edf109f287d381c077c4c4cbbb2681a3ba9b428"}} as unknown as TypedDocumentString<CreatePersonMutation, CreatePersonMutationVariables>;
export const SetRolesDocument = {"__meta__":{"sha256Hash":"c2f270bec84db159b0b94d5601a44b9675e9f6e8201e602bab8a9183c9f349c4"}} as unknown as TypedDocumentString<SetRolesMutation, SetRolesMutationVariables>;
export const SetPersonDisabledDocument = {"__meta__":{"sha256Hash":"972c49d62c785b8bfe9634dbf335cf60df483a3265698e4094ef027e624a436d"}} as unknown as TypedDocumentString<SetPersonDisabledMutation, SetPersonDisabledMutationVariables>;
export const ResetSignInDocument = {"__meta__":{"sha256Hash":"6220c9ff8fca344e11d3e1dce6aec7787f683b3b9cab2bf2d2db3c255da41320"}} as unknown as TypedDocumentString<ResetSignInMutation, ResetSignInMutationVariables>;
export const SignInDocument = {"__meta__":{"sha256Hash":"880b1baf60f034e8082515b3e94ca576d9677040fa11b5d6fc053ccc4dc1581d"}} as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignInByLinkDocument = {"__meta__":{"sha256Hash":"5b71e47bcf176d6424dd4c514f96116f37e8a79d48f4ccd37c7db82435611ba8"}} as unknown as TypedDocumentString<SignInByLinkMutation, SignInByLinkMutationVariables>;
export const CreateFirstAdminDocument = {"__meta__":{"sha256Hash":"ccced245492e1f8076b21de69ca8ed2591c7e95750da7b9b5d69bad0d6f57557"}} as unknown as TypedDocumentString<CreateFirstAdminMutation, CreateFirstAdminMutationVariables>;
export const ConfirmIdentityDocument = {"__meta__":{"sha256Hash":"1f00cf009139304932f3eeed0d7ebb5213bf2fb9b851d6743eb88a6792e933a7"}} as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const LeadReleaseDocument = {"__meta__":{"sha256Hash":"6172cc7aaa7f7a64fb51e17d65cd333bf3ccc8f4354696f3ea6d9509b95a875c"}} as unknown as TypedDocumentString<LeadReleaseMutation, LeadReleaseMutationVariables>;
export const LeadBreakDocument = {"__meta__":{"sha256Hash":"baa3585a88fa70a89db3e4a5f6e1d94fc178a0a86d49ee4ecd7e3e5bf99a17f6"}} as unknown as TypedDocumentString<LeadBreakMutation, LeadBreakMutationVariables>;
export const LeadFoundDocument = {"__meta__":{"sha256Hash":"daa0f8d1c3050644fe38a12f67dfcd19b5be8e69ad349aacaf11476b7c4e53a3"}} as unknown as TypedDocumentString<LeadFoundMutation, LeadFoundMutationVariables>;
export const LeadResumeDocument = {"__meta__":{"sha256Hash":"dc8df495c09a41573733cb00ac8dbf7f9aead359700aed9497dcd579b8bada38"}} as unknown as TypedDocumentString<LeadResumeMutation, LeadResumeMutationVariables>;
export const LeadCancelDocument = {"__meta__":{"sha256Hash":"2d5e67a1e4150c1abd0d88d5b160a10f5654a084f633eb63ca6c0ed96c77cb05"}} as unknown as TypedDocumentString<LeadCancelMutation, LeadCancelMutationVariables>;
export const LeadPutBackDocument = {"__meta__":{"sha256Hash":"bba751867064168caf568d970f46951e7fcc109ce45d9d99b968fe546bf8698b"}} as unknown as TypedDocumentString<LeadPutBackMutation, LeadPutBackMutationVariables>;
export const LeadSurplusDocument = {"__meta__":{"sha256Hash":"a19d51a7ec7640b4ce66d104d9b356e878e25c743466a3c39a5f68f046e6d957"}} as unknown as TypedDocumentString<LeadSurplusMutation, LeadSurplusMutationVariables>;
export const LeadCountDocument = {"__meta__":{"sha256Hash":"513b5ea0fb7d1b10d7a0aedbeddfb1dfc5189488590b32c5a1568af9e6cec64b"}} as unknown as TypedDocumentString<LeadCountMutation, LeadCountMutationVariables>;
export const LeadResolveDocument = {"__meta__":{"sha256Hash":"fc9f40784b91c0b1f442f17e4df8f26f6a04591031400a5b18a49f6121ecc53b"}} as unknown as TypedDocumentString<LeadResolveMutation, LeadResolveMutationVariables>;
export const LeadPlacesDocument = {"__meta__":{"sha256Hash":"49b7be96a9716c092d4b8725fe8fa91beb9e7d2f2880d52d43c471085e48e1f5"}} as unknown as TypedDocumentString<LeadPlacesQuery, LeadPlacesQueryVariables>;
export const FollowFloorDocument = {"__meta__":{"sha256Hash":"7a14553f5f329e0f3f90d4428c4f332d53f59e368a1bf1c691875b5dde23d3d4"}} as unknown as TypedDocumentString<FollowFloorSubscription, FollowFloorSubscriptionVariables>;
export const LeadFloorDocument = {"__meta__":{"sha256Hash":"e42da0195509dba52f70056138a605452712826b73d83ee5850c9708801a1bd6"}} as unknown as TypedDocumentString<LeadFloorQuery, LeadFloorQueryVariables>;
export const HereDocument = {"__meta__":{"sha256Hash":"6ee4db2ad079acdabddcc6e530de1aec2180de7182f59498bdffbbcf73549b46"}} as unknown as TypedDocumentString<HereQuery, HereQueryVariables>;
export const ViewerDocument = {"__meta__":{"sha256Hash":"0eb86766cac1b8cea451d920e2d9c17f6cb64ae5ff3c9cf500c67127a16ef972"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const EndSessionDocument = {"__meta__":{"sha256Hash":"e02db35df5d6b2c70d678cb59edd8acea86117c024a454e69eaac1fa8f13f4f9"}} as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const OpenJournalDocument = {"__meta__":{"sha256Hash":"f37acb7f9aa609bd1a7c7dcb165e4789b25a4a727ef850b74766b9b4baf167dc"}} as unknown as TypedDocumentString<OpenJournalMutation, OpenJournalMutationVariables>;
export const SubmitCommandsDocument = {"__meta__":{"sha256Hash":"5f4a34806293092b287656fb76835004afb41fda4a6ce6f869b5202f4587bc65"}} as unknown as TypedDocumentString<SubmitCommandsMutation, SubmitCommandsMutationVariables>;
export const MyWorkDocument = {"__meta__":{"sha256Hash":"3f85f38a414341bafc9e4c555fe2d82a6539f52d2f3443ce9f6f8176f4f9794b"}} as unknown as TypedDocumentString<MyWorkQuery, MyWorkQueryVariables>;
export const StartShiftDocument = {"__meta__":{"sha256Hash":"0d357212e7b584f236721ba1bed394fa8f890a077f0000eaccbbb03e37ba2388"}} as unknown as TypedDocumentString<StartShiftMutation, StartShiftMutationVariables>;
export const EndShiftDocument = {"__meta__":{"sha256Hash":"a21eb3fc95a1ae804417b0178737aeae073273e240b2d16a0e58e4c2a670414a"}} as unknown as TypedDocumentString<EndShiftMutation, EndShiftMutationVariables>;
export const ClaimWorkDocument = {"__meta__":{"sha256Hash":"bc5fc404a0e7d84ebee5378f82ce3b6eafc0dacfc341c2858461e6143fb5b916"}} as unknown as TypedDocumentString<ClaimWorkMutation, ClaimWorkMutationVariables>;
export const ReleaseWorkDocument = {"__meta__":{"sha256Hash":"080c0dd88976cea6b7edf3eb88022c78361e304d7434c99cee0ba356d8c80252"}} as unknown as TypedDocumentString<ReleaseWorkMutation, ReleaseWorkMutationVariables>;
export const HandOverWorkDocument = {"__meta__":{"sha256Hash":"5523f5ba4fc9f48229ce7309089937fce161b2cb9eb40037c415d4d17765aa01"}} as unknown as TypedDocumentString<HandOverWorkMutation, HandOverWorkMutationVariables>;
export const WorkWarehousesDocument = {"__meta__":{"sha256Hash":"f94f32fd20f85407bb201a8e6c1fb589a94aa639e8bf93328a79745cfbb82181"}} as unknown as TypedDocumentString<WorkWarehousesQuery, WorkWarehousesQueryVariables>;
export const WorkingNowDocument = {"__meta__":{"sha256Hash":"879a15104370407f17275aac44326cd3493fc1ebcc17897fe6956efb66ba0950"}} as unknown as TypedDocumentString<WorkingNowQuery, WorkingNowQueryVariables>;
export const OrderByScanDocument = {"__meta__":{"sha256Hash":"3f7622de0b016c2140e6bc50d4d5e8c2dfbbe675a757662e6b6c755548561e83"}} as unknown as TypedDocumentString<OrderByScanQuery, OrderByScanQueryVariables>;
export const FollowClaimsDocument = {"__meta__":{"sha256Hash":"5e44d4d180c3b7d91c48bc539e4e80ad24a05ee784241fca37ae31024e2c0812"}} as unknown as TypedDocumentString<FollowClaimsSubscription, FollowClaimsSubscriptionVariables>;