import { type ReactNode, useEffect, useState } from 'react'
import { useMessages } from '../ui/preferences'
import { workMessages } from './messages'
import { openStops } from './model/work'
import { followWork } from './phone/follow-work'
import { type Phone, startPhone } from './phone/phone'
import { type Updates, watchUpdates } from './phone/updates'
import { PhoneContext, usePhone, usePhoneState } from './phone/use-phone'
import { createScanDesk, ScanContext, type ScanDesk, useKeyboardScanner } from './scan/use-scans'
import { Attention } from './screens/attention'
import { Locked } from './screens/locked'
import { Menu } from './screens/menu'
import { PackStep } from './screens/pack-step'
import { PickStep } from './screens/pick-step'
import { PutBack } from './screens/put-back'
import { StartShift } from './screens/start-shift'
import { SignedOut } from './screens/signed-out'
import { StatusBar, useAge } from './screens/status-bar'
import { StorageNotice } from './screens/storage-notice'
import { StopList } from './screens/stop-list'
import { TakeWork } from './screens/take-work'
import { UpdateNotice } from './screens/update-notice'
import css from './screens/work.module.css'

interface Props {
  /** Signing in is another part's: it calls with the badge, or null when it was something else. */
  readonly signIn: (onDone: (badge: string | null) => void) => ReactNode
}

type Screen = 'STEP' | 'MENU' | 'ATTENTION' | 'PUT_BACK' | 'LIST'

/** Keeps what is shown in step with the server while somebody works here. */
function useFollowing(): void {
  const phone = usePhone()
  const { phase, who } = usePhoneState()
  const warehouseId = phase === 'OPEN' || phase === 'LOCKED' ? (who?.warehouseId ?? null) : null
  const person = who?.person ?? ''
  useEffect(
    function follow() {
      return warehouseId === null ? undefined : followWork(phone, warehouseId, person)
    },
    [phone, warehouseId, person],
  )
}

/** Whoever works here: the next step, and what stands beside it. */
function Working() {
  const say = useMessages(workMessages)
  const { work, entries, gone } = usePhoneState()
  const [screen, setScreen] = useState<Screen>('STEP')
  const [mode, setMode] = useState<'PICK' | 'PACK'>('PICK')
  const age = useAge()
  const toStep = (): void => setScreen('STEP')
  const step = () => {
    if (!work) return <StartShift />
    if (mode === 'PACK') return <PackStep onPick={() => setMode('PICK')} />
    if (openStops(work.stops, { entries, gone }).length === 0) return <TakeWork onPack={() => setMode('PACK')} />
    return <PickStep work={work} />
  }
  return (
    <>
      <StatusBar onAttention={() => setScreen('ATTENTION')} onMenu={() => setScreen('MENU')} />
      <main className={css.main} data-screen={screen === 'STEP' ? mode : screen}>
        {work && age !== null && age >= work.checkAfterMinutes && <p className={css.notice}>{say.old(age)}</p>}
        {screen === 'STEP' && step()}
        {screen === 'LIST' && <StopList onClose={toStep} />}
        {screen === 'PUT_BACK' && <PutBack onClose={toStep} />}
        {screen === 'ATTENTION' && <Attention onPutBack={() => setScreen('PUT_BACK')} onClose={toStep} />}
        {screen === 'MENU' && (
          <Menu
            mode={mode}
            onMode={() => {
              setMode(mode === 'PICK' ? 'PACK' : 'PICK')
              toStep()
            }}
            onPutBack={() => setScreen('PUT_BACK')}
            onList={() => setScreen('LIST')}
            onClose={toStep}
          />
        )}
      </main>
    </>
  )
}

function Phases({ signIn }: Props) {
  const phone = usePhone()
  const { phase, storage } = usePhoneState()
  useKeyboardScanner()
  useFollowing()
  if (storage === 'NONE') return null
  switch (phase) {
    case 'STARTING':
      return <main className={css.main} aria-busy />
    case 'SIGNED_OUT':
      return (
        <main className={css.main}>
          <SignedOut signIn={signIn} />
        </main>
      )
    case 'LOCKED':
      return (
        <main className={css.main}>
          <Locked onOtherPerson={() => phone.set({ phase: 'SIGNED_OUT' })} />
        </main>
      )
    case 'OPEN':
      return <Working />
  }
}

/** What lives as long as the page. */
export interface WorkParts {
  readonly phone: Phone
  readonly updates: Updates
  readonly desk: ScanDesk
}

/** Brings up what the phone has kept, and looks for newer apps; once a page. */
export const startWork = (): WorkParts => ({ phone: startPhone(), updates: watchUpdates(), desk: createScanDesk() })

/** `/work`: the phone of whoever picks and packs, with and without a signal. */
export function WorkApp({ phone, updates, desk, signIn }: WorkParts & Props) {
  const say = useMessages(workMessages)
  return (
    <PhoneContext value={phone}>
      <ScanContext value={desk}>
        <div className={css.page}>
          <title>{`${say.title} · WB Assistant`}</title>
          <UpdateNotice updates={updates} />
          <StorageNotice />
          <Phases signIn={signIn} />
        </div>
      </ScanContext>
    </PhoneContext>
  )
}
