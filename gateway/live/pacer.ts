/**
 * Keeps long work from holding up everything else that this process does: asked before each piece of it, answers with
 * nothing while the turn of the event loop is young, else with a promise of the next turn.
 */
export type Pacer = () => Promise<void> | undefined

/** A pacer for all the work of one kind together, whoever does it: `sliceMs` of it a turn. */
export const createPacer = (sliceMs: number, now: () => number): Pacer => {
  let slice: { readonly began: number; readonly over: Promise<void> } | undefined
  return () => {
    if (slice) return now() - slice.began < sliceMs ? undefined : slice.over
    const over = new Promise<void>((resolve) =>
      setImmediate(() => {
        slice = undefined
        resolve()
      }),
    )
    slice = { began: now(), over }
    return undefined
  }
}
