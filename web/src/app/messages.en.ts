import { plural } from '../ui/format'
import type { AppMessages } from './messages.ru'

/** The home page in English. */
export const en = {
  tagline: 'A Wildberries seller’s warehouse: the live board of assembly orders',
  boards: 'Boards',
  live: (count) => `${count} ${plural('en', count, { one: 'order', other: 'orders' })} in work`,
  handedOverToday: (count) => `${count} handed over today`,
  demo: 'DEMO',
  demoHint: 'Nothing in a warehouse marked DEMO is real: a program plays its orders and its shift.',
  openBoard: 'Open the board',
  openBoardHint: (name) => `This screen is let in: “${name}”.`,
  begin: 'Where to begin',
  signIn: 'Sign in',
  signInHint: 'With login and password. Without them ask your manager for a sign-in link.',
  badge: 'Sign in with a badge',
  badgeHint: (name) => `This phone is let in: “${name}”.`,
  isBoard: 'This screen is a board',
  isBoardHint: 'A television on the wall: a manager lets it in by its code.',
  isPhone: 'This is a phone of the shift',
  isPhoneHint: 'A manager lets it in by its code, then people sign in on it with their badges.',
  loading: 'Loading…',
  noConnection: 'No connection to the server. Trying again…',
  empty: 'There are no warehouses yet',
  emptyHint:
    'Load orders saved from an answer of Wildberries (GET /api/v3/orders/new), and the warehouse appears here:',
  explore: 'For developers and analysts',
  sandbox: 'Apollo Sandbox',
  sandboxHint: 'queries and subscriptions in the browser (needs the internet)',
  graphiql: 'GraphiQL',
  graphiqlHint: 'the same without the internet',
  notFound: 'There is no such page',
  home: 'Home',
  partFailed: 'The page did not load',
  partFailedHint: 'There is no connection to the server, or it was updated.',
  reload: 'Load again',
} satisfies AppMessages
