import { decideOrderCommand } from '../../domain/decide-order-command.js'
import { InputError } from '../../domain/errors.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { type LockedOrder, readLocked } from '../order/lock-orders.js'
import { writeChanges } from '../order/write-changes.js'
import { noShift } from '../shift/end-shift.js'
import { lockShift } from '../shift/shift-row.js'
import { type FreeCell, freeCells } from '../stock/free-cells.js'
import type { Tx } from '../transaction.js'
import { refusePlace } from '../warehouse/refuse-place.js'

/** How many tasks one call may take, and one person may hold. */
const MAX_CLAIMED = 100
const MAX_HELD = 200

export interface ClaimWork extends CommandHeader {
  readonly warehouseId: string
  readonly count: number
}

type Claimed = { readonly claimed: number }

/** The most urgent released orders that nobody else has in hand at this moment, locked. */
const lockFree = async (tx: Tx, warehouseId: string, count: number) => {
  const { rows } = await tx.query<{ id: string }>({
    name: 'lock-free-orders',
    text: `SELECT o.id FROM orders o JOIN wb_mirror m ON m.order_id = o.id
           WHERE o.warehouse_id = $1 AND o.state = 'RELEASED' AND NOT m.cancelled
           ORDER BY o.deadline_at, o.id LIMIT $2 FOR UPDATE OF o SKIP LOCKED`,
    values: [warehouseId, count],
  })
  const ids = rows.map(({ id }) => id)
  const { orders, now = new Date(0) } =
    ids.length > 0 ? await readLocked(tx, ids) : { orders: new Map<string, LockedOrder>() }
  return { orders: ids.flatMap((id) => orders.get(id) ?? []), now }
}

/** Deals units out: each order gets the first cell in walk order that still has one. */
const dealCells = (free: ReadonlyMap<string, readonly FreeCell[]>) => {
  const queues = new Map(
    [...free].map(([skuId, cells]) => [
      skuId,
      cells.flatMap(({ cell, units }) => Array.from({ length: Math.min(units, MAX_CLAIMED) }, () => cell.id)).values(),
    ]),
  )
  return ({ skuId }: LockedOrder): string | null => queues.get(skuId)?.next().value ?? null
}

const claim = async (tx: Tx, call: ClaimWork): Promise<Work<Claimed>> => {
  const { warehouseId, actor, device = null, count } = call
  // Held until the claims are written: the shift cannot end in between and leave them behind.
  const shift = await lockShift(tx, actor)
  if (!shift || shift.over || shift.warehouseId.toLowerCase() !== warehouseId.toLowerCase())
    return { result: { refusal: noShift() }, events: [] }
  const held = await tx.query<{ count: number }>({
    name: 'count-held',
    text: `SELECT count(*)::int AS count FROM claim WHERE holder = $1 AND released_at IS NULL`,
    values: [actor],
  })
  const room = MAX_HELD - (held.rows[0]?.count ?? 0)
  if (room <= 0)
    return {
      result: { refusal: refusal('TOO_MANY', `You hold ${MAX_HELD} orders: pick or give back some first.`) },
      events: [],
    }
  const { orders, now } = await lockFree(tx, warehouseId, Math.min(count, room))
  const cellOf = dealCells(await freeCells(tx, warehouseId, [...new Set(orders.map(({ skuId }) => skuId))]))
  const changes = orders.flatMap((order) => {
    const work = { expiresAt: new Date(shift.endsAt), cellId: cellOf(order), shiftId: shift.id }
    const decision = decideOrderCommand(order, { actor, device, now, command: 'CLAIM', work })
    return 'change' in decision ? [decision.change] : []
  })
  const { events } = await writeChanges(tx, changes, now)
  return { result: { claimed: changes.length }, events }
}

/**
 * Takes so many released orders at once, the most urgent ones, until the end of one's shift; none that somebody else takes at the
 * same moment. Refusals: UNKNOWN_WAREHOUSE, NOT_ALLOWED, NO_SHIFT, TOO_MANY.
 */
export const claimWork = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: ClaimWork,
): Promise<Result<Claimed>> => {
  const { warehouseId, count, rights } = call
  if (!Number.isInteger(count) || count < 1 || count > MAX_CLAIMED)
    throw new InputError('BAD_USER_INPUT', `count must be 1 to ${MAX_CLAIMED}`)
  const refused = refusePlace(rights, 'CLAIM', warehouseId)
  if (refused) return { refusal: refused }
  return runCommand(deps, call, { command: 'CLAIM_WORK', warehouseId, count }, (tx) => claim(tx, call))
}
