import { v7 as uuid } from 'uuid'
import { type CheckedCode, checkMarkingCode } from '../../../floor/marking-code.js'
import type { Change } from '../../domain/apply-transition.js'
import { decideOrderCommand } from '../../domain/decide-order-command.js'
import { InputError } from '../../domain/errors.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { type Refusal, refusal, type Result } from '../../domain/refusal.js'
import { checkText } from '../../domain/text.js'
import { dayIn } from '../../domain/zone.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { LockedOrder } from '../order/lock-orders.js'
import { lockNamed, type NamedOrders } from '../order/lock-named.js'
import { writeChanges } from '../order/write-changes.js'
import type { Tx } from '../transaction.js'
import { labelColumns, type PublicLabel } from './public-label.js'

export interface AttachLabel extends CommandHeader {
  readonly orderId: string
  /** `sgtin`, `uin`, … */
  readonly key: string
  /** As it was scanned. */
  readonly raw: string
}

export interface AttachedLabel {
  readonly order: PublicOrder
  readonly label: PublicLabel
}

/** The refusal of a code that is on another live order; of one of the same warehouse it says which. */
const refuseTaken = async (tx: Tx, order: LockedOrder, key: string, identity: string): Promise<Refusal> => {
  const { rows } = await tx.query<{ wbOrderId: string }>({
    name: 'holder-of-label',
    text: `SELECT o.wb_order_id::text AS "wbOrderId" FROM label_identifier l JOIN orders o ON o.id = l.order_id
           WHERE l.key = $1 AND l.identity = $2 AND l.released_at IS NULL AND o.warehouse_id = $3`,
    values: [key, identity, order.warehouseId],
  })
  const where = rows[0] ? `the order ${rows[0].wbOrderId}` : 'another order'
  return refusal('LABEL_TAKEN', `This code is on ${where}: scan that of the unit in your hand, or take another unit.`, {
    orderId: order.id,
    orderState: order.state,
  })
}

// Counting what is replaced makes PostgreSQL do that first: an order has one code of a kind. Whoever scans the same code at this
// moment is waited for: the first to commit has it.
const writeLabel = `
  WITH replaced AS (
    UPDATE label_identifier SET released_at = $9 WHERE order_id = $2 AND key = $3 AND released_at IS NULL RETURNING id),
  attached AS (
    INSERT INTO label_identifier AS l (id, order_id, key, raw, value, identity, verdict, attached_by, attached_at)
    SELECT $1::uuid, $2::uuid, $3, $4::bytea, $5, $6, $7, $8, $9::timestamptz WHERE (SELECT count(*) FROM replaced) >= 0
    ON CONFLICT (key, identity) WHERE released_at IS NULL AND identity IS NOT NULL DO NOTHING RETURNING ${labelColumns})
  SELECT (SELECT id FROM replaced) AS "replacedId", (SELECT to_jsonb(attached) FROM attached) AS label`

/** What can be said of a scanned code here and today. */
export const checkLabel = (
  { timeZone, barcodes }: LockedOrder,
  { key, raw }: Pick<AttachLabel, 'key' | 'raw'>,
  now: Date,
): CheckedCode => checkMarkingCode(key, raw, { barcodes, today: dayIn(now, timeZone) })

/** Keeps a checked code of a locked order; one that another live order has is refused, and the code before it stays. */
export const keepLabel = async (
  tx: Tx,
  order: LockedOrder,
  call: Pick<AttachLabel, 'key' | 'raw' | 'actor'>,
  checked: CheckedCode,
  now: Date,
): Promise<{ readonly label: PublicLabel } | { readonly refusal: Refusal }> => {
  const { id: orderId } = order
  const { key, raw, actor } = call
  const { value, verdict, identity } = checked
  const { rows } = await tx.query<{ replacedId: string | null; label: PublicLabel | null }>({
    name: 'write-label',
    text: writeLabel,
    values: [uuid(), orderId, key, Buffer.from(raw), value, identity, verdict, actor, now],
  })
  const [{ replacedId, label } = { replacedId: null, label: null }] = rows
  if (label) return { label }
  await tx.query('UPDATE label_identifier SET released_at = NULL WHERE id = $1', [replacedId])
  return { refusal: await refuseTaken(tx, order, key, identity ?? '') }
}

/** What is to be attached to which order, by whom. */
type Attaching = Pick<AttachLabel, 'orderId' | 'key' | 'raw' | 'actor'>

/** Checks and keeps the code of one of the locked orders; its change is the caller's to write. */
export const attachToNamed = async (
  tx: Tx,
  { given, admit }: NamedOrders,
  call: Attaching,
): Promise<{ readonly change: Change; readonly label: PublicLabel } | { readonly refusal: Refusal }> => {
  const { key } = call
  const admitted = admit(call.orderId)
  if ('refusal' in admitted) return admitted
  const { order } = admitted
  const checked = checkLabel(order, call, given.now)
  const label = { key, valid: checked.verdict === 'VALID' }
  const decision = decideOrderCommand(order, { ...given, command: 'ATTACH_LABEL', label })
  if ('refusal' in decision) return decision
  const kept = await keepLabel(tx, order, call, checked, given.now)
  return 'refusal' in kept ? kept : { change: decision.change, label: kept.label }
}

const attach = async (tx: Tx, call: AttachLabel): Promise<Work<AttachedLabel>> => {
  const named = await lockNamed(tx, { ...call, command: 'ATTACH_LABEL' }, [call.orderId])
  const attached = await attachToNamed(tx, named, call)
  if ('refusal' in attached) return { result: attached, events: [] }
  const { change, label } = attached
  const { states, events } = await writeChanges(tx, [change], named.given.now)
  const order = states.get(change.next.id)
  if (!order) throw new Error(`the order ${change.next.id} was not written`)
  return { result: { order, label }, events }
}

/**
 * Keeps a scanned marking code of an order, with what can be said of it here. One that is not valid is kept too, and its key is not
 * filled by it. Refusals: those of an order's command, LABEL_NOT_NEEDED, LABEL_TAKEN.
 */
export const attachLabel = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: AttachLabel,
): Promise<Result<AttachedLabel>> => {
  const orderId = checkText('an order id', call.orderId, 200)
  const key = checkText('key', call.key, 50)
  const raw = checkText('raw', call.raw, 500)
  if (raw.trim() === '') throw new InputError('BAD_USER_INPUT', 'raw is empty: scan the code')
  return runCommand(deps, call, { command: 'ATTACH_LABEL', orderId, key, raw }, (tx) => attach(tx, call))
}
