import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { shift } from '../phone/session'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { problemText, useServer } from './use-server'
import css from './work.module.css'

/** Signed in, and not on shift yet. */
export function StartShift() {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { who, persisted } = usePhoneState()
  const server = useServer()
  const onApple = /iPhone|iPad/.test(navigator.userAgent)
  const installed = matchMedia('(display-mode: standalone)').matches
  return (
    <>
      <h1 className={css.title}>{say.startTitle}</h1>
      <p className={css.lead}>{say.startText(who?.person ?? '')}</p>
      {onApple && <p className={css.notice}>{say.ios}</p>}
      {!onApple && !installed && <p className={css.hint}>{say.install}</p>}
      {!onApple && persisted === false && <p className={css.hint}>{say.notPersisted}</p>}
      {server.problem && (
        <p role="alert" className={css.fault}>
          {problemText(server.problem, say)}
        </p>
      )}
      <div className={css.actions}>
        <button
          type="button"
          className={css.primary}
          aria-disabled={server.busy}
          onClick={() => void server.run(() => shift.start(phone))}
        >
          {server.busy ? say.busy : say.start}
        </button>
      </div>
    </>
  )
}
