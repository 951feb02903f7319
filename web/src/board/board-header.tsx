import type { BoardWarehousesQuery } from '../gql/graphql'
import { type Feed, serverTime, useModel } from '../live'
import { formatTime } from '../ui/format'
import { usePreferences } from '../ui/preferences'
import { Switches } from '../ui/switches'
import { useEachSecond } from '../ui/ticker'
import css from './board-header.module.css'
import type { BoardOrder } from './board-order'
import type { BoardMessages } from './messages'
import { urgencyOf } from './sla'
import { ThroughputChart } from './throughput-chart'
import { UrgencyTiles } from './urgency-tiles'
import { useThroughput } from './use-throughput'

export type BoardWarehouse = BoardWarehousesQuery['warehouses'][number]

interface Props {
  readonly feed: Feed<BoardOrder>
  readonly warehouse: BoardWarehouse
  readonly say: BoardMessages
}

/** Whose board this is, how fresh, what is urgent, what was done: everything that is not a card. */
export function BoardHeader({ feed, warehouse, say }: Props) {
  const model = useModel(feed)
  const { language } = usePreferences()
  const { picture, phase } = model
  const connected = phase === 'following'
  const hours = useThroughput(warehouse.id, connected)
  const now = useEachSecond(() => Math.floor((serverTime(feed.getModel().clock, feed.now()) ?? 0) / 1_000) * 1_000)
  const closed = (state: string): number =>
    (picture?.counters.closedToday[state] ?? 0) + (picture?.leftSince[state] ?? 0)
  const urgency = urgencyOf(picture?.orders.values() ?? [], now)
  return (
    <>
      <title>{`${urgency.overdue > 0 ? `(${urgency.overdue}) ` : ''}${warehouse.name} · WB Assistant`}</title>
      <div className={css.title}>
        <h1 className={css.name}>
          <a href="/" className={css.home} title={say.home}>
            {warehouse.name}
          </a>
          {warehouse.demo && (
            <span className={css.demo} title={say.demoHint}>
              {say.demo}
            </span>
          )}
        </h1>
        <p className={css.asOf} data-as-of={picture?.asOf}>
          {say.asOf}{' '}
          <b>{picture ? formatTime(language, Math.min(picture.asOf, now + 1_000), warehouse.timeZone, true) : '—'}</b>
          <span className={css.pulse} data-connected={connected || undefined}>
            {connected ? say.fresh : say.reconnecting}
          </span>
        </p>
        <div className={css.today}>
          <span>
            {say.today}: {say.handedOver} <b data-closed="HANDED_OVER">{closed('HANDED_OVER')}</b>, {say.cancelled}{' '}
            <b data-closed="CANCELLED">{closed('CANCELLED')}</b>
            {picture && (
              <>
                ; {say.live} <b>{picture.orders.size}</b>
              </>
            )}
          </span>
          <Switches />
        </div>
      </div>
      <UrgencyTiles urgency={urgency} now={now} timeZone={warehouse.timeZone} say={say} />
      <ThroughputChart hours={hours} timeZone={warehouse.timeZone} say={say} />
    </>
  )
}
