import { formatTime } from '../ui/format'
import { usePreferences } from '../ui/preferences'
import type { BoardMessages } from './messages'
import { timerText, type Urgency } from './sla'
import css from './urgency-tiles.module.css'

interface Props {
  readonly urgency: Urgency
  readonly now: number
  readonly timeZone: string
  readonly say: BoardMessages
}

/** What will miss its deadline: the first thing a shift lead looks for from across the hall. */
export function UrgencyTiles({ urgency, now, timeZone, say }: Props) {
  const { language } = usePreferences()
  const { overdue, red, amber, next } = urgency
  return (
    <dl className={css.tiles}>
      <div className={css.tile} data-tile="overdue" data-loud={overdue > 0 || undefined}>
        <dt>{say.overdue}</dt>
        <dd>{overdue}</dd>
      </div>
      <div className={css.tile} data-tile="red" data-loud={red > 0 || undefined}>
        <dt>{say.red}</dt>
        <dd>{red}</dd>
      </div>
      <div className={css.tile} data-tile="amber" data-loud={amber > 0 || undefined}>
        <dt>{say.amber}</dt>
        <dd>{amber}</dd>
      </div>
      <div className={css.tile} data-tile="next">
        <dt>{next ? say.nextDeadline(formatTime(language, next.at, timeZone)) : say.noDeadline}</dt>
        <dd>{next ? timerText(next.at - now, say.units) : '—'}</dd>
        <dd className={css.note}>{next ? say.orders(next.count) : ''}</dd>
      </div>
    </dl>
  )
}
