import type { Grant } from '../../domain/person/role.js'

/** The roles `g` of a person `p` that fit. */
export const grantsOf = (fits: string): string => `
  (SELECT coalesce(json_agg(json_build_object('role', g.role, 'warehouseId', g.warehouse_id) ORDER BY g.role, g.warehouse_id), '[]')
   FROM role_grant g WHERE g.person_id = p.id AND ${fits}) AS grants`

/** All roles of a person `p`. */
export const grantsColumn = grantsOf('true')

/** What statements read of a person `p` for a viewer. */
export const personColumns = `
  p.id AS "personId", p.name, p.demo, p.totp_secret IS NOT NULL AS totp, ${grantsColumn}`

/** A person as `personColumns` reads them. */
export interface PersonRow {
  readonly personId: string
  readonly name: string
  readonly demo: boolean
  readonly totp: boolean
  readonly grants: readonly Grant[]
}
