import { useEffect } from 'react'
import type { OwnDevice } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import formCss from '../../ui/form.module.css'
import { deviceMessages } from './messages'
import css from './pair-page.module.css'

interface Props {
  readonly device: OwnDevice
  readonly title: string
  /** Absent where it has just been done. */
  readonly onAnew?: () => void
}

/** Long enough to be read, and to be stopped by whoever wants to let the device in anew. */
const GOES_ON_AFTER = 4_000

/** What the address says of language, theme and states goes along, and that this is a board: not every screen remembers. */
function nextOf({ kind, warehouseId }: OwnDevice): string {
  if (kind === 'PHONE') return '/badge'
  const options = new URLSearchParams(location.search)
  options.set('as', 'board')
  return `/board/${warehouseId}?${options}`
}

/** Says as what this browser is let in, and goes on by itself: a television has no hands. */
export function DeviceIsIn({ device, title, onAnew }: Props) {
  const say = useMessages(deviceMessages)
  const next = nextOf(device)
  useEffect(
    function goOn() {
      const timer = setTimeout(() => location.replace(next), GOES_ON_AFTER)
      return () => clearTimeout(timer)
    },
    [next],
  )
  return (
    <section className={css.in}>
      <h1 className={css.title}>{title}</h1>
      <p className={css.deviceName}>{device.name}</p>
      <p role="status" className={css.lead}>
        {say.goingOn[device.kind]}
      </p>
      <div className={formCss.buttons}>
        <a href={next} className={formCss.primary}>
          {say.goOn[device.kind]}
        </a>
        {onAnew && (
          <button type="button" className={formCss.secondary} onClick={onAnew}>
            {say.anew}
          </button>
        )}
      </div>
    </section>
  )
}
