import type { Pool } from 'pg'
import { hintChannel } from './log-reader.js'

/** Tells the other replicas that something was committed; never waits, never fails, at most one hint under way. */
export interface HintSender {
  hint(): void
}

/**
 * Hints go on their own autocommit statement after the commit: a NOTIFY inside a command's transaction costs most of the
 * write throughput. A lost hint costs nothing but the poll's pause.
 */
export const createHintSender = (pool: Pool, self: string): HintSender => {
  let sending = false
  let again = false
  const send = async () => {
    sending = true
    do {
      again = false
      await pool
        .query({ name: 'send-hint', text: 'SELECT pg_notify($1, $2)', values: [hintChannel, self] })
        .catch(() => undefined)
    } while (again)
    sending = false
  }
  return {
    hint() {
      if (sending) again = true
      else void send()
    },
  }
}
