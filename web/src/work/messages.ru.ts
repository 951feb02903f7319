import { plural } from '../ui/format'

const acts = (count: number): string =>
  `${count} ${plural('ru', count, { one: 'действие', few: 'действия', many: 'действий', other: 'действия' })}`
const units = (count: number): string => `${count} шт.`

/** The picker's phone, in Russian. */
export const ru = {
  title: 'Сборка',
  starting: 'Открываем…',

  online: 'На связи',
  offline: 'Без связи',
  queue: (count: number) => `Не отправлено: ${acts(count)}`,
  queueEmpty: 'Всё отправлено',
  age: (minutes: number) => (minutes < 1 ? 'Данные свежие' : `Данным ${minutes} мин`),
  old: (minutes: number) => `Данным ${minutes} мин: задание могли отменить. Подойдите туда, где есть связь.`,
  attention: (count: number) => `Нужно внимание: ${count}`,
  menu: 'Меню',
  back: 'Назад',
  close: 'Закрыть',

  lockedTitle: 'Экран закрыт',
  lockedText: (person: string) => `Здесь работает ${person}. Считайте свой бейдж: связь не нужна.`,
  lockedNoBadge: (person: string) => `Здесь работает ${person}. Войдите снова: нужна связь с сервером.`,
  notYourBadge: 'Это не бейдж того, кто здесь работает.',
  otherPerson: 'Войти другому сотруднику',
  otherPersonNeedsSignal:
    'Нужна связь с сервером. Неотправленное останется на телефоне и уйдёт под именем того, кто это сделал.',
  signInFailed: (code: string) => `Не получилось начать работу (${code}). Проверьте связь и войдите ещё раз.`,
  goOnAs: (person: string) => `Работать как ${person}`,
  entering: 'Готовим телефон…',

  startTitle: 'Начать смену?',
  startText: (person: string) => `Вы вошли как ${person}.`,
  start: 'Начать смену',
  takeTitle: 'Взять задания',
  takeText: 'Сколько единиц взять за один обход?',
  take: (count: number) => `Взять ${count}`,
  nothingFree: 'Свободных заданий сейчас нет.',
  inTote: (count: number) => `В лотке: ${units(count)}`,
  goPack: 'Упаковывать',
  goPick: 'Собирать',
  busy: 'Спрашиваем сервер…',

  left: (count: number) => `Осталось: ${units(count)}`,
  cell: 'Ячейка',
  noCell: 'Место неизвестно',
  zone: (zone: string) => `Зона ${zone}`,
  article: 'Артикул',
  size: 'Размер',
  quantity: (count: number) => `Взять ${units(count)}`,
  until: (time: string) => `до ${time}`,
  scanCell: 'Считайте ячейку',
  scanItem: 'Считайте товар',
  atCell: (code: string) => `Вы у ячейки ${code}`,
  iAmHere: 'Я у ячейки',
  taken: 'Взято. Положите в лоток',
  takenText: (name: string, left: number) => (left > 0 ? `${name}. Здесь ещё ${units(left)}` : name),
  elsewhere: 'Это не то',
  elsewhereText: (name: string, cell: string) => `${name}: его место ${cell}`,
  elsewhereNoCell: (name: string) => `${name}: для другого задания, место неизвестно`,
  otherCell: (scanned: string, wanted: string) => `Это ячейка ${scanned}. Нужна ${wanted}`,
  cancelled: 'Отменено: не берите',
  enough: 'Больше не нужно',
  enoughText: (name: string) => `${name}: всё уже взято`,
  misread: 'Код прочитан с ошибкой',
  misreadText: 'Считайте ещё раз.',
  unknown: 'Такого кода в задании нет',
  notKept: 'Не записано!',
  notKeptText: 'Память телефона переполнена или закрыта. Не кладите товар в лоток, подойдите к старшему смены.',

  camera: 'Камера',
  type: 'Ввести',
  typeTitle: 'Код вручную',
  typeHint: 'Введите цифры под штрих-кодом или код ячейки.',
  done: 'Готово',
  light: 'Свет',
  cameraTrouble: {
    NO_CAMERA: 'Камеры нет, или она занята. Введите код вручную.',
    NOT_ALLOWED: 'Доступ к камере запрещён: разрешите его в настройках браузера для этого сайта.',
    NO_DECODER: 'Распознавание не загрузилось: откройте камеру ещё раз, когда будет связь.',
  },

  trouble: 'Проблема',
  troubleTitle: 'Что случилось?',
  shortage: 'Товара нет на месте',
  damaged: 'Товар повреждён',
  wrongItem: 'В ячейке лежит другое',
  giveBackOne: 'Вернуть это задание',
  skip: 'Сначала другое место',
  reported: 'Записано',

  packTitle: 'Упаковка',
  scanForPack: 'Считайте товар со стола',
  packOrder: (number: string) => `Задание ${number}`,
  waiting: (count: number) => `Ждут такого товара: ${count}`,
  byPhone: 'Без связи: по тому, что собрано на этом телефоне',
  scanCode: (key: string) => `Считайте код маркировки: ${key}`,
  codeFits: 'Код принят',
  codeBad: 'Код маркировки не годится',
  codeFaults: {
    INVALID_FORMAT: 'Это не такой код. Считайте квадратный код с упаковки.',
    NO_GS: 'В коде потеряны разделители: настройте сканер (передавать GS) или считайте камерой.',
    NON_LATIN: 'Сканер печатает русскими буквами: переключите раскладку или считайте камерой.',
    INVALID_SYMBOLS: 'В коде посторонние знаки: считайте ещё раз.',
    WRONG_CHECK_DIGIT: 'Код прочитан с ошибкой: считайте ещё раз.',
    WRONG_GTIN: 'Это код другого товара.',
    EXPIRES_TOO_SOON: 'Срок годности слишком мал.',
  },
  putInBox: 'Упакуйте и считайте короб',
  packed: 'Упаковано',
  boxed: (box: string) => `В коробе ${box}`,
  noBox: 'Без короба',
  packUnknown: 'Этот товар никто не ждёт',
  packBelongs: (cells: string) => `Его место: ${cells}`,
  packNeedsSignal: 'Без связи и этого товара нет среди собранного здесь: отложите до связи.',
  anotherItem: 'Отложить, взять другое',

  putBacks: 'Вернуть на полку',
  putBackText: 'Отменено после сборки. Отнесите на место и считайте товар.',
  putBackDone: 'Возвращено',
  nothingToPutBack: 'Возвращать нечего',

  attentionTitle: 'Нужно внимание',
  nothingNeeded: 'Ничего не требует внимания',
  read: 'Понятно',
  alarmText: (name: string, cell: string | null) =>
    `Отменено: ${name}${cell === null ? '' : `, ${cell}`}. Не берите; если взяли, верните на полку.`,
  parked: (count: number) => `Ждёт старшего смены: ${acts(count)}`,
  ofOther: (person: string, count: number) => `${person}: не отправлено ${acts(count)}. Уйдёт само, под этим именем.`,
  journalTrouble: {
    BAD_GRANT: (person: string) =>
      `Сервер не узнаёт записи этого телефона (${person}). Пусть этот сотрудник войдёт здесь ещё раз: записи уйдут.`,
    DEVICE_REQUIRED: (person: string) =>
      `Телефон отключён, записи не принимаются (${person}). Войдите здесь ещё раз или подключите телефон.`,
  },
  refused: 'Сервер не принял',
  toLead: 'Передано старшему смены',
  storage: {
    NONE: 'Этот браузер не хранит данные: работать нельзя. Выйдите из режима инкогнито или откройте другой браузер.',
    FULL: 'Память телефона заполнена: последнее действие не записано. Освободите место.',
    LOST: 'Телефон стёр память приложения: часть действий могла не дойти. Скажите старшему смены, что вы делали последним.',
    CLOSED: 'Память приложения закрыта (обновление в другой вкладке). Загрузите страницу заново.',
  },
  reload: 'Загрузить заново',
  notPersisted:
    'Телефон может стереть данные приложения, если долго не заходить: не оставляйте неотправленное на ночь.',
  ios: 'На iPhone и iPad данные уходят, только пока приложение открыто, и стираются после нескольких недель без него. Добавьте его на экран «Домой» и не закрывайте, пока очередь не пуста.',
  install: 'Чтобы открывалось без связи, добавьте приложение на главный экран.',

  update: 'Обновить приложение',
  updateOver: (count: number) =>
    `Вышло обновление. Не отправлено: ${acts(count)}; они останутся на телефоне и уйдут после обновления.`,
  updateReady: 'Вышло обновление. Займёт секунды.',

  pause: 'Пауза: закрыть экран',
  list: 'Все места',
  giveBackAll: 'Вернуть всё, что не взято',
  giveBackSure: (count: number) => `Вернуть в очередь ${units(count)}?`,
  handOver: 'Передать задания другому',
  handOverTo: 'Кому передать?',
  nobodyElse: 'Больше никто не на смене.',
  endShift: 'Закончить смену',
  endSure: 'Закончить смену? Несобранное вернётся в очередь.',
  endOver: (count: number) =>
    `Не отправлено: ${acts(count)}. Закончить смену можно, когда всё уйдёт: подойдите туда, где есть связь.`,
  signOut: 'Выйти',
  signOutSure: 'Выйти с этого телефона?',
  signOutOver: (count: number) =>
    `Не отправлено: ${acts(count)}. Они останутся на этом телефоне и уйдут под вашим именем. Выйти?`,
  yes: 'Да',
  no: 'Нет',
  needsSignal: 'Нужна связь с сервером. Подойдите туда, где она есть, и повторите.',
  failed: (code: string) => `Сервер не разрешил: ${code}`,
}

/** The shape that every language fills. */
export type WorkMessages = typeof ru
