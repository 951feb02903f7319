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

/** The warehouses that somebody with these roles manages: where they let devices in and read the audit trail. */
export const managedOf = <W extends { readonly id: string }>(
  own: readonly Grant[],
  warehouses: readonly W[],
): readonly W[] =>
  isAdmin(own)
    ? warehouses
    : warehouses.filter(({ id }) => own.some(({ role, warehouseId }) => role === 'MANAGER' && warehouseId === id))
