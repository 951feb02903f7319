import { useMessages } from '../ui/preferences'
import type { Grant } from '../ui/rights'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'

/** A warehouse as its name is needed here. */
export interface NamedWarehouse {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly grants: readonly Grant[]
  readonly warehouses: readonly NamedWarehouse[]
}

/** Somebody's roles: what they are and where. */
export function RoleBadges({ grants, warehouses }: Props) {
  const say = useMessages(identityMessages)
  const placeOf = (id: string | null): string =>
    id === null ? say.everywhere : (warehouses.find((warehouse) => warehouse.id === id)?.name ?? say.unknownWarehouse)
  return (
    <ul className={css.badges}>
      {grants.map(({ role, warehouseId }) => (
        <li key={`${role} ${warehouseId}`} className={css.badge}>
          <b>{say.roles[role]}</b> {placeOf(warehouseId)}
        </li>
      ))}
    </ul>
  )
}
