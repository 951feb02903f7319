import { useEffect } from 'react'
import { useLinkSecret } from '../ui/link-secret'
import { useMessages } from '../ui/preferences'
import { useViewer } from '../ui/viewer'
import { FirstAdminForm } from './first-admin-form'
import { Frame } from '../ui/frame'
import { LoadState } from './load-state'
import { LinkForm } from './link-form'
import { identityMessages } from './messages'
import { ownPath } from './own-path'
import css from '../ui/panel.module.css'
import { SignInForm } from './sign-in-form'

/** Where they were going: the code of a device that they came to let in stands after the `#`. */
function next(): string {
  const path = ownPath(new URLSearchParams(location.search).get('next'), location.origin)
  return path.includes('#') ? path : path + location.hash
}

/** `/sign-in`: with login and password, with a link, or as the first administrator. */
export function SignInPage() {
  const say = useMessages(identityMessages)
  const loaded = useViewer()
  const link = useLinkSecret()
  const { value: viewer, problem } = loaded
  const sentOn = Boolean(viewer) && link === null
  useEffect(
    function sendOn() {
      if (sentOn) location.replace(next())
    },
    [sentOn],
  )
  if (link?.kind === 'first')
    return (
      <Frame title={say.firstTitle} viewer={viewer}>
        <FirstAdminForm secret={link.secret} onDone={() => location.assign('/account')} />
      </Frame>
    )
  if (link?.kind === 'link')
    return (
      <Frame title={say.linkTitle} viewer={viewer}>
        <LinkForm
          key={link.secret}
          secret={link.secret}
          viewer={viewer ?? null}
          // Without a password one would need another link soon: that comes first.
          onDone={(lacksPassword) => location.assign(lacksPassword ? '/account' : next())}
        />
      </Frame>
    )
  return (
    <Frame title={say.signIn} viewer={viewer ?? null}>
      <div className={css.narrow}>
        <LoadState loaded={sentOn ? { value: undefined, problem: null } : loaded} />
        {(viewer === null || problem) && <SignInForm onDone={() => location.assign(next())} />}
      </div>
    </Frame>
  )
}
