import { useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { undelivered } from '../phone/state'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { useScans } from '../scan/use-scans'
import { sounded, type Verdict, VerdictPanel } from './verdict'
import { WaysToScan } from './ways-to-scan'
import css from './work.module.css'

/** Nobody was here for a while: the badge of whoever works here opens it, with or without a signal. */
export function Locked({ onOtherPerson }: { readonly onOtherPerson: () => void }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const state = usePhoneState()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const queue = undelivered(state)
  useScans(async ({ text }) => {
    if (!(await phone.unlock(text))) setVerdict(sounded({ signal: 'RED', title: say.notYourBadge }))
  })
  const person = state.who?.person ?? ''
  return (
    <>
      <h1 className={css.title}>{say.lockedTitle}</h1>
      <p className={css.lead}>{state.who?.badgeHash == null ? say.lockedNoBadge(person) : say.lockedText(person)}</p>
      {queue > 0 && <p className={css.notice}>{say.queue(queue)}</p>}
      <div className={css.actions}>
        <VerdictPanel verdict={verdict} />
        {state.who?.badgeHash != null && (
          <div className={css.row}>
            <WaysToScan />
          </div>
        )}
        <p className={css.hint}>{say.otherPersonNeedsSignal}</p>
        <button type="button" className={css.secondary} onClick={onOtherPerson}>
          {state.who?.badgeHash == null ? say.signInAgain : say.otherPerson}
        </button>
      </div>
    </>
  )
}
