import css from './board-column.module.css'
import type { BoardOrder } from './board-order'
import type { Column } from './columns'
import type { ColumnLayout } from './layout'
import type { BoardMessages } from './messages'
import { OrderCard } from './order-card'
import { cardsOfPage, cycleSeconds, pagingOf } from './paging'
import { slaOf } from './sla'
import type { SlaPainter } from './sla-painter'
import { usePage } from './use-page'

interface Props {
  readonly column: Column
  readonly layout: ColumnLayout
  readonly painter: SlaPainter
  readonly say: BoardMessages
  readonly serverNow: () => number | null
}

/** Younger than this (ms) in its state, an order is shown as just arrived. */
const NEW_FOR = 4_000

/** Whether the order came to its state so lately that the eye should be led to it. */
export const isNew = (order: BoardOrder, now: number | null): boolean => now !== null && now - order.changed < NEW_FOR

/** How many of a column's first orders are overdue or due now. */
function urgentOf(orders: readonly BoardOrder[], now: number | null): number {
  if (now === null) return 0
  const firstPatient = orders.findIndex((order) => !['red', 'overdue'].includes(slaOf(order, now)))
  return firstPatient === -1 ? orders.length : firstPatient
}

/** One state of the floor: its count, large, and the cards of the page that is on show. */
export function BoardColumn({ column, layout, painter, say, serverNow }: Props) {
  const { across, rows } = layout
  const room = across * rows
  const now = serverNow()
  const paging = pagingOf(column.orders.length, urgentOf(column.orders, now), room)
  const { pages } = paging
  const { page, next } = usePage(pages)
  const shown = cardsOfPage(column.orders, paging, page, room)
  const heading = `column-${column.id}`
  const cycle = cycleSeconds(pages)
  return (
    <section className={css.column} data-column={column.id} aria-labelledby={heading}>
      <header className={css.head}>
        <h2 id={heading} className={css.title}>
          {say.columns[column.id]}
        </h2>
        <span className={css.count} data-count={column.orders.length}>
          {column.orders.length}
        </span>
        {pages > 1 && (
          <button type="button" className={css.pager} title={say.pageHint(cycle)} onClick={next} data-pages={pages}>
            <span>{say.page(page + 1, pages)}</span>
            <span className={css.cycle}>{say.cycle(cycle)}</span>
            <span className="visually-hidden">{say.nextPage}</span>
          </button>
        )}
      </header>
      <ol
        className={css.cards}
        style={{
          gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((order) => (
          <OrderCard key={order.id} order={order} painter={painter} say={say} isNew={isNew(order, now)} />
        ))}
      </ol>
      {column.orders.length === 0 && <p className={css.empty}>{say.empty}</p>}
    </section>
  )
}
