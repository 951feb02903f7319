import { type TouchEvent, useRef, useState } from 'react'
import { isNew } from './board-column'
import css from './column-list.module.css'
import type { Column, ColumnId } from './columns'
import type { BoardMessages } from './messages'
import { OrderCard } from './order-card'
import type { SlaPainter } from './sla-painter'

interface Props {
  readonly columns: readonly Column[]
  readonly painter: SlaPainter
  readonly say: BoardMessages
  readonly serverNow: () => number | null
}

const SWIPE = 60

/** On a phone: a tab a column, a swipe to the next, and a list that scrolls as lists do. */
export function ColumnList({ columns, painter, say, serverNow }: Props) {
  const [chosen, choose] = useState<ColumnId | null>(null)
  const touch = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const at = Math.max(
    0,
    columns.findIndex(({ id }) => id === chosen),
  )
  const column = columns[at]
  const now = serverNow()

  function turn(by: number): void {
    const to = columns[at + by]
    if (!to) return
    choose(to.id)
    document.getElementById(`tab-${to.id}`)?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }
  function onTouchStart({ touches }: TouchEvent): void {
    const point = touches[0]
    touch.current = point ? { x: point.clientX, y: point.clientY } : null
  }
  function onTouchEnd({ changedTouches }: TouchEvent): void {
    const point = changedTouches[0]
    if (!touch.current || !point) return
    const [x, y] = [point.clientX - touch.current.x, point.clientY - touch.current.y]
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1)
  }

  return (
    <>
      <div className={css.tabs} role="tablist" aria-label={say.columnsLabel}>
        {columns.map(({ id, orders }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === column?.id}
            aria-controls="column"
            tabIndex={id === column?.id ? 0 : -1}
            className={css.tab}
            data-column={id}
            onClick={() => choose(id)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') turn(1)
              if (key === 'ArrowLeft') turn(-1)
            }}
          >
            <b data-count={orders.length}>{orders.length}</b> {say.columns[id]}
          </button>
        ))}
      </div>
      {column && (
        <div
          id="column"
          role="tabpanel"
          aria-labelledby={`tab-${column.id}`}
          className={css.panel}
          data-column={column.id}
          onTouchStart={onTouchStart}
          onTouchEnd={onTouchEnd}
        >
          {column.orders.length === 0 && <p className={css.empty}>{say.empty}</p>}
          <ol className={css.cards}>
            {column.orders.map((order) => (
              <OrderCard key={order.id} order={order} painter={painter} say={say} isNew={isNew(order, now)} />
            ))}
          </ol>
        </div>
      )}
    </>
  )
}
