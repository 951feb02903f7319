import type { RefusalCode } from '../../schema/refusal/refusal.type.js'

/** What a refusal of an import means, in Russian; every code of the contract must have its sentence. */
export const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  UNKNOWN_ORDER: 'нет такого задания',
  WRONG_STATE: 'невозможно в этом состоянии',
  WRONG_ITEM: 'не тот товар',
  NOT_CLAIMED: 'задание никем не взято',
  FOREIGN_CLAIM: 'задание взял другой',
  CANCELLED: 'задание отменено',
  ALREADY_DONE: 'уже сделано',
  DUPLICATE_ID: 'повтор в одном запросе',
  TOO_MANY: 'слишком много за один запрос',
  NOTHING_TO_DO: 'пустой запрос',
  COMMAND_ID_REUSED: 'номер команды уже занят другой',
  INVALID_ORDER: 'ошибка в данных задания',
  INVALID_STATUS: 'ошибка в данных статуса',
  INVALID_POLICY: 'ошибка в правилах сроков',
  INVALID_NAME: 'недопустимое название',
  INVALID_TIME_ZONE: 'неизвестный часовой пояс',
  UNKNOWN_SELLER_ACCOUNT: 'нет такого кабинета',
  UNKNOWN_WAREHOUSE: 'в кабинете нет этого склада',
  NAME_TAKEN: 'название занято',
  LOGIN_TAKEN: 'логин занят',
  WAREHOUSE_TAKEN: 'склад с этим номером уже есть',
  BAD_CREDENTIALS: 'неверный логин, пароль или код',
  CODE_REQUIRED: 'нужен код из приложения',
  TOO_MANY_TRIES: 'слишком много попыток',
  BAD_LINK: 'ссылка не действует',
  CONFIRM_IDENTITY: 'подтвердите, что это вы',
  INVALID_LOGIN: 'недопустимый логин',
  WEAK_PASSWORD: 'слабый пароль',
  INVALID_TERM: 'недопустимый срок',
  NOT_ALLOWED: 'недостаточно прав',
  UNKNOWN_PERSON: 'нет такого сотрудника',
  PAIRING_PENDING: 'устройство ещё не подключили',
  SLOW_DOWN: 'слишком часто',
  BAD_CODE: 'код не действует',
  UNKNOWN_DEVICE: 'нет такого устройства',
  DEVICE_REQUIRED: 'только на подключённом телефоне',
  BADGE_LOCKED: 'бейдж заблокирован',
  NOT_SET_UP: 'не настроено на сервере',
  LAST_ADMIN: 'нельзя убрать последнего администратора',
}

/** The Russian sentence of a code; a newer gateway may send codes that this command does not know. */
export const refusalText = (code: string): string =>
  Object.hasOwn(refusalTexts, code) ? refusalTexts[code as RefusalCode] : 'отказ'
