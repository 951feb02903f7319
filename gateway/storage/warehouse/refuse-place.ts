import type { Right, Rights } from '../../domain/person/rights.js'
import { type Refusal, refusal } from '../../domain/refusal.js'
import { isUuid } from '../uuid.js'

/** Why a caller may not do something in a warehouse: one that they may not see is none. Undefined when they may. */
export const refusePlace = (rights: Rights, right: Right, warehouseId: string): Refusal | undefined => {
  if (!isUuid(warehouseId)) return refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
  if (rights.may(right, warehouseId)) return undefined
  return rights.may('READ', warehouseId)
    ? refusal('NOT_ALLOWED', 'Your roles in this warehouse do not allow this.')
    : refusal('UNKNOWN_WAREHOUSE', 'There is no such warehouse.')
}
