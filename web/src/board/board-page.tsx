import { useCallback, useMemo, useState } from 'react'
import type { OrderState } from '../gql/graphql'
import { type BoardReading, useAdmission, useFeed } from '../live'
import { recall, remember, useMessages } from '../ui/preferences'
import css from './board-page.module.css'
import { followBoardDocument } from './board.documents'
import { type BoardOrder, columnOf, parseBoardOrder } from './board-order'
import { LiveBoard } from './live-board'
import { boardMessages } from './messages'
import { useWarehouses } from './use-warehouses'

const keyOf = (warehouseId: string): string => `wb-assistant.board.${warehouseId}.states`

interface Asked {
  /** Null means all of them. */
  readonly states: readonly OrderState[] | null
  /** What the address asks for and no board has: misspelt, or a closed state. */
  readonly unknown: readonly string[]
}

const reading: BoardReading<BoardOrder> = { document: followBoardDocument, parseOrder: parseBoardOrder }

const everything: Asked = { states: null, unknown: [] }

/** The states the address asks for, else those this screen was last asked for. */
function statesFor(warehouseId: string): Asked {
  const asked = new URLSearchParams(location.search).get('states') ?? recall(keyOf(warehouseId))
  if (typeof asked !== 'string') return everything
  const names = asked.split(',').filter((name) => name !== '')
  const known = (Object.keys(columnOf) as OrderState[]).filter((state) => columnOf[state])
  const states = known.filter((state) => names.includes(state))
  remember(keyOf(warehouseId), states.length > 0 ? states.join(',') : null)
  return {
    states: states.length > 0 ? states : null,
    unknown: names.filter((name) => !known.some((state) => state === name)),
  }
}

/** `/board/:warehouse`: finds the warehouse, says so when there is none, and follows its board. */
export function BoardPage({ warehouseId }: { readonly warehouseId: string }) {
  const say = useMessages(boardMessages)
  const [all, setAll] = useState(false)
  const { states, unknown } = useMemo(() => (all ? everything : statesFor(warehouseId)), [warehouseId, all])
  const { warehouses, failed } = useWarehouses()
  const warehouse = warehouses?.find(({ id }) => id === warehouseId)
  const feed = useFeed(reading, warehouses && !warehouse ? null : warehouseId, states)
  useAdmission(feed)
  const showAll = useCallback(() => {
    remember(keyOf(warehouseId), null)
    setAll(true)
  }, [warehouseId])

  if (warehouse && feed)
    return (
      <LiveBoard
        key={warehouseId}
        feed={feed}
        warehouse={warehouse}
        states={states}
        unknown={unknown}
        onShowAll={showAll}
      />
    )
  if (warehouses && !warehouse)
    return (
      <main className={css.page}>
        <h1>{say.unknownWarehouse}</h1>
        <p>{warehouses.length > 0 ? say.unknownWarehouseHint(warehouseId) : say.noWarehouses}</p>
        <ul className={css.list}>
          {warehouses.map(({ id, name, demo }) => (
            <li key={id}>
              <a href={`/board/${id}`}>{name}</a> {demo && <b>{say.demo}</b>}
            </li>
          ))}
        </ul>
        <a href="/">{say.home}</a>
      </main>
    )
  return (
    <main className={css.page} role="status">
      <h1>{say.loading}</h1>
      <p>{failed ? `${say.noConnection}. ${say.retrying}` : say.loadingHint}</p>
    </main>
  )
}
