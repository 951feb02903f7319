import { z } from 'zod'

const commands = z.array(z.string())

/** What the shift reads of an order; the fragment below asks for exactly this. */
export const shiftOrder = z.object({
  id: z.string(),
  wbOrderId: z.string(),
  state: z.string(),
  deadlineAt: z.string(),
  stateChangedAt: z.string(),
  version: z.number(),
  putBackRequired: z.boolean(),
  claim: z.object({ holder: z.string(), claimedAt: z.string() }).nullable(),
  pickedBy: z.string().nullable(),
  sku: z.object({ barcodes: z.array(z.string()) }),
  requiredMeta: z.array(z.string()),
  attachedMeta: z.array(z.string()),
  availableCommands: commands,
})
export type ShiftOrder = z.infer<typeof shiftOrder>

/** The fields of `shiftOrder`, to be spread into an operation's selection. */
export const shiftOrderFields =
  'id wbOrderId state deadlineAt stateChangedAt version putBackRequired claim { holder claimedAt } pickedBy sku { barcodes } requiredMeta attachedMeta availableCommands'

const closedStates = new Set(['HANDED_OVER', 'ACCEPTED', 'DONE'])

/** Whether the order is still on the board. */
export const onBoard = (order: ShiftOrder): boolean =>
  !closedStates.has(order.state) && (order.state !== 'CANCELLED' || order.putBackRequired)

/** The live orders of a warehouse as the shift last saw them: only a guess, the gateway decides. */
export interface ShiftBoard {
  readonly orders: () => readonly ShiftOrder[]
  /** Takes an order as a command's answer shows it; an older version than the known one changes nothing. */
  readonly put: (order: ShiftOrder) => void
}

// ISO instants of one length sort as text; localeCompare would cost a hundred times as much.
const bySoonest = (a: ShiftOrder, b: ShiftOrder): number =>
  a.deadlineAt < b.deadlineAt || (a.deadlineAt === b.deadlineAt && a.id < b.id) ? -1 : 1

/** Makes a board of a snapshot. */
export const createShiftBoard = (snapshot: readonly ShiftOrder[]): ShiftBoard => {
  const byId = new Map(snapshot.map((order) => [order.id, order]))
  let sorted: readonly ShiftOrder[] | undefined
  return {
    orders: () => (sorted ??= [...byId.values()].toSorted(bySoonest)),
    put: (order) => {
      if ((byId.get(order.id)?.version ?? 0) > order.version) return
      sorted = undefined
      if (onBoard(order)) byId.set(order.id, order)
      else byId.delete(order.id)
    },
  }
}
