import { z } from 'zod'
import { InputError } from '../errors.js'
import { checkText } from '../text.js'
import { JOURNAL_ACTS, type JournalAct } from './journal-act.js'

/** What a person did, with what was scanned or said. */
export interface Act {
  readonly act: JournalAct
  readonly orderId: string
  readonly barcode: string | null
  readonly reason: string | null
  /** Code or barcode of the cell, when it was scanned. */
  readonly cell: string | null
  /** Kind of the marking code, and the code as scanned. */
  readonly key: string | null
  readonly raw: string | null
  readonly box: string | null
}

interface ActInput {
  readonly orderId: string
  readonly barcode?: string
  readonly reason?: string | null
  readonly cell?: string | null
  readonly key?: string
  readonly raw?: string
  readonly box?: string
}

/** A command of a journal as it comes: one member, named as the act, says what was done. */
export interface CommandInput {
  readonly seq: number
  readonly commandId: string
  readonly clientTime: Date
  readonly pick?: ActInput | null
  readonly attachMarkingCode?: ActInput | null
  readonly pack?: ActInput | null
  readonly putIntoBox?: ActInput | null
  readonly stage?: ActInput | null
  readonly putBack?: ActInput | null
  readonly reportShortage?: ActInput | null
  readonly unclaim?: ActInput | null
}

const members = {
  pick: 'PICK',
  attachMarkingCode: 'ATTACH_LABEL',
  pack: 'PACK',
  putIntoBox: 'PUT_INTO_BOX',
  stage: 'STAGE',
  putBack: 'PUT_BACK',
  reportShortage: 'REPORT_SHORTAGE',
  unclaim: 'UNCLAIM',
} as const satisfies Readonly<Partial<Record<keyof CommandInput, JournalAct>>>

const names = Object.keys(members) as (keyof typeof members)[]

/** Everything of a command that makes two of them the same: neither its number nor when it was. */
export const contentOf = (command: CommandInput): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.map((name) => [name, command[name] ?? undefined]))

/** The act of a command; undefined when it has none or several, or a text of it cannot be kept. */
export const readAct = (command: CommandInput): Act | undefined => {
  const given = names.filter((name) => command[name])
  const [name] = given
  const input = name && command[name]
  if (given.length !== 1 || !input) return undefined
  try {
    return {
      act: members[name],
      orderId: checkText('orderId', input.orderId, 200).toLowerCase(),
      barcode: input.barcode === undefined ? null : checkText('barcode', input.barcode, 200),
      reason: checkText('reason', input.reason ?? '', 300).trim() || null,
      cell: checkText('cell', input.cell ?? '', 200).trim() || null,
      key: input.key === undefined ? null : checkText('key', input.key, 50),
      raw: input.raw === undefined ? null : checkText('raw', input.raw, 500),
      box: input.box === undefined ? null : checkText('box', input.box, 200),
    }
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** An act as a parked command keeps it. */
export const keptAct: z.ZodType<Act> = z.object({
  act: z.enum(JOURNAL_ACTS),
  orderId: z.string(),
  barcode: z.string().nullable(),
  reason: z.string().nullable(),
  cell: z.string().nullable(),
  key: z.string().nullable(),
  raw: z.string().nullable(),
  box: z.string().nullable(),
})
