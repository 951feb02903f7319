import { plural } from '../ui/format'

/** The home page in Russian. */
export const ru = {
  tagline: 'Склад продавца Wildberries: живая доска сборочных заданий',
  boards: 'Доски складов',
  live: (count: number) =>
    `${count} ${plural('ru', count, { one: 'задание', few: 'задания', many: 'заданий', other: 'задания' })} в работе`,
  handedOverToday: (count: number) => `сегодня передано ${count}`,
  demo: 'ДЕМО',
  demoHint: 'На складе с отметкой ДЕМО нет ничего настоящего: задания и смену разыгрывает программа.',
  openBoard: 'Открыть доску',
  openBoardHint: (name: string) => `Этот экран подключён: «${name}».`,
  begin: 'С чего начать',
  signIn: 'Войти',
  signInHint: 'С логином и паролем. Нет их — попросите у менеджера ссылку для входа.',
  badge: 'Войти по бейджу',
  badgeHint: (name: string) => `Этот телефон подключён: «${name}».`,
  isBoard: 'Этот экран — доска',
  isBoardHint: 'Телевизор на стене: менеджер подключит его по коду.',
  isPhone: 'Это телефон смены',
  isPhoneHint: 'Менеджер подключит его по коду, потом на нём входят по бейджу.',
  work: 'Телефон сборщика',
  workHint: 'Сборка и упаковка, со связью и без неё.',
  lead: 'Старший смены',
  leadHint: 'Выдать в работу, кто чем занят, недостачи, возвраты, спорные действия.',
  loading: 'Загружаем…',
  noConnection: 'Нет связи с сервером. Пробуем ещё раз…',
  empty: 'Складов пока нет',
  emptyHint: 'Загрузите заказы, сохранённые из ответа Wildberries (GET /api/v3/orders/new), и склад появится здесь:',
  explore: 'Для разработчиков и аналитиков',
  sandbox: 'Apollo Sandbox',
  sandboxHint: 'запросы и подписки в браузере (нужен интернет)',
  graphiql: 'GraphiQL',
  graphiqlHint: 'то же без интернета',
  notFound: 'Такой страницы нет',
  home: 'На главную',
  partFailed: 'Страница не загрузилась',
  partFailedHint: 'Нет связи с сервером, или он обновился.',
  reload: 'Загрузить снова',
}

/** The shape that every language fills. */
export type AppMessages = typeof ru
