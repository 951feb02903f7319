import { useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { Switches } from '../../ui/switches'
import { workMessages } from '../messages'
import { putBacksOf } from '../model/put-backs'
import { openStops, unitsOf } from '../model/work'
import { shift, signOut } from '../phone/session'
import { undelivered } from '../phone/state'
import { usePhone, usePhoneState } from '../phone/use-phone'
import { Confirm } from './confirm'
import { HandOver } from './hand-over'
import css from './work.module.css'
import { useServer } from './use-server'

type Asked = 'GIVE_BACK' | 'HAND_OVER' | 'END' | 'SIGN_OUT'

interface Props {
  readonly mode: 'PICK' | 'PACK'
  readonly onMode: () => void
  readonly onPutBack: () => void
  readonly onList: () => void
  readonly onClose: () => void
}

/** Everything that is not the next step. */
export function Menu({ mode, onMode, onPutBack, onList, onClose }: Props) {
  const say = useMessages(workMessages)
  const phone = usePhone()
  const state = usePhoneState()
  const server = useServer()
  const [asked, setAsked] = useState<Asked | null>(null)
  const queue = undelivered(state)
  const own = state.journals.find(({ id }) => id === state.journalId)
  const ownQueue = own ? own.lastSeq - own.expectedSeq + 1 : 0
  const left = state.work ? unitsOf(openStops(state.work.stops, state)) : 0
  const back = putBacksOf(state.known, state.entries).length
  const ask = (what: Asked | null): void => {
    phone.deliver()
    setAsked(what)
  }
  const give = (call: () => ReturnType<typeof shift.end>): void =>
    void server.run(call).then((done) => {
      if (!done) return
      setAsked(null)
      onClose()
    })
  const item = (text: string, act: () => void) => (
    <button type="button" className={css.secondary} onClick={act}>
      {text}
    </button>
  )
  return (
    <>
      <h1 className={css.title}>{state.who?.person}</h1>
      {state.who?.device != null && <p className={css.hint}>{state.who.device}</p>}
      <Switches />
      <div className={css.list}>
        {item(mode === 'PICK' ? say.goPack : say.goPick, onMode)}
        {left > 0 && item(say.list, onList)}
        {back > 0 && item(`${say.putBacks}: ${back}`, onPutBack)}
        {item(say.pause, phone.lock)}
        {left > 0 && item(say.giveBackAll, () => ask('GIVE_BACK'))}
        {left > 0 && item(say.handOver, () => ask('HAND_OVER'))}
        {state.work && item(say.endShift, () => ask('END'))}
        {item(say.signOut, () => ask('SIGN_OUT'))}
      </div>
      <p className={css.hint}>{/iPhone|iPad/.test(navigator.userAgent) ? say.ios : say.install}</p>
      {asked === 'GIVE_BACK' && (
        <Confirm
          question={say.giveBackSure(left)}
          server={server}
          onYes={() => give(() => shift.giveBack(phone))}
          onClose={() => ask(null)}
        />
      )}
      {asked === 'HAND_OVER' && (
        <HandOver server={server} onTo={(to) => give(() => shift.handOver(phone, to))} onClose={() => ask(null)} />
      )}
      {asked === 'END' && (
        <Confirm
          question={ownQueue > 0 ? say.endOver(ownQueue) : say.endSure}
          server={server}
          onYes={ownQueue > 0 ? null : () => give(() => shift.end(phone))}
          onClose={() => ask(null)}
        />
      )}
      {asked === 'SIGN_OUT' && (
        <Confirm
          question={queue > 0 ? say.signOutOver(queue) : say.signOutSure}
          server={server}
          onYes={() => give(() => signOut(phone))}
          onClose={() => ask(null)}
        />
      )}
      <div className={css.actions}>
        <button type="button" className={css.primary} onClick={onClose}>
          {say.back}
        </button>
      </div>
    </>
  )
}
