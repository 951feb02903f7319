import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { liveDevice } from '../device/device-row.js'
import { IDLE_HOURS } from './start-session.js'

/** How many rows of each table one run forgets. */
export const ENDED_BATCH = 1000

/**
 * How long sessions are kept after their end, days: the page of people says when somebody was last here. No page shows
 * anything else that has ended, so that goes at once.
 */
const ENDED_SESSION_DAYS = 30

/** When a row `d` of a table is over. */
const overWhen: Readonly<Record<string, string>> = {
  throttle: 'd.expire < extract(epoch FROM now()) * 1000',
  sign_in_link: 'd.expires_at < now()',
  pairing: 'd.expires_at < now()',
  access_token: 'd.expires_at < now()',
  session: `least(d.expires_at, d.last_seen_at + interval '${IDLE_HOURS} hours') < now() - interval '${ENDED_SESSION_DAYS} days'`,
  // Its sessions go with it.
  device: `NOT (${liveDevice})`,
}

// The condition stands there twice: a row that is renewed at this very moment is looked at again, and stays.
const batchOf = (table: string, over: string) =>
  `DELETE FROM ${table} d WHERE d.ctid = ANY (ARRAY(SELECT d.ctid FROM ${table} d WHERE ${over} LIMIT ${ENDED_BATCH})) AND ${over}`

/**
 * Forgets what people and devices proved themselves with once it is over, one batch of each kind; returns the size of the
 * largest. None of it opened anything any more, so no rights move.
 */
export const forgetEnded = async ({ pool }: Pick<StorageDeps, 'pool'>): Promise<number> => {
  let largest = 0
  for (const [table, over] of Object.entries(overWhen)) {
    const { rowCount } = await whenAvailable(() => pool.query(batchOf(table, over)))
    largest = Math.max(largest, rowCount ?? 0)
  }
  return largest
}
