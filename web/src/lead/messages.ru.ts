import type { JournalAct, OrderState, RecountReason } from '../gql/graphql'
import { plural } from '../ui/format'

const orders = (count: number): string =>
  `${count} ${plural('ru', count, { one: 'задание', few: 'задания', many: 'заданий', other: 'задания' })}`

const problems: Readonly<Record<string, string>> = {
  NO_CONNECTION: 'Нет связи с сервером: неизвестно, сделано ли. Нажмите «Повторить»: дважды это не выполнится.',
  OUTCOME_UNKNOWN: 'Связь с базой прервалась: неизвестно, сделано ли. Нажмите «Повторить»: дважды это не выполнится.',
  UNAVAILABLE: 'Сервер сейчас не отвечает. Нажмите «Повторить» через несколько секунд.',
  RATE_LIMITED: 'Слишком много запросов. Нажмите «Повторить» через минуту.',
  TOO_MANY_REQUESTS: 'Слишком много запросов сразу. Нажмите «Повторить» через несколько секунд.',
  NOT_ALLOWED: 'Ваши роли на этом складе этого не позволяют.',
  FORBIDDEN: 'Эту страницу видят старшие смены и менеджеры склада.',
  SIGN_IN_REQUIRED: 'Сеанс закончился. Войдите снова.',
  WRONG_STATE: 'Задание уже в другом состоянии: посмотрите, что с ним теперь.',
  ALREADY_DONE: 'Это уже сделано.',
  CANCELLED: 'Задание отменено.',
  NOTHING_TO_DO: 'Здесь уже ничего нет: кто-то успел раньше.',
  WRONG_ITEM: 'Это другой товар. Считайте баркод того, что возвращаете.',
  UNKNOWN_CELL: 'Такой ячейки на складе нет. Считайте её ещё раз.',
  UNKNOWN_ITEM: 'Такого товара нет. Считайте баркод ещё раз.',
  UNKNOWN_ORDER: 'Такого задания больше нет.',
  UNKNOWN_PARKED: 'По этому действию уже решили.',
  UNKNOWN_SURPLUS: 'С этим товаром уже разобрались.',
  DEPENDS_ON_PARKED: 'По этому заданию ждёт ещё одно действие, более раннее: сначала решите о нём.',
  UNREADABLE_COMMAND: 'Это действие не прочитать, выполнить его нельзя: оставьте невыполненным.',
  FOREIGN_CLAIM: 'Задание взял другой сотрудник: сначала заберите его.',
  MARKING_REQUIRED: 'У задания нет кода маркировки: сначала его надо считать.',
  INVALID_QUANTITY: 'Количество — целое число от 0 до 100 000.',
}

const states: Readonly<Record<OrderState, string>> = {
  NEW: 'новое',
  RELEASED: 'ждёт сборщика',
  CLAIMED: 'взято',
  PICKED: 'собрано',
  PACKED: 'упаковано',
  STAGED: 'к отгрузке',
  HANDED_OVER: 'передано',
  ACCEPTED: 'принято WB',
  DONE: 'завершено',
  SHORT: 'недостача',
  ON_HOLD: 'отложено',
  CANCEL_REQUESTED: 'отменяется',
  CANCELLED: 'отменено',
  RESHIP: 'повторная отгрузка',
}

const acts: Readonly<Record<JournalAct, string>> = {
  PICK: 'взять товар',
  PACK: 'упаковать',
  PUT_BACK: 'вернуть на полку',
  PUT_INTO_BOX: 'положить в короб',
  ATTACH_LABEL: 'считать маркировку',
  REPORT_SHORTAGE: 'сообщить о недостаче',
  STAGE: 'подготовить к отгрузке',
  UNCLAIM: 'вернуть в очередь',
}

const recounts: Readonly<Record<RecountReason, string>> = {
  FOUND: 'взяли больше, чем числилось',
  SHORTAGE: 'не нашли то, что числится',
}

/** The shift lead's page, in Russian. */
export const ru = {
  problem: (code: string): string => problems[code] ?? `Не получилось (${code}).`,
  unread: (code: string): string =>
    code === 'NO_CONNECTION' || code === 'UNAVAILABLE' ? 'Нет связи с сервером. Пробуем ещё раз…' : ru.problem(code),
  states,
  acts,
  recounts,
  title: 'Смена',
  places: 'Где вы ведёте смену?',
  nowhere: 'Вы не ведёте смену ни на одном складе. Роль «Старший смены» даёт менеджер.',
  unknownPlace: 'Такого склада нет, или смену там ведёт кто-то другой.',
  board: 'Доска склада',
  loading: 'Загружаем…',
  stale: 'Нет свежих данных: показано прежнее. Пробуем ещё раз…',
  working: 'Минутку…',
  repeat: 'Повторить',
  cancel: 'Отмена',
  scan: 'Баркод товара',
  scanHint: 'Считайте сканером или введите цифры под штрих-кодом.',
  cell: 'Ячейка',
  cellHint: 'Если положили не туда, откуда взяли.',
  order: (number: string) => `№\u00a0${number}`,
  since: (time: string) => `с ${time}`,

  counts: {
    fresh: 'Новые',
    free: 'Ждут сборщика',
    claimed: 'Взято',
    parked: 'Ждут решения',
    stuck: 'Стоят',
    putBacks: 'Вернуть на полку',
    recounts: 'Пересчитать',
  },

  release: 'Выдать в работу',
  releaseNothing: 'Новых заданий нет.',
  releaseText: (count: number, time: string) => `Новых: ${orders(count)}. Ближайший срок — ${time}.`,
  releaseLate: (count: number) => `Срок на исходе: ${orders(count)}.`,
  howMany: 'Сколько',
  releaseNow: (count: number) => `Выдать самые срочные: ${count}`,
  released: (count: number) => `Выдано: ${orders(count)}.`,
  notReleased: (count: number) => `Не выдано: ${orders(count)} — их успели изменить.`,

  parked: 'Ждут вашего решения',
  parkedNothing: 'Решать нечего.',
  parkedMore: (count: number) => `Показаны самые давние, всего ${count}.`,
  parkedWho: (person: string, device: string | null) => (device === null ? person : `${person}, ${device}`),
  parkedBy: (person: string) => `Доставил ${person}`,
  parkedTime: (done: string | null, came: string) =>
    done === null ? `пришло в ${came}` : `сделано в ${done}, пришло в ${came}`,
  parkedUnread: 'действие не читается',
  parkedNow: (state: string) => `сейчас: ${state}`,
  scanned: (code: string) => `считано ${code}`,
  apply: 'Выполнить',
  dismiss: 'Не выполнять',
  applied: 'Выполнено.',

  stuck: 'Недостачи и отложенное',
  stuckNothing: 'Всё идёт.',
  found: 'Товар нашёлся',
  resume: 'Продолжить',
  cancelOrder: 'Отменить…',
  cancelTitle: (number: string) => `Отменить задание ${number}?`,
  cancelText:
    'Покупатель не получит товар, а маркетплейс может начислить штраф. Вернуть отменённое задание в работу нельзя.',
  cancelConfirm: 'Отменить задание',
  reason: 'Причина',
  deadline: (time: string) => `срок ${time}`,

  putBacks: 'Вернуть на полку',
  putBacksNothing: 'Возвращать нечего.',
  putBack: 'Вернули…',
  putBackTitle: (what: string) => `Вернули на полку: ${what}`,
  putBackDone: 'На полке',
  surplus: 'лишний: задание собрали дважды',
  cancelled: 'отменено после сборки',
  pickedBy: (person: string) => `собирал ${person}`,
  noSurplus: 'Лишнего товара нет',
  noSurplusReason: 'Почему его нет',

  recountsTitle: 'Пересчитать ячейки',
  recountsNothing: 'Пересчитывать нечего.',
  onBooks: (count: number) => `числится ${count} шт.`,
  counted: 'Насчитано',
  save: 'Записать',

  workers: 'Кто на смене',
  workersNothing: 'Никто не начал смену.',
  shift: (time: string, device: string | null) =>
    device === null ? `на смене с ${time}` : `на смене с ${time}, ${device}`,
  noShift: 'без смены: держит взятое',
  hands: (claimed: number, done: number) => `взято ${claimed}, собрано и упаковано ${done}`,
  lastAt: (time: string) => `последнее действие в ${time}`,
  noLast: 'ещё ничего не взято',
  showWork: (name: string) => `Задания: ${name}`,
  work: 'Задания',
  breakAll: 'Забрать взятое…',
  breakTitle: (name: string) => `Забрать задания: ${name}?`,
  breakText: (count: number) =>
    `Взятое и не собранное (${orders(count)}) вернётся в очередь, его возьмут другие. Телефон этого сотрудника покажет это, как только будет связь; что он уже собрал без связи, придёт и не потеряется.`,
  breakConfirm: 'Забрать',
  breakOne: 'Забрать',
}

/** The shape that every language fills. */
export type LeadMessages = typeof ru
