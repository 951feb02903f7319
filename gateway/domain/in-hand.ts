/** What tells who has an order. */
interface Held {
  readonly state: string
  readonly claim: { readonly holder: string } | null
  readonly pickedBy: string | null
}

/** Who has an order in hand: whoever took it, then whoever carries its unit to the packing table; null when nobody does. */
export const inHandOf = ({ state, claim, pickedBy }: Held): string | null =>
  claim?.holder ?? (state === 'PICKED' ? pickedBy : null)
