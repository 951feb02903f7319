import { useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { pickedOf } from '../model/put-backs'
import { shift } from '../phone/session'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { problemText, useServer } from './use-server'
import css from './work.module.css'

const counts = [5, 10, 20] as const

/** Nothing is left to take: more work, or the packing table. */
export function TakeWork({ onPack }: { readonly onPack: () => void }) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const { known, entries } = usePhoneState()
  const server = useServer()
  const [nothing, setNothing] = useState(false)
  const inTote = pickedOf(known, entries).length
  return (
    <>
      <h1 className={css.title}>{say.takeTitle}</h1>
      {inTote > 0 && <p className={css.lead}>{say.inTote(inTote)}</p>}
      <p className={css.lead}>{say.takeText}</p>
      {nothing && (
        <p role="status" className={css.notice}>
          {say.nothingFree}
        </p>
      )}
      {server.problem && (
        <p role="alert" className={css.fault}>
          {problemText(server.problem, say)}
        </p>
      )}
      {server.busy && <p role="status">{say.busy}</p>}
      <div className={css.actions}>
        {counts.map((count) => (
          <button
            key={count}
            type="button"
            className={css.primary}
            aria-disabled={server.busy}
            onClick={() =>
              void server.run(async () => {
                const taken = await shift.take(phone, count)
                setNothing('claimed' in taken && taken.claimed === 0)
                return 'problem' in taken ? taken.problem : null
              })
            }
          >
            {say.take(count)}
          </button>
        ))}
        <button type="button" className={css.secondary} onClick={onPack}>
          {say.goPack}
        </button>
      </div>
    </>
  )
}
