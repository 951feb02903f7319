import { shortName } from './person/person-name.js'
import type { PublicOrder } from './public-order.js'

const short = (name: string | null) => (name === null ? null : shortName(name))

/** What an order says of people. */
type Personal = Pick<PublicOrder, 'claim' | 'pickedBy' | 'packedBy' | 'comment'>

/**
 * An order as it stands on a wall, where everybody looks: of who works, or worked, on it the short name alone, and nothing
 * that the buyer has written, who may have left a name or a telephone there.
 */
export const wallOrder = <O extends Personal>(order: O): O => ({
  ...order,
  claim: order.claim && { ...order.claim, holder: shortName(order.claim.holder), device: null },
  pickedBy: short(order.pickedBy),
  packedBy: short(order.packedBy),
  comment: null,
})
