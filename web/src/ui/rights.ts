import type { Role } from '../gql/graphql'

/** A role in one warehouse; ADMIN alone is everywhere, `warehouseId` null. */
export interface Grant {
  readonly role: Role
  readonly warehouseId: string | null
}

/** Whether somebody with these roles may do everything. */
export const isAdmin = (own: readonly Grant[]): boolean => own.some(({ role }) => role === 'ADMIN')

/** Whether somebody with these roles sees and makes people. */
export const isManager = (own: readonly Grant[]): boolean =>
  own.some(({ role }) => role === 'ADMIN' || role === 'MANAGER')

/** Whether somebody with these roles picks or packs. */
export const worksOnFloor = (own: readonly Grant[]): boolean =>
  own.some(({ role }) => role === 'PICKER' || role === 'PACKER' || role === 'SHIFT_LEAD')

const leading: readonly Role[] = ['SHIFT_LEAD', 'MANAGER', 'ADMIN']

/** Whether somebody with these roles leads shifts. */
export const leadsShift = (own: readonly Grant[]): boolean => own.some(({ role }) => leading.includes(role))

type Placed = { readonly id: string }

/** The warehouses in which somebody has one of the roles; an administrator has them everywhere. */
const placesOf = <W extends Placed>(own: readonly Grant[], roles: readonly Role[], warehouses: readonly W[]) =>
  isAdmin(own)
    ? warehouses
    : warehouses.filter(({ id }) => own.some(({ role, warehouseId }) => roles.includes(role) && warehouseId === id))

/** The warehouses that somebody with these roles manages: where they let devices in and read the audit trail. */
export const managedOf = <W extends Placed>(own: readonly Grant[], warehouses: readonly W[]): readonly W[] =>
  placesOf(own, ['MANAGER'], warehouses)

/** The warehouses whose shifts somebody with these roles leads. */
export const ledOf = <W extends Placed>(own: readonly Grant[], warehouses: readonly W[]): readonly W[] =>
  placesOf(own, leading, warehouses)
