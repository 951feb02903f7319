/** A shift ends by itself after so many hours. */
export const SHIFT_HOURS = 16

/** Who works, since when and on which device; instants are ISO-8601 texts. */
export interface PublicShift {
  readonly id: string
  readonly warehouseId: string
  readonly person: string
  readonly device: string | null
  readonly startedAt: string
  readonly endsAt: string
  readonly endedAt: string | null
}
