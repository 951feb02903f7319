import { useEachSecond } from '../../ui/ticker'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { attentionOf } from '../model/attention'
import { undelivered } from '../phone/state'
import { usePhoneState } from '../phone/use-phone'
import css from './status-bar.module.css'

interface Props {
  readonly onAttention: () => void
  readonly onMenu: () => void
}

/** How old what is shown is, whole minutes; null when nothing is. A clock that was set back says nothing: then it is old. */
export function useAge(): number | null {
  const { work } = usePhoneState()
  return useEachSecond(() => (work ? Math.floor(Math.abs(Date.now() - work.readAt) / 60_000) : null))
}

/** What must be seen at any time: the signal, the queue, the age of the data, what needs a person. */
export function StatusBar({ onAttention, onMenu }: Props) {
  const say = useMessages(workMessages)
  const state = usePhoneState()
  const age = useAge()
  const queue = undelivered(state)
  const attention = attentionOf(state)
  return (
    <header className={css.bar}>
      <p className={css.signal} data-online={state.online}>
        {state.online ? say.online : say.offline}
        {age !== null && (
          <span className={css.age} title={say.ageOf} data-old={age >= (state.work?.checkAfterMinutes ?? 60)}>
            {say.age(age)}
          </span>
        )}
      </p>
      <p className={css.queue} data-queue={queue}>
        {queue === 0 ? say.queueEmpty : say.queue(queue)}
      </p>
      {attention > 0 && (
        <button type="button" className={css.attention} onClick={onAttention} aria-label={say.attention(attention)}>
          ! {attention}
        </button>
      )}
      <button type="button" className={css.menu} onClick={onMenu} aria-label={say.menu}>
        ☰
      </button>
    </header>
  )
}
