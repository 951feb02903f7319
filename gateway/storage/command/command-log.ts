import type { Tx } from '../transaction.js'

/** What the log says of a command: to be done now, done before (with its first result), or its id was used otherwise. */
export type Entry =
  { readonly is: 'NEW' } | { readonly is: 'DONE'; readonly result: unknown } | { readonly is: 'REUSED' }

/**
 * Enters a command into the log, the first thing in its transaction: a concurrent twin waits here on the unique index
 * until this transaction ends, and then reads its result.
 */
export const enterCommand = async (tx: Tx, actor: string, commandId: string, hash: string): Promise<Entry> => {
  for (;;) {
    const entered = await tx.query({
      name: 'enter-command',
      text: 'INSERT INTO command_result (actor, command_id, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      values: [actor, commandId, hash],
    })
    if (entered.rowCount === 1) return { is: 'NEW' }
    const { rows } = await tx.query<{ request_hash: string; result: unknown }>({
      name: 'read-command',
      text: 'SELECT request_hash, result FROM command_result WHERE actor = $1 AND command_id = $2',
      values: [actor, commandId],
    })
    const [first] = rows
    // Retention may remove it between the two statements: then it is new again.
    if (first) return first.request_hash === hash ? { is: 'DONE', result: first.result } : { is: 'REUSED' }
  }
}
