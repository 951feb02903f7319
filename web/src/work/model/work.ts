import type { CapsuleFragment, WorkShiftFragment } from '../../gql/graphql'
import type { Entry } from '../journal/entry'

/** One cell and one size, with the units to take there. */
export type Stop = CapsuleFragment['stops'][number]
export type Task = Stop['tasks'][number]
export type Cell = NonNullable<Stop['cell']>
export type Sku = Stop['sku']

/** What a person holds, as the server told it. */
export interface Work {
  readonly shift: WorkShiftFragment
  readonly stops: readonly Stop[]
  readonly checkAfterMinutes: number
  /** By the server's clock, ISO, and the same moment by this device's, ms. */
  readonly takenAt: string
  readonly readAt: number
}

/** What the journal and the live feed know beyond what the server told. */
export interface Since {
  readonly entries: readonly Entry[]
  /** Orders that have left the claimed ones: cancelled, or taken away. */
  readonly gone: ReadonlySet<string>
}

const takes: ReadonlySet<Entry['act']['kind']> = new Set(['pick', 'reportShortage', 'unclaim'])

/** Whether an act is not in what the server told of its order: it is under way, parked, or newer. */
function isNews({ answer }: Entry, version: number): boolean {
  if (answer === null || answer.status === 'PARKED') return true
  return answer.status === 'DONE' && answer.orderVersion !== null && answer.orderVersion > version
}

/** Whether a person still has to take the unit of a task. */
export const isOpen = ({ order, cancelled }: Task, { entries, gone }: Since): boolean =>
  !cancelled &&
  !gone.has(order.id) &&
  !entries.some(
    ({ act, ...entry }) => act.orderId === order.id && takes.has(act.kind) && isNews({ act, ...entry }, order.version),
  )

/** The stops where something is still to take, with what that is. */
export const openStops = (stops: readonly Stop[], since: Since): readonly Stop[] =>
  stops
    .map((stop) => ({ ...stop, tasks: stop.tasks.filter((task) => isOpen(task, since)) }))
    .filter(({ tasks }) => tasks.length > 0)

/** How many units of a list are to take. */
export const unitsOf = (stops: readonly Stop[]): number => stops.reduce((sum, { tasks }) => sum + tasks.length, 0)
