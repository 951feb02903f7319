import type { LeadFloorQuery } from '../gql/graphql'
import { useMessages } from '../ui/preferences'
import type { FloorView } from './floor-view'
import css from './lead-page.module.css'
import { leadMessages } from './messages'

interface Props {
  readonly floor: FloorView
  readonly waiting: LeadFloorQuery
}

/** The shift in numbers, each leading to what it counts; what needs the lead stands out. */
export function Counts({ floor, waiting }: Props) {
  const say = useMessages(leadMessages)
  const claimed = floor.workers.reduce((sum, worker) => sum + worker.claimed.length, 0)
  const tiles = [
    { name: 'parked', href: '#parked', count: waiting.parkedCommands.total, loud: true },
    { name: 'putBacks', href: '#put-backs', count: waiting.putBacks.total, loud: true },
    { name: 'recounts', href: '#recounts', count: waiting.recounts.length, loud: true },
    { name: 'stuck', href: '#stuck', count: floor.stuck.length, loud: true },
    { name: 'fresh', href: '#release', count: floor.fresh.length, loud: false },
    { name: 'free', href: '#release', count: floor.free, loud: false },
    { name: 'claimed', href: '#workers', count: claimed, loud: false },
  ] as const
  return (
    <ul className={css.counts}>
      {tiles.map(({ name, href, count, loud }) => (
        <li key={name}>
          <a href={href} className={css.count} data-count={name} data-loud={(loud && count > 0) || undefined}>
            <b>{count}</b> {say.counts[name]}
          </a>
        </li>
      ))}
    </ul>
  )
}
