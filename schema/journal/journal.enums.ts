import { describedEnum } from '../described-enum.js'

export const JournalStatus = describedEnum(
  'JournalStatus',
  'What became of a command of a journal. / Итог по действию из журнала.',
  {
    DONE: 'Done, or nothing was left to do: `outcome` says which. / Сделано.',
    REFUSED: 'The server decided no, and nothing is left to do but what `advice` says. / Отказ.',
    PARKED: 'Neither lost nor done: it is in the shift lead’s list. / Ждёт решения старшего смены.',
  },
)
export type JournalStatus = keyof typeof JournalStatus

export const ReplayOutcome = describedEnum(
  'ReplayOutcome',
  'What came of an act that was done without a signal, on the order as it is now. / Что вышло.',
  {
    AS_SAID: 'Done just as said. / Как сказано.',
    LATE: 'The lease had run out and nobody had the order: accepted, the claim reopened for it. / Засчитано с опозданием.',
    TAKEN_OVER:
      'Somebody else had claimed the order, but had not picked it: their claim is over. / Отобрано раньше другого.',
    FOUND: 'The order was short: its unit is found, the shortage closed. / Нашлось, недостача закрыта.',
    ON_HOLD: 'The order is on hold: noted, it will go on from there. / Отложено, записано.',
    NOTED: 'A cancel is being asked for: noted. / Отмена запрошена, записано.',
    PUT_BACK: 'The order is cancelled: the unit must be put back. / Отменено, вернуть на полку.',
    SURPLUS: 'Somebody else picked it first: a second unit, to be put back. / Лишний товар, вернуть на полку.',
    SURPLUS_RETURNED: 'The second unit is on its shelf again. / Лишний товар на полке.',
    ALREADY: 'It was so already. / Так уже и было.',
    SENT_ELSEWHERE:
      'Another cell has a unit: the order stays with its holder, `otherCell` says where. / Есть в другой ячейке.',
    OVERRULED: 'A shortage of what somebody has found meanwhile: not kept. / Недостача снята, товар нашёлся.',
  },
)
export type ReplayOutcome = keyof typeof ReplayOutcome

export const JournalAct = describedEnum(
  'JournalAct',
  'What a person can do on the floor without a signal. / Действие в журнале.',
  {
    PICK: 'Picked the unit, scanned. / Отобрано.',
    ATTACH_LABEL: 'Scanned its marking code. / Отсканирована маркировка.',
    PACK: 'Packed it, scanned. / Упаковано.',
    PUT_INTO_BOX: 'Put it into a box. / Положено в короб.',
    STAGE: 'Put it to the dock. / Подготовлено к отгрузке.',
    REPORT_SHORTAGE: 'The unit was not there, or is damaged. / Недостача.',
    UNCLAIM: 'Gave the order back. / Возвращено в очередь.',
    PUT_BACK: 'Put a unit back on its shelf, scanned. / Возвращено на полку.',
  },
)
export type JournalAct = keyof typeof JournalAct

export const ParkedResolution = describedEnum(
  'ParkedResolution',
  'What a shift lead decides on a parked command. / Решение.',
  {
    APPLY: 'Do it now, as the act of its person: the lead vouches for it. / Выполнить.',
    DISMISS: 'Leave it undone. / Не выполнять.',
  },
)
export type ParkedResolution = keyof typeof ParkedResolution
