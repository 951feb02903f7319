import { memo, useLayoutEffect, useRef } from 'react'
import type { BoardOrder } from './board-order'
import type { BoardMessages } from './messages'
import css from './order-card.module.css'
import type { SlaPainter } from './sla-painter'

interface Props {
  readonly order: BoardOrder
  readonly painter: SlaPainter
  readonly say: BoardMessages
  /** It came to its state a moment ago: let the eye find it. */
  readonly isNew: boolean
}

type Notes = BoardMessages['notes']

const noteOf = ({ state }: BoardOrder, notes: Notes): string | null =>
  state in notes ? notes[state as keyof Notes] : null

/** Surname and initials: `Абдуллаев Рустам` has no room on a card beside the article. */
const shortName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word, index) => (index === 0 ? word : `${word.slice(0, 1)}.`))
    .join('\u00a0')

/** One order. The timer and its colour belong to the painter; React renders only when the order itself changes. */
export const OrderCard = memo(function OrderCard({ order, painter, say, isNew }: Props) {
  const card = useRef<HTMLLIElement>(null)
  const timer = useRef<HTMLSpanElement>(null)
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(
    function keepTimerRunning() {
      if (!card.current || !timer.current || !mark.current) return undefined
      return painter.add(card.current, timer.current, mark.current, order)
    },
    [painter, order],
  )
  const note = noteOf(order, say.notes)
  const noted = note !== null || undefined
  return (
    <li ref={card} className={css.card} data-order={order.id} data-state={order.state} data-new={isNew || undefined}>
      <div className={css.top}>
        <span className={css.number}>
          <span className={css.prefix}>{order.number.slice(0, -4)}</span>
          <b>{order.number.slice(-4)}</b>
        </span>
        <span className={css.time}>
          <span className={css.mark} aria-hidden="true" />
          <span ref={mark} className="visually-hidden" />
          <span ref={timer} className={css.timer} />
        </span>
      </div>
      <div className={css.what} data-noted={noted} title={note ?? undefined}>
        {note && (
          <>
            <b className={css.note}>{noteOf(order, say.shortNotes)}</b>
            <b className={css.note} data-long="">
              {note}
            </b>
          </>
        )}
        <span className={css.article}>{order.article}</span>
        {order.size && <span className={css.size}>{order.size}</span>}
        {order.holder && <span className={css.holder}>{shortName(order.holder)}</span>}
      </div>
      <div className={css.more} data-noted={noted}>
        {note && <b className={css.note}>{note}</b>}
        <span className={css.whole}>№ {order.number}</span>
        <span>{order.holder}</span>
      </div>
    </li>
  )
})
