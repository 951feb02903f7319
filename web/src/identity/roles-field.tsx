import { useMessages } from '../ui/preferences'
import type { Grant } from '../ui/rights'
import { CheckField } from './fields'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import type { NamedWarehouse } from './role-badges'

interface Props {
  /** What may be given. */
  readonly grantable: readonly Grant[]
  readonly warehouses: readonly NamedWarehouse[]
  readonly grants: readonly Grant[]
  readonly onChange: (grants: readonly Grant[]) => void
  readonly error?: string | null
}

/** Roles by warehouse, those that one may give. */
export function RolesField({ grantable, warehouses, grants, onChange, error }: Props) {
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
    .map(({ id, name }) => ({ id, name, placed: grantable.filter(({ warehouseId }) => warehouseId === id) }))
    .filter(({ placed }) => placed.length > 0)
  return (
    <>
      {grantable.filter(({ warehouseId }) => warehouseId === null).map((grant) => box(grant, say.adminRole))}
      {offered.length === 0 && <p className={css.dim}>{say.noWarehouses}</p>}
      {offered.map(({ id, name, placed }) => (
        <fieldset key={id} className={css.group}>
          <legend>{name}</legend>
          <div className={css.checks}>{placed.map((grant) => box(grant, say.roles[grant.role]))}</div>
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
