import type { OrderCommand } from '../order-states.js'
import type { Role, TokenScope } from './role.js'
import type { Viewer } from './viewer.js'

/** What somebody may do in a warehouse: see it, see prices in it, command its orders, import into it, set its policy. */
export type Right = 'READ' | 'READ_PRICES' | OrderCommand | 'IMPORT' | 'SET_POLICY'

const floor = ['PICKER', 'SHIFT_LEAD', 'MANAGER'] as const
const packing = ['PACKER', 'SHIFT_LEAD', 'MANAGER'] as const
const leading = ['SHIFT_LEAD', 'MANAGER'] as const

/** Who has a right, besides administrators, who have all of them; no other file says so. */
const holders: Readonly<Record<Right, readonly Role[]>> = {
  READ: ['MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST'],
  // Not for phones and screens on the floor.
  READ_PRICES: ['MANAGER', 'ANALYST'],
  CLAIM: floor,
  UNCLAIM: floor,
  PICK: floor,
  CONFIRM_PUT_BACK: floor,
  REPORT_SHORTAGE: ['PICKER', 'PACKER', 'SHIFT_LEAD', 'MANAGER'],
  PACK: packing,
  STAGE: packing,
  HOLD: packing,
  RELEASE: leading,
  RESUME: leading,
  CANCEL: leading,
  RESOLVE_SHORTAGE: leading,
  HAND_OVER: leading,
  IMPORT: ['MANAGER'],
  SET_POLICY: ['MANAGER'],
}

/** The scope that a token needs for a right; null: none has it. */
const scopeOf = (right: Right): TokenScope | null =>
  right === 'READ' || right === 'READ_PRICES'
    ? 'READ'
    : right === 'IMPORT'
      ? 'IMPORT'
      : right === 'SET_POLICY'
        ? null
        : 'FLOOR'

/** What one caller may do. */
export interface Rights {
  /** The warehouses in which they have the right; null means all of them, now and later. */
  where(right: Right): readonly string[] | null
  may(right: Right, warehouseId: string): boolean
  /** Whether they may make seller accounts and warehouses. */
  readonly found: boolean
}

const nowhere: readonly string[] = []

/** The rights of a viewer: deny by default. */
export const rightsOf = ({ grants, by }: Viewer): Rights => {
  const admin = grants.some(({ role }) => role === 'ADMIN')
  const where = (right: Right): readonly string[] | null => {
    const scope = scopeOf(right)
    if (by.kind === 'TOKEN' && (scope === null || !by.scopes.includes(scope))) return nowhere
    if (admin) return null
    return [
      ...new Set(
        grants.flatMap(({ role, warehouseId }) =>
          warehouseId !== null && holders[right].includes(role) ? [warehouseId] : [],
        ),
      ),
    ]
  }
  return {
    where,
    may(right, warehouseId) {
      const places = where(right)
      return places === null || places.includes(warehouseId.toLowerCase())
    },
    // The import command makes the account and the warehouses that it finds missing.
    found: admin && (by.kind === 'SESSION' || by.scopes.includes('IMPORT')),
  }
}

/** Every right: of the warehouse's own jobs, and of callers while nobody has to sign in. */
export const allRights: Rights = { where: () => null, may: () => true, found: true }
