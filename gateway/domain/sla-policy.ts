/** How deadlines are made in a warehouse. */
export interface SlaPolicy {
  /** Minutes from an order's creation to its deadline. */
  readonly assemblyMinutes: number
  /** Local times HH:MM at which a load leaves, sorted, each once. */
  readonly cutOffs: readonly string[]
  /** Minutes before the deadline at which an order turns amber; not below `redMinutes`. */
  readonly amberMinutes: number
  readonly redMinutes: number
}

/** Thirty days: nothing is assembled for longer. */
export const MAX_POLICY_MINUTES = 43_200
export const MAX_CUT_OFFS = 24

const cutOff = /^([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0+)?)?$/

const isMinutes = (value: number, least: number) =>
  Number.isInteger(value) && value >= least && value <= MAX_POLICY_MINUTES

/** The policy in its one written form, or what contradicts in it (one English sentence). */
export const readSlaPolicy = (policy: SlaPolicy): SlaPolicy | { readonly fault: string } => {
  const { assemblyMinutes, amberMinutes, redMinutes } = policy
  if (!isMinutes(assemblyMinutes, 1)) return { fault: `assemblyMinutes must be 1 to ${MAX_POLICY_MINUTES}.` }
  if (!isMinutes(redMinutes, 0)) return { fault: `redMinutes must be 0 to ${MAX_POLICY_MINUTES}.` }
  if (!isMinutes(amberMinutes, 0)) return { fault: `amberMinutes must be 0 to ${MAX_POLICY_MINUTES}.` }
  if (amberMinutes < redMinutes) return { fault: 'amberMinutes must not be below redMinutes: amber comes before red.' }
  if (policy.cutOffs.length > MAX_CUT_OFFS) return { fault: `at most ${MAX_CUT_OFFS} cut-offs.` }
  const times: string[] = []
  for (const text of policy.cutOffs) {
    const match = cutOff.exec(text)
    if (!match) return { fault: `${JSON.stringify(text.slice(0, 20))} is no local time HH:MM.` }
    times.push(`${match[1]}:${match[2]}`)
  }
  return { assemblyMinutes, cutOffs: [...new Set(times)].sort(), amberMinutes, redMinutes }
}
