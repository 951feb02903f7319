import type { LeadPlacesQuery } from '../gql/graphql'
import { type Feed, isFresh, pictureAge, serverTime, useAdmission, useFeed, useModel } from '../live'
import { formatAge } from '../ui/format'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import { useEachSecond } from '../ui/ticker'
import { Counts } from './counts'
import { type FloorOrder, floorReading } from './floor-order'
import { viewFloor } from './floor-view'
import leadCss from './lead-page.module.css'
import { leadMessages } from './messages'
import { ParkedPanel } from './parked-panel'
import { PutBacksPanel } from './put-backs-panel'
import { RecountsPanel } from './recounts-panel'
import { ReleasePanel } from './release-panel'
import { StuckPanel } from './stuck-panel'
import { TimeZone } from './times'
import { useWaiting, type Waiting } from './use-waiting'
import { WorkersPanel } from './workers-panel'

type Place = LeadPlacesQuery['warehouses'][number]

interface ShiftProps {
  readonly place: Place
  readonly feed: Feed<FloorOrder>
  readonly waiting: Waiting
}

/** Seconds since the picture was known to be everything, once that is too long ago; null while it is fresh. */
const staleSeconds = (feed: Feed<FloorOrder>): number | null =>
  isFresh(feed.getModel(), feed.now()) ? null : Math.floor((pictureAge(feed.getModel(), feed.now()) ?? 0) / 1_000)

function Shift({ place, feed, waiting }: ShiftProps) {
  const say = useMessages(leadMessages)
  const { picture, clock } = useModel(feed)
  const stale = useEachSecond(() => staleSeconds(feed))
  const { value, problem, look } = waiting
  if (problem && !value)
    return (
      <p role="alert" className={css.failed}>
        {say.unread(problem.code)}
      </p>
    )
  if (!picture || !value) return <p role="status">{say.loading}</p>
  const floor = viewFloor([...picture.orders.values()], value.shifts, serverTime(clock, feed.now()) ?? 0)
  return (
    <TimeZone value={place.timeZone}>
      {(stale !== null || problem !== null) && (
        <p className={css.failed} data-stale>
          <span role="alert">{say.stale}</span> {stale !== null && formatAge(stale * 1_000)}
        </p>
      )}
      <Counts floor={floor} waiting={value} />
      <div className={css.panels}>
        <div className={css.stack}>
          <ParkedPanel parkedCommands={value.parkedCommands} onDone={look} />
          <PutBacksPanel putBacks={value.putBacks} onDone={look} />
          <RecountsPanel warehouseId={place.id} recounts={value.recounts} onDone={look} />
          <StuckPanel stuck={floor.stuck} />
        </div>
        <div className={css.stack}>
          <ReleasePanel fresh={floor.fresh} late={floor.late} />
          <WorkersPanel warehouseId={place.id} workers={floor.workers} />
        </div>
      </div>
    </TimeZone>
  )
}

/** The shift of a warehouse, live. */
export function LiveShift({ place }: { readonly place: Place }) {
  const say = useMessages(leadMessages)
  const feed = useFeed(floorReading, place.id, null)
  useAdmission(feed)
  const waiting = useWaiting(place.id)
  return (
    <div className={leadCss.shift}>
      <div className={leadCss.head}>
        <h1 className={css.heading}>
          {say.title}: {place.name}
        </h1>
        <a href={`/board/${place.id}`}>{say.board}</a>
      </div>
      {feed ? <Shift place={place} feed={feed} waiting={waiting} /> : <p role="status">{say.loading}</p>}
    </div>
  )
}
