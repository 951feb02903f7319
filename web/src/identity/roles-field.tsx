import type { Role } from '../gql/graphql'
import { useMessages } from '../ui/preferences'
import { type Grant, isAdmin, mayGrant } from '../ui/rights'
import { CheckField } from './fields'
import formCss from './form.module.css'
import { identityMessages } from './messages'
import css from './panel.module.css'
import type { NamedWarehouse } from './role-badges'

const placed: readonly Role[] = ['MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST']

interface Props {
  /** The roles of whoever gives these. */
  readonly own: readonly Grant[]
  readonly warehouses: readonly NamedWarehouse[]
  readonly grants: readonly Grant[]
  readonly onChange: (grants: readonly Grant[]) => void
  readonly error?: string | null
}

/** Roles by warehouse, as many as one may give. */
export function RolesField({ own, warehouses, grants, onChange, error }: Props) {
  const say = useMessages(identityMessages)
  const has = (grant: Grant): boolean =>
    grants.some(({ role, warehouseId }) => role === grant.role && warehouseId === grant.warehouseId)
  const box = (grant: Grant, label: string) => (
    <CheckField
      key={grant.role}
      label={label}
      checked={has(grant)}
      onChange={(on) =>
        onChange([
          ...grants.filter(({ role, warehouseId }) => role !== grant.role || warehouseId !== grant.warehouseId),
          ...(on ? [grant] : []),
        ])
      }
    />
  )
  const offered = warehouses
    .map(({ id, name }) => ({ id, name, roles: placed.filter((role) => mayGrant(own, { role, warehouseId: id })) }))
    .filter(({ roles }) => roles.length > 0)
  return (
    <>
      {isAdmin(own) && box({ role: 'ADMIN', warehouseId: null }, say.adminRole)}
      {offered.length === 0 && <p className={css.dim}>{say.noWarehouses}</p>}
      {offered.map(({ id, name, roles }) => (
        <fieldset key={id} className={css.group}>
          <legend>{name}</legend>
          <div className={css.checks}>{roles.map((role) => box({ role, warehouseId: id }, say.roles[role]))}</div>
        </fieldset>
      ))}
      {error && (
        <p role="alert" className={formCss.error}>
          {error}
        </p>
      )}
    </>
  )
}
