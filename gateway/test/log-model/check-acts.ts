import type pg from 'pg'
import type { Act } from './history.js'
import type { Violations } from './violations.js'

interface Written {
  readonly command_id: string
  readonly order_id: string
  readonly count: number
  readonly version: number
}

const judge = (act: Act, written: readonly Written[], violations: Violations) => {
  const counts = new Map(written.map((row) => [row.order_id, row]))
  const times = (orderId: string) => counts.get(orderId)?.count ?? 0
  if (!act.outcome.known) {
    const { whole } = act.outcome
    if (whole !== undefined && written.length > 0 && written.length !== whole)
      violations.add(`${act.id} is in the log in part: ${written.length} of ${whole} orders`)
    for (const { order_id, count } of written)
      if (count !== act.rounds) violations.add(`unknown ${act.id}: ${count} events of ${order_id}`)
    return
  }
  for (const [orderId, fate] of act.outcome.orders) {
    const expected = fate === 'done' ? act.rounds : 0
    if (times(orderId) !== expected)
      violations.add(`${act.id} said ${fate} of ${orderId}, the log has ${times(orderId)} of its events`)
    const version = act.versions.get(orderId)
    if (version !== undefined && counts.get(orderId)?.version !== version)
      violations.add(`${act.id} answered version ${version} of ${orderId}, the log has ${counts.get(orderId)?.version}`)
  }
  for (const { order_id } of written)
    if (!act.outcome.orders.has(order_id)) violations.add(`${act.id} touched ${order_id}, which it was not about`)
}

/** Every acknowledged command is in the log exactly once, each refused one not at all, each unanswered one once or never. */
export const checkActs = async (
  pool: pg.Pool,
  acts: ReadonlyMap<string, Act>,
  violations: Violations,
): Promise<{ readonly known: number; readonly unknown: number }> => {
  const { rows } = await pool.query<Written>(
    `SELECT command_id, order_id, count(*)::int AS count, max((state->>'version')::int) AS version
     FROM order_event WHERE command_id IS NOT NULL AND actor <> 'system' GROUP BY 1, 2`,
  )
  const byCommand = Map.groupBy(rows, ({ command_id }) => command_id)
  for (const id of byCommand.keys()) if (!acts.has(id)) violations.add(`the log has a command that nobody gave: ${id}`)
  let unknown = 0
  for (const act of acts.values()) {
    if (!act.outcome.known) unknown += 1
    judge(act, byCommand.get(act.id) ?? [], violations)
  }
  return { known: acts.size - unknown, unknown }
}
