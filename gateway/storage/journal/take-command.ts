import { rightsOfGrants } from '../../domain/person/rights.js'
import type { RefusalCode } from '../../domain/refusal.js'
import { advise } from '../../domain/replay/advice.js'
import { type Act, contentOf, readAct } from '../../domain/replay/read-act.js'
import { done, parked, refused } from '../../domain/replay/verdict.js'
import { appendEvents } from '../command/append-events.js'
import { enterCommand } from '../command/command-log.js'
import { requestHash } from '../command/request-hash.js'
import type { StorageDeps } from '../deps.js'
import { inTransaction, type Tx } from '../transaction.js'
import { type Answer, answerOf } from './answer.js'
import type { Brought } from './brought.js'
import { type LockedJournal, lockJournal } from './lock-journal.js'
import { type Replayed, replayOrder } from './replay-order.js'
import { writeTaken } from './write-taken.js'

/** What was taken: the answer, unless a number is missing before it. */
export interface Taken {
  readonly answer: Answer | undefined
  /** Whether it is the first answer given again. */
  readonly repeated: boolean
  /** The number that comes next. */
  readonly expectedSeq: number
}

const forgotten: Answer = answerOf(done('ALREADY'), {
  en: 'This was delivered long ago; what came of it is not kept any more.',
  ru: 'Это доставлено давно; что вышло, уже не хранится.',
})

const notDone = (code: RefusalCode, act: Act | undefined, is = parked): Replayed => {
  const verdict = is(code)
  return { answer: answerOf(verdict, advise(verdict, act?.act ?? 'PICK', undefined)), events: [], entries: [] }
}

/** The first answer to a number that was taken before; or that it was something else. */
const repeat = async (tx: Tx, { command, journalId }: Brought, hash: string): Promise<Omit<Taken, 'expectedSeq'>> => {
  const { rows } = await tx.query<{ commandId: string; hash: string; answer: Answer }>({
    name: 'repeat-answer',
    text: `SELECT command_id AS "commandId", request_hash AS hash, answer FROM journal_command WHERE journal_id = $1 AND seq = $2`,
    values: [journalId, command.seq],
  })
  const [first] = rows
  if (!first) return { answer: forgotten, repeated: true }
  if (first.hash === hash && first.commandId === command.commandId.toLowerCase())
    return { answer: first.answer, repeated: true }
  return { answer: notDone('IDEMPOTENCY_KEY_REUSED', undefined, refused).answer, repeated: false }
}

/** What comes of a number that is new: its command may still be an old one, brought in another journal. */
const decide = async (
  tx: Tx,
  journal: LockedJournal,
  { command, clientTime }: Brought,
  act: Act | undefined,
  hash: string,
): Promise<Replayed & { readonly repeated: boolean }> => {
  const entry = await enterCommand(tx, journal.person, command.commandId, hash)
  // Written by this file for a request with the same hash.
  if (entry.is === 'DONE') return { answer: entry.result as Answer, events: [], entries: [], repeated: true }
  const made = async () => {
    if (entry.is === 'REUSED') return notDone('COMMAND_ID_REUSED', act)
    if (!act) return notDone('UNREADABLE_COMMAND', act)
    if (journal.stopped) return notDone(journal.stopped, act)
    const { id: journalId, person: name, device, warehouseId, grants } = journal
    const whose = { name, device, journalId, warehouseId, rights: rightsOfGrants(grants) }
    const actor = { ...whose, commandId: command.commandId, clientTime, vouched: false }
    return replayOrder(tx, actor, act)
  }
  return { ...(await made()), repeated: false }
}

/**
 * Takes one command of a journal in one transaction: a repeat gets its first answer, a gap nothing. With a `fault` it is parked
 * for that, whatever it is: the queue behind it goes on.
 */
export const takeCommand = async (
  { pool, onCommit }: Pick<StorageDeps, 'pool' | 'onCommit'>,
  brought: Brought,
  fault?: RefusalCode,
): Promise<Taken> => {
  const { command } = brought
  const hash = requestHash(contentOf(command))
  const act = readAct(command)
  const taken = await inTransaction(
    pool,
    async (tx): Promise<Taken & { readonly grown: readonly string[] }> => {
      const journal = await lockJournal(tx, brought.journalId)
      const expectedSeq = journal.lastSeq + 1
      if (command.seq < expectedSeq) return { ...(await repeat(tx, brought, hash)), expectedSeq, grown: [] }
      if (command.seq > expectedSeq) return { answer: undefined, repeated: false, expectedSeq, grown: [] }
      const { answer, events, entries, repeated } = fault
        ? { ...notDone(fault, act), repeated: false }
        : await decide(tx, journal, brought, act, hash)
      const { person: actor, device } = journal
      const { clientTime } = brought
      const by = { actor, device, clientTime, commandId: command.commandId, recordedAt: undefined }
      await writeTaken(tx, { journal, brought, hash, act, answer, entries, repeated }, by)
      return { answer, repeated, expectedSeq: expectedSeq + 1, grown: await appendEvents(tx, events, by) }
    },
    'SUBMIT',
  )
  if (taken.grown.length > 0) onCommit(taken.grown)
  return taken
}
