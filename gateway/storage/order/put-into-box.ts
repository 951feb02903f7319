import { decideOrderCommand } from '../../domain/decide-order-command.js'
import type { PublicOrder } from '../../domain/public-order.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { readCode } from '../../domain/stock/code.js'
import { checkText } from '../../domain/text.js'
import { type CommandHeader, runCommand, type Work } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import type { Tx } from '../transaction.js'
import { lockNamed } from './lock-named.js'
import { writeChanges } from './write-changes.js'

export interface PutIntoBox extends CommandHeader {
  readonly orderId: string
  /** Its code, as scanned. */
  readonly box: string
}

/** Makes a box of a warehouse, unless it is there. */
export const openBox = async (
  tx: Tx,
  warehouseId: string,
  box: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> => {
  await tx.query({
    name: 'open-box',
    text: 'INSERT INTO box (warehouse_id, code, opened_by, opened_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    values: [warehouseId, box, actor, now],
  })
}

const put = async (tx: Tx, call: PutIntoBox, box: string): Promise<Work<{ readonly order: PublicOrder }>> => {
  const { given, admit } = await lockNamed(tx, { ...call, command: 'PUT_INTO_BOX' }, [call.orderId])
  const admitted = admit(call.orderId)
  if ('refusal' in admitted) return { result: admitted, events: [] }
  const { order } = admitted
  const decision = decideOrderCommand(order, { ...given, command: 'PUT_INTO_BOX', box })
  if ('refusal' in decision) return { result: decision, events: [] }
  await openBox(tx, order.warehouseId, box, given)
  const { states, events } = await writeChanges(tx, [decision.change], given.now)
  const after = states.get(order.id)
  if (!after) throw new Error(`the order ${order.id} was not written`)
  return { result: { order: after }, events }
}

/** Puts a packed unit into a box, which is made by its first unit. Refusals: those of an order's command, INVALID_BOX. */
export const putIntoBox = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: PutIntoBox,
): Promise<Result<{ readonly order: PublicOrder }>> => {
  const orderId = checkText('an order id', call.orderId, 200)
  const box = readCode(checkText('box', call.box, 200))
  if (box === null)
    return {
      refusal: refusal('INVALID_BOX', 'A box has a code of 1 to 64 characters: scan its label again.', { orderId }),
    }
  return runCommand(deps, call, { command: 'PUT_INTO_BOX', orderId, box }, (tx) => put(tx, call, box))
}
