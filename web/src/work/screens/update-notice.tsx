import { useEffect, useSyncExternalStore } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { undelivered } from '../phone/state'
import type { Updates } from '../phone/updates'
import { usePhoneState } from '../phone/use-phone'
import css from './work.module.css'

/** A newer app: let in by itself when nothing waits and nobody works, else when the person says so. */
export function UpdateNotice({ updates }: { readonly updates: Updates }) {
  const say = useMessages(workMessages)
  const state = usePhoneState()
  const waiting = useSyncExternalStore(updates.subscribe, updates.isWaiting)
  const queue = undelivered(state)
  const idle = queue === 0 && (state.phase === 'SIGNED_OUT' || state.phase === 'LOCKED')
  useEffect(
    function letIn() {
      if (waiting && idle) updates.apply()
    },
    [waiting, idle, updates],
  )
  if (!waiting || idle) return null
  return (
    <div className={css.notice}>
      <p>{queue > 0 ? say.updateOver(queue) : say.updateReady}</p>
      <button type="button" className={css.secondary} onClick={updates.apply}>
        {say.update}
      </button>
    </div>
  )
}
