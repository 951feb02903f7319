import { UnavailableError } from '../../domain/errors.js'
import { refusal, type Result } from '../../domain/refusal.js'
import type { CommandInput } from '../../domain/replay/read-act.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import type { Answer } from './answer.js'
import type { Brought } from './brought.js'
import { type Carrier, type Delivery, findDelivery } from './find-delivery.js'
import { type Taken, takeCommand } from './take-command.js'

/** How many commands one call may bring. */
export const MAX_COMMANDS = 100

export interface SubmitDeps extends Pick<StorageDeps, 'pool' | 'onCommit'> {
  /** Told why a command could not be done, when that is a fault of ours. */
  readonly onFault: (error: unknown) => void
}

export interface SubmitCommands extends Carrier {
  readonly journalId: string
  readonly grant: string
  /** Now, by the device's clock. */
  readonly sentAt: Date
  readonly commands: readonly CommandInput[]
}

/** What came of a command, with its place in the journal. */
export interface PublicAnswer extends Answer {
  readonly seq: number
  readonly commandId: string
  readonly repeated: boolean
}

/** What came of a delivery. */
export interface Submitted {
  readonly answers: readonly PublicAnswer[]
  readonly expectedSeq: number
  readonly gap: boolean
  /** How many of the journal wait for a shift lead. */
  readonly openParked: number
}

/** A fault of ours must not stop the queue for ever: the command is parked with it, and those behind it go on. */
const takeAnyway = async (deps: SubmitDeps, brought: Brought): Promise<Taken> => {
  try {
    return await takeCommand(deps, brought)
  } catch (error) {
    if (error instanceof UnavailableError) throw error
    deps.onFault(error)
    return takeCommand(deps, brought, 'FAULT')
  }
}

const readProgress = async ({ pool }: SubmitDeps, { journalId }: Delivery) => {
  const { rows } = await whenAvailable(() =>
    pool.query<{ expectedSeq: number; openParked: number }>({
      name: 'journal-progress',
      text: `SELECT j.last_seq + 1 AS "expectedSeq",
               (SELECT count(*)::int FROM parked_command p WHERE p.journal_id = j.id AND p.resolved_at IS NULL) AS "openParked"
             FROM journal j WHERE j.id = $1`,
      values: [journalId],
    }),
  )
  return rows[0] ?? { expectedSeq: 1, openParked: 0 }
}

/**
 * Delivers commands of a journal, each in a transaction of its own and in the order of their numbers, up to a number that is
 * missing. Refusals: BAD_GRANT, DEVICE_REQUIRED, TOO_MANY.
 */
export const submitCommands = async (deps: SubmitDeps, call: SubmitCommands): Promise<Result<Submitted>> => {
  const { journalId, grant, sentAt, commands } = call
  if (commands.length > MAX_COMMANDS)
    return {
      refusal: refusal('TOO_MANY', `At most ${MAX_COMMANDS} commands in a call; this one has ${commands.length}.`),
    }
  const delivery = await findDelivery(deps, call, journalId, grant)
  if ('code' in delivery) return { refusal: delivery }
  const skewMs = Date.now() - sentAt.getTime()
  const answers: PublicAnswer[] = []
  let gap = false
  for (const command of commands.toSorted((a, b) => a.seq - b.seq)) {
    const { seq, commandId, clientTime } = command
    const kept = clientTime.getUTCFullYear() >= 1 && clientTime.getUTCFullYear() <= 9999 ? clientTime : null
    const { answer, repeated } = await takeAnyway(deps, { ...delivery, command, clientTime: kept, skewMs })
    if (!answer) {
      gap = true
      break
    }
    answers.push({ ...answer, seq, commandId, repeated })
  }
  return { answers, gap, ...(await readProgress(deps, delivery)) }
}
