import type { OrderCommand } from '../order-states.js'
import { type Grant, isAdmin, isManager, type Role, roles, type TokenScope } from './role.js'
import type { BoardViewer, PersonViewer, Viewer } from './viewer.js'

/**
 * What somebody may do in a warehouse: see it and its board; look its orders, stock and shifts up, with who did what; see
 * prices and the audit trail in it, command its orders, import into it, set its policy, let devices in, manage its people;
 * read marking codes, work a shift, say what lies in its cells, take work from somebody, decide on what is parked.
 */
export type Right =
  | 'READ'
  | 'READ_ORDERS'
  | 'READ_PRICES'
  | 'READ_AUDIT'
  | OrderCommand
  | 'RESOLVE_PARKED'
  | 'IMPORT'
  | 'SET_POLICY'
  | 'ADMIT_DEVICES'
  | 'MANAGE_PEOPLE'
  | 'READ_LABELS'
  | 'WORK_SHIFT'
  | 'MANAGE_STOCK'
  | 'BREAK_WORK'

const floor = ['PICKER', 'SHIFT_LEAD', 'MANAGER'] as const
const packing = ['PACKER', 'SHIFT_LEAD', 'MANAGER'] as const
const reading = ['MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST'] as const
const working = ['PICKER', 'PACKER', 'SHIFT_LEAD', 'MANAGER'] as const
const leading = ['SHIFT_LEAD', 'MANAGER'] as const

/** Who has a right, besides administrators, who have all of them; no other file says so. */
const holders: Readonly<Record<Right, readonly Role[]>> = {
  READ: reading,
  READ_ORDERS: reading,
  // Not for phones and screens on the floor.
  READ_PRICES: ['MANAGER', 'ANALYST'],
  READ_AUDIT: ['MANAGER'],
  CLAIM: floor,
  UNCLAIM: floor,
  PICK: floor,
  CONFIRM_PUT_BACK: floor,
  REPORT_SHORTAGE: working,
  // Whoever has the unit in hand scans it.
  ATTACH_LABEL: working,
  READ_LABELS: working,
  WORK_SHIFT: working,
  PUT_INTO_BOX: packing,
  PACK: packing,
  STAGE: packing,
  HOLD: packing,
  RELEASE: leading,
  RESUME: leading,
  CANCEL: leading,
  RESOLVE_SHORTAGE: leading,
  HAND_OVER: leading,
  RESOLVE_PARKED: leading,
  MANAGE_STOCK: leading,
  BREAK_WORK: leading,
  IMPORT: ['MANAGER'],
  SET_POLICY: ['MANAGER'],
  ADMIT_DEVICES: ['MANAGER'],
  MANAGE_PEOPLE: ['MANAGER'],
}

/** The scope that a token needs for a right; null: none has it. */
const scopeOf = (right: Right): TokenScope | null =>
  right === 'READ' || right === 'READ_ORDERS' || right === 'READ_PRICES' || right === 'READ_AUDIT'
    ? 'READ'
    : right === 'IMPORT' || right === 'SET_POLICY' || right === 'MANAGE_STOCK'
      ? 'IMPORT'
      : right === 'ADMIT_DEVICES' || right === 'MANAGE_PEOPLE'
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

const withMay = (where: Rights['where'], found: boolean): Rights => ({
  where,
  may(right, warehouseId) {
    const places = where(right)
    return places === null || places.includes(warehouseId.toLowerCase())
  },
  found,
})

/** The rights of a viewer: deny by default. */
export const rightsOf = (viewer: Viewer): Rights =>
  viewer.kind === 'BOARD' ? withMay(ofBoard(viewer), false) : withMay(ofPerson(viewer), mayFound(viewer))

/** What somebody with these roles may do in warehouses, whether or not they are signed in. */
export const rightsOfGrants = (grants: readonly Grant[]): Rights => withMay(ofGrants(grants), false)

// The import command makes the account and the warehouses that it finds missing.
const mayFound = ({ grants, by, heldBack }: PersonViewer) =>
  !heldBack && isAdmin(grants) && (by.kind === 'SESSION' || by.scopes.includes('IMPORT'))

const ofBoard =
  ({ warehouseId }: BoardViewer): Rights['where'] =>
  (right) =>
    right === 'READ' ? [warehouseId] : nowhere

const ofGrants = (grants: readonly Grant[]): Rights['where'] => {
  if (isAdmin(grants)) return () => null
  return (right) => [
    ...new Set(
      grants.flatMap(({ role, warehouseId }) =>
        warehouseId !== null && holders[right].includes(role) ? [warehouseId] : [],
      ),
    ),
  ]
}

const ofPerson = ({ grants, by, heldBack }: PersonViewer): Rights['where'] => {
  if (heldBack) return () => nowhere
  const where = ofGrants(grants)
  return (right) => {
    const scope = scopeOf(right)
    return by.kind === 'TOKEN' && (scope === null || !by.scopes.includes(scope)) ? nowhere : where(right)
  }
}

/** Every right: of the warehouse's own jobs. */
export const allRights: Rights = { where: () => null, may: () => true, found: true }

/** No right: of whoever is not signed in. */
export const noRights: Rights = { where: () => nowhere, may: () => false, found: false }

/** Whether somebody may give or take a role: everywhere every one, in a warehouse of theirs those that manage nobody. */
export const mayGrant = (rights: Rights, grant: Grant): boolean =>
  rights.where('MANAGE_PEOPLE') === null ||
  (grant.warehouseId !== null && rights.may('MANAGE_PEOPLE', grant.warehouseId) && !isManager([grant]))

/** Whether somebody may manage a person: every role of theirs is one to give. */
export const mayManage = (
  rights: Rights,
  { grants, hasRolesElsewhere }: { readonly grants: readonly Grant[]; readonly hasRolesElsewhere: boolean },
): boolean =>
  rights.where('MANAGE_PEOPLE') === null ||
  (!hasRolesElsewhere && grants.length > 0 && grants.every((grant) => mayGrant(rights, grant)))

/** Every role that somebody may give, of ADMIN and those in the given warehouses. */
export const grantable = (rights: Rights, warehouseIds: readonly string[]): readonly Grant[] =>
  roles
    .flatMap((role): readonly Grant[] =>
      role === 'ADMIN' ? [{ role, warehouseId: null }] : warehouseIds.map((warehouseId) => ({ role, warehouseId })),
    )
    .filter((grant) => mayGrant(rights, grant))
