import type { OrderCommand } from '../order-states.js'

/** What a person can do on the floor without a signal, each a command that waits in the journal. */
export const JOURNAL_ACTS = [
  'PICK',
  'ATTACH_LABEL',
  'PACK',
  'PUT_INTO_BOX',
  'STAGE',
  'REPORT_SHORTAGE',
  'UNCLAIM',
  'PUT_BACK',
] as const
export type JournalAct = (typeof JOURNAL_ACTS)[number]

/** The command that each act is; the right to it is the right to the act. */
export const commandOf: Readonly<Record<JournalAct, OrderCommand>> = {
  PICK: 'PICK',
  ATTACH_LABEL: 'ATTACH_LABEL',
  PACK: 'PACK',
  PUT_INTO_BOX: 'PUT_INTO_BOX',
  STAGE: 'STAGE',
  REPORT_SHORTAGE: 'REPORT_SHORTAGE',
  UNCLAIM: 'UNCLAIM',
  PUT_BACK: 'CONFIRM_PUT_BACK',
}
