import type { OwnDevice } from '../ui/here'
import { useMessages } from '../ui/preferences'
import css from './home-page.module.css'
import { type AppMessages, appMessages } from './messages'
import { PlaceCards } from './place-cards'

interface Way {
  readonly href: string
  readonly name: string
  readonly hint: string
}

function waysFor(device: OwnDevice | null, say: AppMessages): readonly Way[] {
  const signIn = { href: '/sign-in', name: say.signIn, hint: say.signInHint }
  if (device?.kind === 'PHONE')
    return [
      { href: '/work', name: say.work, hint: say.workHint },
      { href: '/badge', name: say.badge, hint: say.badgeHint(device.name) },
      signIn,
    ]
  if (device)
    return [{ href: `/board/${device.warehouseId}`, name: say.openBoard, hint: say.openBoardHint(device.name) }, signIn]
  return [
    signIn,
    { href: '/pair', name: say.isBoard, hint: say.isBoardHint },
    { href: '/pair?as=phone', name: say.isPhone, hint: say.isPhoneHint },
  ]
}

/** What somebody may do here whom nobody knows yet: sign in, or make this a board or a phone of the shift. */
export function WayIn({ device }: { readonly device: OwnDevice | null }) {
  const say = useMessages(appMessages)
  return (
    <section className={css.section}>
      <h2>{say.begin}</h2>
      <PlaceCards places={waysFor(device, say)} />
    </section>
  )
}
