import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import type { Act } from '../journal/act'
import type { Stop } from '../model/work'
import { usePhone } from '../phone/use-phone'
import { Sheet } from './sheet'
import css from './work.module.css'

interface Props {
  readonly stop: Stop
  readonly canPutOff: boolean
  readonly onPutOff: () => void
  readonly onClose: () => void
}

/** What may be wrong at a place; each is one touch, and kept like a scan. */
export function StopTrouble({ stop, canPutOff, onPutOff, onClose }: Props) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const orderId = stop.tasks[0]?.order.id ?? ''
  async function enter(act: Act): Promise<void> {
    await phone.enter(act)
    onClose()
  }
  const report = (reason: string): Promise<void> =>
    enter({ kind: 'reportShortage', orderId, reason, ...(stop.cell ? { cell: stop.cell.code } : {}) })
  return (
    <Sheet title={say.troubleTitle} onClose={onClose}>
      {[say.shortage, say.damaged, say.wrongItem].map((reason) => (
        <button key={reason} type="button" className={css.secondary} onClick={() => void report(reason)}>
          {reason}
        </button>
      ))}
      {canPutOff && (
        <button
          type="button"
          className={css.secondary}
          onClick={() => {
            onPutOff()
            onClose()
          }}
        >
          {say.skip}
        </button>
      )}
      <button type="button" className={css.secondary} onClick={() => void enter({ kind: 'unclaim', orderId })}>
        {say.giveBackOne}
      </button>
    </Sheet>
  )
}
