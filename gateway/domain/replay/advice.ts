import type { OrderFacts } from '../order-facts.js'
import type { RefusalCode } from '../refusal.js'
import type { JournalAct } from './journal-act.js'
import type { ReplayOutcome, Verdict } from './verdict.js'

/** A sentence that says to a person what happened and what to do, in both languages. */
export interface Advice {
  readonly en: string
  readonly ru: string
}

/** What a sentence may speak of: the order before the act, when there is one. */
type About =
  | (Pick<OrderFacts, 'claim' | 'pickedBy' | 'packedBy' | 'putBackRequired' | 'box'> & { readonly otherCell?: string })
  | undefined

type Say = (order: About, act: JournalAct) => Advice | null

const say =
  (en: string, ru: string): Say =>
  () => ({ en, ru })

const picker = (order: About) => order?.pickedBy ?? '–'
const holder = (order: About) => order?.claim?.holder ?? '–'

/** What is said of an act that was done; null: nothing need be said. */
const ofOutcome: Readonly<Record<ReplayOutcome, Say>> = {
  AS_SAID: () => null,
  LATE: say(
    'Your time for this order had run out, but nobody else had taken it: it counts.',
    'Время на задание вышло, но его никто не взял: сделанное засчитано.',
  ),
  TAKEN_OVER: (order) => ({
    en: `${holder(order)} had taken the order meanwhile, but you picked it first: it is yours. Tell them not to look for it.`,
    ru: `Задание тем временем взял сотрудник ${holder(order)}, но первым отобрали вы: засчитано вам. Скажите ему, чтобы не искал.`,
  }),
  FOUND: say(
    'The order was reported short: you found the unit, the shortage is closed.',
    'По заданию была недостача: товар нашли вы, недостача закрыта.',
  ),
  ON_HOLD: say(
    'The order is on hold. It is noted; put the unit where held orders are kept and ask the shift lead.',
    'Задание отложено. Сделанное записано; положите товар к отложенным и спросите старшего смены.',
  ),
  NOTED: say(
    'The order is about to be cancelled. It is noted; keep the unit aside.',
    'Задание вот-вот отменят. Сделанное записано; отложите товар.',
  ),
  PUT_BACK: say(
    'The order was cancelled while you had no signal: put the unit back on its shelf and scan it.',
    'Пока не было связи, задание отменили: верните товар на полку и отсканируйте.',
  ),
  SURPLUS: (order) => ({
    en: `${picker(order)} picked this order first: your unit is one too many. Put it back on its shelf and scan it.`,
    ru: `Это задание первым отобрал сотрудник ${picker(order)}: ваш товар лишний. Верните его на полку и отсканируйте.`,
  }),
  SURPLUS_RETURNED: say('The second unit is back on its shelf.', 'Лишний товар снова на полке.'),
  ALREADY: (order) =>
    order?.putBackRequired
      ? {
          en: 'The order is cancelled: put the unit back on its shelf.',
          ru: 'Задание отменено: верните товар на полку.',
        }
      : { en: 'It was so already: nothing is left to do.', ru: 'Так уже и есть: делать ничего не нужно.' },
  OVERRULED: (order) => ({
    en: `${picker(order)} found the unit meanwhile: the shortage is not kept. If the unit you see now is damaged, report it again.`,
    ru: `Товар тем временем нашёл сотрудник ${picker(order)}: недостача снята. Если товар перед вами испорчен, сообщите ещё раз.`,
  }),
  SENT_ELSEWHERE: (order) => ({
    en: `There is another unit in the cell ${order?.otherCell ?? '–'}: take that one.`,
    ru: `Такой же товар есть в ячейке ${order?.otherCell ?? '–'}: возьмите его.`,
  }),
}

const takeOut = (order: About) =>
  order?.box == null
    ? {
        en: 'The order is cancelled: take the unit out of its parcel and put it back on its shelf.',
        ru: 'Задание отменено: достаньте товар из упаковки и верните на полку.',
      }
    : {
        en: `The order is cancelled: its unit is in the box ${order.box}. Take it out and put it back on its shelf.`,
        ru: `Задание отменено: товар в коробе ${order.box}. Достаньте его и верните на полку.`,
      }

const leadEn = 'The shift lead sees it in their list; keep the unit aside until they decide.'
const leadRu = 'Это видит старший смены; отложите товар до его решения.'
const lead = (en: string, ru: string): Say => say(`${en} ${leadEn}`, `${ru} ${leadRu}`)

/** What is said of an act that was not done, by why. */
const ofCode: Partial<Readonly<Record<RefusalCode, Say>>> = {
  NOT_CLAIMED: lead('You never had this order in your work.', 'Этого задания у вас в работе не было.'),
  FOREIGN_CLAIM: (order) => ({
    en: `${holder(order)} has the order now and looks for the unit: tell them what you saw.`,
    ru: `Задание теперь у сотрудника ${holder(order)}, товар ищет он: скажите ему, что видели.`,
  }),
  CANCELLED: (order, act) =>
    act === 'REPORT_SHORTAGE'
      ? {
          en: 'The order is cancelled and its unit is to be put back, but you say that it is not there. The shift lead sees it in their list.',
          ru: 'Задание отменено, товар надо вернуть на полку, но вы сообщили, что его нет. Это видит старший смены.',
        }
      : order?.putBackRequired
        ? takeOut(order)
        : { en: `The order is cancelled. ${leadEn}`, ru: `Задание отменено. ${leadRu}` },
  ALREADY_DONE: (order) => ({
    en: `${order?.packedBy ?? '–'} packed this order already: there are two parcels of it. ${leadEn}`,
    ru: `Это задание уже упаковал сотрудник ${order?.packedBy ?? '–'}: упаковок две. ${leadRu}`,
  }),
  WRONG_STATE: (_order, act) =>
    act === 'UNCLAIM'
      ? {
          en: 'You picked this order, so it cannot be given back: go on with it, or report a shortage.',
          ru: 'Вы это задание уже отобрали, вернуть его нельзя: продолжайте или сообщите о недостаче.',
        }
      : {
          en: `The order is not that far, or no longer there: an earlier step may be in a phone without a signal. ${leadEn}`,
          ru: `Задание ещё не на этом шаге или уже не на нём: предыдущий шаг может быть в телефоне без связи. ${leadRu}`,
        },
  WRONG_ITEM: lead('The scanned code is not of this order’s item.', 'Отсканирован код другого товара.'),
  UNKNOWN_ORDER: lead('There is no such order in this warehouse.', 'На этом складе такого задания нет.'),
  NOT_ALLOWED: lead('Your roles do not allow this any more.', 'Ваши роли этого больше не позволяют.'),
  COMMAND_ID_REUSED: lead(
    'The app used one command id for two things.',
    'Приложение дало один номер двум разным действиям.',
  ),
  IDEMPOTENCY_KEY_REUSED: say(
    'The app used one number of its journal for two things: the first one counts. Tell the shift lead what you did.',
    'Приложение дало один номер журнала двум действиям: засчитано первое. Скажите старшему смены, что сделали.',
  ),
  DEPENDS_ON_PARKED: lead(
    'An earlier step of this order waits for a decision.',
    'Предыдущий шаг этого задания ждёт решения.',
  ),
  UNREADABLE_COMMAND: lead('The server cannot read what the app sent.', 'Сервер не понял, что прислало приложение.'),
  PERSON_DISABLED: lead(
    'The person who did this is disabled: nothing is done in their name.',
    'Сотрудник, который это сделал, отключён: от его имени ничего не делается.',
  ),
  GRANT_OVER: lead(
    'This was delivered more than seven days after the sign-in.',
    'С входа до доставки прошло больше семи дней.',
  ),
  DEVICE_REMOVED: lead('The phone on which this was done was taken out.', 'Телефон, на котором это сделано, отключён.'),
  MARKING_REQUIRED: lead(
    'It was packed without the marking that it needs: scan its code.',
    'Упаковано без нужной маркировки: отсканируйте код.',
  ),
  LABEL_NOT_NEEDED: lead('This order takes no code of this kind.', 'Такая маркировка этому заданию не нужна.'),
  LABEL_TAKEN: say(
    'This marking code is on another order already, so this one is on hold: scan the code of the unit in your hand once more, or take another unit, and tell the shift lead.',
    'Этот код маркировки уже на другом задании, поэтому это отложено: отсканируйте код на товаре ещё раз или возьмите другой и скажите старшему смены.',
  ),
  INVALID_BOX: lead('This is no code of a box.', 'Это не код короба.'),
  FAULT: lead('The server could not do this, and wrote down why.', 'Сервер не смог этого сделать и записал причину.'),
}

const ofAnother = lead('The server did not accept this.', 'Сервер этого не принял.')

/** What to tell whoever did it. */
export const advise = (verdict: Verdict, act: JournalAct, order: About): Advice | null => {
  if (verdict.is === 'DONE') return ofOutcome[verdict.outcome](order, act)
  return (ofCode[verdict.code] ?? ofAnother)(order, act)
}
