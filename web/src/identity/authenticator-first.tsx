import { useMessages } from '../ui/preferences'
import { useViewer } from '../ui/viewer'
import { AuthenticatorPanel } from './authenticator-panel'
import { WithIdentity } from './confirm-identity'
import { Frame } from '../ui/frame'
import { LoadState } from './load-state'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { PasswordPanel } from './password-panel'

/** `/account` of a manager without an authenticator: setting one up comes before anything else. */
export function AuthenticatorFirst({ onDone }: { readonly onDone: () => void }) {
  const say = useMessages(identityMessages)
  const loaded = useViewer()
  const { value: viewer, reload } = loaded
  return (
    <Frame title={say.authenticatorFirst} viewer={viewer}>
      <LoadState loaded={loaded} />
      {viewer && (
        <WithIdentity viewer={viewer}>
          <div className={css.panels}>
            <section className={`${css.panel} ${css.wide}`}>
              <h1 className={css.heading}>{say.authenticatorFirst}</h1>
              <p>{say.authenticatorFirstText}</p>
            </section>
            {/* The code goes with a password: whoever came by a link sets that first. */}
            {!viewer.hasPassword && <PasswordPanel viewer={viewer} onDone={reload} />}
            <AuthenticatorPanel viewer={viewer} onDone={onDone} />
          </div>
        </WithIdentity>
      )}
    </Frame>
  )
}
