import type { AccountQuery } from '../gql/graphql'
import { useSignIn } from '../ui/here'
import { useMessages } from '../ui/preferences'
import { request } from '../ui/request'
import { useLoad } from '../ui/use-load'
import { accountDocument } from './account.documents'
import { AuthenticatorFirst } from './authenticator-first'
import { AuthenticatorPanel } from './authenticator-panel'
import { WithIdentity } from './confirm-identity'
import { Frame } from '../ui/frame'
import { LoadState } from './load-state'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { PasswordPanel } from './password-panel'
import { RoleBadges } from './role-badges'
import { SessionsPanel } from './sessions-panel'
import { TokensPanel } from './tokens-panel'

type Me = NonNullable<AccountQuery['me']>
/** A session of the viewer's. */
export type OwnSession = Me['sessions'][number]
/** An access token of the viewer's. */
export type OwnToken = Me['accessTokens'][number]

const readAccount = () => request(accountDocument, {})

/** `/account`: who I am, and everything that I prove it with. */
export function AccountPage() {
  const say = useMessages(identityMessages)
  const loaded = useLoad(readAccount)
  const { value, problem, reload } = loaded
  const me = value?.me
  useSignIn(value?.me === null || problem?.code === 'SIGN_IN_REQUIRED')
  if (problem?.code === 'AUTHENTICATOR_REQUIRED') return <AuthenticatorFirst onDone={reload} />
  return (
    <Frame title={say.account} viewer={me}>
      <LoadState loaded={loaded} />
      {me && (
        <WithIdentity viewer={me}>
          <div className={css.panels}>
            <section className={`${css.panel} ${css.wide}`}>
              <h1 className={css.heading}>{me.person.name}</h1>
              {me.person.roles.length > 0 ? (
                <RoleBadges grants={me.person.roles} warehouses={value.warehouses} />
              ) : (
                <p>{say.noRoles}</p>
              )}
            </section>
            <div className={css.stack}>
              <PasswordPanel viewer={me} onDone={reload} />
              <SessionsPanel sessions={me.sessions} ownId={me.sessionId} onDone={reload} />
            </div>
            <div className={css.stack}>
              <AuthenticatorPanel viewer={me} onDone={reload} />
              <TokensPanel tokens={me.accessTokens} onDone={reload} />
            </div>
          </div>
        </WithIdentity>
      )}
    </Frame>
  )
}
