import { InputError } from '../../domain/errors.js'
import type { Rights } from '../../domain/person/rights.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import type { StorageDeps } from '../deps.js'
import { inTransaction, type Tx } from '../transaction.js'
import { type EntryDraft, writeAuditEntries } from '../audit/write-entries.js'
import { isUuid } from '../uuid.js'
import { appendEvents, type EventDraft } from './append-events.js'
import { enterCommand } from './command-log.js'
import { requestHash } from './request-hash.js'

/** Who gives a command, when, and under which id. */
export interface CommandHeader {
  /** Made by the client, once per intent. */
  readonly commandId: string
  readonly actor: string
  /** What that person may do, and where. */
  readonly rights: Rights
  readonly device?: string | null
  /** By the client's clock: only informative, so a repeat may tell another. */
  readonly clientTime?: Date | null
  /** The time to write instead of the database's: only for filling in history. */
  readonly recordedAt?: Date
}

/** What a command's work leaves to be written: its answer and the events that tell of it. */
export interface Work<Success> {
  readonly result: Result<Success>
  readonly events: readonly EventDraft[]
  /** Who stands in the log, when it is not the command's giver. */
  readonly eventsBy?: string
  /** What the audit trail is to tell beside the events; its giver is always the command's. */
  readonly entries?: readonly EntryDraft[]
}

const checkHeader = ({ commandId, actor, device, clientTime }: CommandHeader) => {
  if (!isUuid(commandId)) throw new InputError('BAD_USER_INPUT', 'commandId must be a UUID')
  checkText('actor', actor, 200)
  checkText('device', device ?? '', 200)
  const year = clientTime?.getUTCFullYear() ?? 2000
  if (!(year >= 1 && year <= 9999)) throw new InputError('BAD_USER_INPUT', 'clientTime is out of range')
}

/** The database's clock in whole milliseconds, or the time to fill in. */
export const readClock = async (tx: Tx, header: CommandHeader): Promise<Date> => {
  if (header.recordedAt) return header.recordedAt
  const { rows } = await tx.query<{ now: Date }>({ name: 'clock', text: 'SELECT clock_timestamp() AS now' })
  return rows[0]?.now ?? new Date()
}

/**
 * One command in one transaction: entered into the log first, so that a repeat gets the first result again; its entries
 * and events written last; `onCommit` told after COMMIT. `request` is all that makes two requests the same.
 */
export const runCommand = async <Success extends object>(
  { pool, onCommit }: Pick<StorageDeps, 'pool' | 'onCommit'>,
  header: CommandHeader,
  request: { readonly command: string; readonly [argument: string]: unknown },
  work: (tx: Tx) => Promise<Work<Success>>,
): Promise<Result<Success>> => {
  checkHeader(header)
  const hash = requestHash(request)
  const { actor, commandId, device = null, clientTime = null, recordedAt } = header
  const once = async (tx: Tx): Promise<{ result: Result<Success>; grown: readonly string[] }> => {
    const entry = await enterCommand(tx, actor, commandId, hash)
    if (entry.is === 'REUSED')
      return {
        result: {
          refusal: refusal(
            'COMMAND_ID_REUSED',
            'This commandId was used for another request: a new command has a new UUID.',
          ),
        },
        grown: [],
      }
    // Written below by this same function, for a request with the same hash: so of the same type.
    if (entry.is === 'DONE') return { result: entry.result as Result<Success>, grown: [] }
    const { result, events, eventsBy, entries = [] } = await work(tx)
    await tx.query({
      name: 'store-result',
      text: 'UPDATE command_result SET result = $3::jsonb WHERE actor = $1 AND command_id = $2',
      values: [actor, commandId, JSON.stringify(result)],
    })
    const giver = { actor, device, clientTime, commandId, recordedAt }
    await writeAuditEntries(tx, entries, giver)
    const by = eventsBy === undefined ? giver : { ...giver, actor: eventsBy, device: null }
    return { result, grown: await appendEvents(tx, events, by) }
  }
  const done = await inTransaction(pool, once, request.command)
  if (done.grown.length > 0) onCommit(done.grown)
  return done.result
}
