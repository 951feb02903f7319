import type { JournalAct, OrderState, RecountReason } from '../gql/graphql'
import { plural } from '../ui/format'
import type { LeadMessages } from './messages.ru'

const orders = (count: number): string => `${count} ${plural('en', count, { one: 'order', other: 'orders' })}`

const problems: Readonly<Record<string, string>> = {
  NO_CONNECTION: 'No connection to the server: nobody knows whether it was done. Press “Repeat”: it is not done twice.',
  OUTCOME_UNKNOWN: 'The database went away: nobody knows whether it was done. Press “Repeat”: it is not done twice.',
  UNAVAILABLE: 'The server does not answer now. Press “Repeat” in a few seconds.',
  RATE_LIMITED: 'Too many requests. Press “Repeat” in a minute.',
  TOO_MANY_REQUESTS: 'Too many requests at once. Press “Repeat” in a few seconds.',
  NOT_ALLOWED: 'Your roles in this warehouse do not allow this.',
  FORBIDDEN: 'This page is for shift leads and managers of the warehouse.',
  SIGN_IN_REQUIRED: 'Your session is over. Sign in again.',
  WRONG_STATE: 'The order is in another state by now: see what became of it.',
  ALREADY_DONE: 'This was done already.',
  CANCELLED: 'The order is cancelled.',
  NOTHING_TO_DO: 'Nothing is left here: somebody was faster.',
  WRONG_ITEM: 'This is another item. Scan the one that you put back.',
  UNKNOWN_CELL: 'The warehouse has no such cell. Scan it again.',
  UNKNOWN_ITEM: 'There is no such item. Scan it again.',
  UNKNOWN_ORDER: 'There is no such order any more.',
  UNKNOWN_PARKED: 'This was decided on already.',
  UNKNOWN_SURPLUS: 'This unit was dealt with already.',
  DEPENDS_ON_PARKED: 'An earlier act for this order waits too: decide on that one first.',
  UNREADABLE_COMMAND: 'This act cannot be read, so it cannot be done: leave it undone.',
  FOREIGN_CLAIM: 'Somebody else holds the order: take it from them first.',
  MARKING_REQUIRED: 'The order has no marking code yet: that is to be scanned first.',
  INVALID_QUANTITY: 'A quantity is a whole number from 0 to 100,000.',
}

const states: Readonly<Record<OrderState, string>> = {
  NEW: 'new',
  RELEASED: 'waits for a picker',
  CLAIMED: 'taken',
  PICKED: 'picked',
  PACKED: 'packed',
  STAGED: 'at the dock',
  HANDED_OVER: 'handed over',
  ACCEPTED: 'accepted by WB',
  DONE: 'done',
  SHORT: 'shortage',
  ON_HOLD: 'on hold',
  CANCEL_REQUESTED: 'being cancelled',
  CANCELLED: 'cancelled',
  RESHIP: 'to be shipped again',
}

const acts: Readonly<Record<JournalAct, string>> = {
  PICK: 'pick the unit',
  PACK: 'pack',
  PUT_BACK: 'put back',
  PUT_INTO_BOX: 'put into a box',
  ATTACH_LABEL: 'scan a marking code',
  REPORT_SHORTAGE: 'report a shortage',
  STAGE: 'put to the dock',
  UNCLAIM: 'give the order back',
}

const recounts: Readonly<Record<RecountReason, string>> = {
  FOUND: 'more was taken than was on the books',
  SHORTAGE: 'what is on the books was not found',
}

/** The shift lead's page, in English. */
export const en: LeadMessages = {
  problem: (code) => problems[code] ?? `That did not work (${code}).`,
  unread: (code) =>
    code === 'NO_CONNECTION' || code === 'UNAVAILABLE'
      ? 'No connection to the server. Trying again…'
      : en.problem(code),
  states,
  acts,
  recounts,
  title: 'Shift',
  places: 'Where do you lead the shift?',
  nowhere: 'You lead no shift in any warehouse. A manager gives the role “Shift lead”.',
  unknownPlace: 'There is no such warehouse, or somebody else leads its shift.',
  board: 'The warehouse’s board',
  loading: 'Loading…',
  stale: 'Nothing new has come: this is what was before. Trying again…',
  working: 'One moment…',
  repeat: 'Repeat',
  cancel: 'Cancel',
  scan: 'Barcode of the item',
  scanHint: 'Scan it, or type the digits under the bars.',
  cell: 'Cell',
  cellHint: 'When it went elsewhere than it came from.',
  order: (number) => `No.\u00a0${number}`,
  since: (time) => `since ${time}`,

  counts: {
    fresh: 'New',
    free: 'Wait for a picker',
    claimed: 'Taken',
    parked: 'Wait for you',
    stuck: 'Stuck',
    putBacks: 'To put back',
    recounts: 'To count',
  },

  release: 'Give to the floor',
  releaseNothing: 'There are no new orders.',
  releaseText: (count, time) => `New: ${orders(count)}. The next deadline is at ${time}.`,
  releaseLate: (count) => `About to be late: ${orders(count)}.`,
  howMany: 'How many',
  releaseNow: (count) => `Release the most urgent: ${count}`,
  released: (count) => `Released: ${orders(count)}.`,
  notReleased: (count) => `Not released: ${orders(count)}, changed by somebody meanwhile.`,

  parked: 'Wait for your decision',
  parkedNothing: 'Nothing to decide.',
  parkedMore: (count) => `These are the oldest of ${count}.`,
  parkedWho: (person, device) => (device === null ? person : `${person}, ${device}`),
  parkedBy: (person) => `Delivered by ${person}`,
  parkedTime: (done, came) => (done === null ? `came at ${came}` : `done at ${done}, came at ${came}`),
  parkedUnread: 'cannot be read',
  parkedNow: (state) => `now: ${state}`,
  scanned: (code) => `scanned ${code}`,
  apply: 'Do it',
  dismiss: 'Leave undone',
  applied: 'Done.',

  stuck: 'Shortages and orders on hold',
  stuckNothing: 'Everything moves.',
  found: 'The item was found',
  resume: 'Go on',
  cancelOrder: 'Cancel…',
  cancelTitle: (number) => `Cancel order ${number}?`,
  cancelText:
    'The buyer will not get the item, and the marketplace may fine you. A cancelled order does not come back.',
  cancelConfirm: 'Cancel the order',
  reason: 'Reason',
  deadline: (time) => `due at ${time}`,

  putBacks: 'To put back',
  putBacksNothing: 'Nothing to put back.',
  putBack: 'Put back…',
  putBackTitle: (what) => `Put back: ${what}`,
  putBackDone: 'It is on the shelf',
  surplus: 'surplus: the order was picked twice',
  cancelled: 'cancelled after picking',
  pickedBy: (person) => `picked by ${person}`,
  noSurplus: 'There is no surplus unit',
  noSurplusReason: 'Why there is none',

  recountsTitle: 'Cells to count',
  recountsNothing: 'Nothing to count.',
  onBooks: (count) => `${count} on the books`,
  counted: 'Counted',
  save: 'Save',

  workers: 'Who is on shift',
  workersNothing: 'Nobody has begun a shift.',
  shift: (time, device) => (device === null ? `on shift since ${time}` : `on shift since ${time}, ${device}`),
  noShift: 'without a shift: holds what was taken',
  hands: (claimed, done) => `${claimed} taken, ${done} picked and packed`,
  lastAt: (time) => `last act at ${time}`,
  noLast: 'nothing taken yet',
  showWork: (name) => `Orders: ${name}`,
  work: 'Orders',
  breakAll: 'Take the work back…',
  breakTitle: (name) => `Take the work of ${name}?`,
  breakText: (count) =>
    `What is taken and not picked (${orders(count)}) goes back for others. Their phone shows it as soon as it has a signal; what they have picked without one still comes in and is not lost.`,
  breakConfirm: 'Take it back',
  breakOne: 'Take back',
}
