import { type ReactNode, useCallback, useState } from 'react'
import type { HereQuery } from '../../gql/graphql'
import { useHere } from '../../ui/here'
import { useMessages } from '../../ui/preferences'
import formCss from '../../ui/form.module.css'
import { Frame } from '../../ui/frame'
import { LoadState } from '../load-state'
import panelCss from '../../ui/panel.module.css'
import css from './badge-page.module.css'
import { type BadgeTrouble, EnterPin } from './enter-pin'
import { badgeMessages } from './messages'
import { ScanBadge } from './scan-badge'

interface DeadEndProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

/** Why nobody can sign in just now, and what to do about it. */
function DeadEnd({ title, text, children }: DeadEndProps) {
  return (
    <div role="alert" className={css.deadEnd}>
      <h1 className={css.title}>{title}</h1>
      <p>{text}</p>
      <div className={formCss.buttons}>{children}</div>
    </div>
  )
}

interface SignInProps {
  readonly here: HereQuery
  readonly onTakenOut: () => void
  readonly onDone: (badge: string) => void
}

function SignIn({ here, onTakenOut, onDone }: SignInProps) {
  const say = useMessages(badgeMessages)
  const [badge, setBadge] = useState<string | null>(null)
  const [locked, setLocked] = useState(false)
  const { me, device } = here
  const onTrouble = useCallback(
    (trouble: BadgeTrouble) => {
      setBadge(null)
      if (trouble === 'BADGE_LOCKED') setLocked(true)
      else onTakenOut()
    },
    [onTakenOut],
  )
  if (!device)
    return (
      <DeadEnd title={say.notLetInTitle} text={say.notLetInText}>
        <a href="/pair?as=phone" className={formCss.primary}>
          {say.letIn}
        </a>
        <a href="/sign-in" className={formCss.secondary}>
          {say.signIn}
        </a>
      </DeadEnd>
    )
  if (device.kind === 'BOARD')
    return (
      <DeadEnd title={say.boardTitle} text={say.boardText}>
        <a href={`/board/${device.warehouseId}`} className={formCss.primary}>
          {say.openBoard}
        </a>
        <a href="/sign-in" className={formCss.secondary}>
          {say.signIn}
        </a>
      </DeadEnd>
    )
  if (locked)
    return (
      <DeadEnd title={say.lockedTitle} text={say.lockedText}>
        <button type="button" className={formCss.primary} onClick={() => setLocked(false)}>
          {say.another}
        </button>
      </DeadEnd>
    )
  return (
    <>
      <p className={panelCss.dim}>{say.phone(device.name)}</p>
      {me && <p className={panelCss.notice}>{say.replaces(me.person.name)}</p>}
      {badge === null ? (
        <ScanBadge onBadge={setBadge} />
      ) : (
        <EnterPin badge={badge} onDone={() => onDone(badge)} onTrouble={onTrouble} onAnother={() => setBadge(null)} />
      )}
    </>
  )
}

/** Signing in with a badge, where it is not a page of its own: calls with the badge. */
export function BadgeSignIn({ onDone }: { readonly onDone: (badge: string) => void }) {
  const loaded = useHere()
  const { value: here, reload } = loaded
  return (
    <div className={`${panelCss.narrow} ${css.page}`}>
      <LoadState loaded={loaded} />
      {here && <SignIn here={here} onTakenOut={reload} onDone={onDone} />}
    </div>
  )
}

/** `/badge`: signing in on a shared phone, with a badge and its PIN. */
export function BadgePage() {
  const say = useMessages(badgeMessages)
  const loaded = useHere()
  const { value: here, reload } = loaded
  return (
    <Frame title={say.title} viewer={here?.me ?? undefined}>
      <div className={`${panelCss.narrow} ${css.page}`}>
        <LoadState loaded={loaded} />
        {here && <SignIn here={here} onTakenOut={reload} onDone={() => location.replace('/')} />}
      </div>
    </Frame>
  )
}
