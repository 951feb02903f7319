import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'

/** How many rows of each table one run forgets. */
export const JOURNALS_BATCH = 1000

/** How long the acts of a forgotten phone are still taken into the shift lead’s list after the grant is over, days. */
const BROUGHT_LATE_DAYS = 90

const forget = (table: string, over: string) =>
  `DELETE FROM ${table} d WHERE d.ctid = ANY (ARRAY(SELECT d.ctid FROM ${table} d WHERE ${over} LIMIT ${JOURNALS_BATCH}))`

/**
 * Forgets answers and resolved commands older than `days`, and journals that nobody brings any more, one batch of each; returns
 * the size of the largest. What waits for a shift lead is kept, and so is how far a journal came.
 */
export const forgetJournals = async ({ pool }: Pick<StorageDeps, 'pool'>, days: number): Promise<number> => {
  const statements = [
    forget('journal_command', `d.at < now() - make_interval(days => ${days})`),
    forget('parked_command', `d.resolved_at < now() - make_interval(days => ${days})`),
    forget(
      'journal',
      `d.grant_expires_at < now() - interval '${BROUGHT_LATE_DAYS} days' AND NOT EXISTS (SELECT FROM parked_command k WHERE k.journal_id = d.id)`,
    ),
  ]
  let largest = 0
  for (const statement of statements) {
    const { rowCount } = await whenAvailable(() => pool.query(statement))
    largest = Math.max(largest, rowCount ?? 0)
  }
  return largest
}
