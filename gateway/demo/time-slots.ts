export const minute = 60_000
/** The past is told in slots: what people did within one of them is told as if they did it together. */
const slot = 8 * minute
const roughSlot = 2 * slot
/** Before this the past is told more roughly: in fewer and larger calls. Whole slots of either kind. */
const roughBefore = 10 * roughSlot

/** The start of the slot that an instant falls into; slots are counted back from now, so that none reaches beyond it. */
export const slotStart = (at: number, now: number): number => {
  const length = now - at >= roughBefore ? roughSlot : slot
  return now - (Math.floor((now - at) / length) + 1) * length
}

/** The number of the slot that an instant falls into. */
export const slotNumber = (at: number, now: number): number => Math.floor((now - at) / slot)

/** The first border of a slot at or after an instant, `now` at the latest. */
export const firstBorder = (at: number, now: number): number => now - Math.max(0, Math.floor((now - at) / slot)) * slot
