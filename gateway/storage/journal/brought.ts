import type { CommandInput } from '../../domain/replay/read-act.js'
import type { Delivery } from './find-delivery.js'

/** One command of a delivery. */
export interface Brought extends Delivery {
  readonly command: CommandInput
  /** By the device's clock, when PostgreSQL can keep it. */
  readonly clientTime: Date | null
  /** How far the device's clock is behind ours, ms. */
  readonly skewMs: number
}
