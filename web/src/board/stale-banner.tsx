import { type Feed, pictureAge, useModel } from '../live'
import { formatAge, formatTime } from '../ui/format'
import { usePreferences } from '../ui/preferences'
import { useEachSecond } from '../ui/ticker'
import { ageSeconds, causeOf, trustOf } from './board-state'
import type { BoardOrder } from './board-order'
import type { BoardMessages } from './messages'
import css from './stale-banner.module.css'

interface Props {
  readonly feed: Feed<BoardOrder>
  readonly timeZone: string
  readonly say: BoardMessages
}

/** Says loudly, over the whole width, that the picture is old: how old, since when, why, and what is being done. */
export function StaleBanner({ feed, timeZone, say }: Props) {
  const model = useModel(feed)
  const { language } = usePreferences()
  useEachSecond(() => `${ageSeconds(feed.getModel(), feed.now())} ${causeOf(feed.getModel(), feed.now(), say)}`)
  const now = feed.now()
  if (!model.picture || trustOf(model, now) !== 'stale') return null
  return (
    <div className={css.banner} data-stale-banner>
      <p className={css.title}>
        <span role="alert">{say.stale}</span>{' '}
        <span className={css.age}>{say.staleFor(formatAge(pictureAge(model, now) ?? 0))}</span>
      </p>
      <p className={css.text}>
        {say.staleAsOf(formatTime(language, model.picture.asOf, timeZone, true))} {causeOf(model, now, say)}
      </p>
    </div>
  )
}
