import { useState } from 'react'
import { formatMoment } from '../ui/format'
import { give } from '../ui/give'
import { useMessages, usePreferences } from '../ui/preferences'
import type { OwnToken } from './account-page'
import { revokeAccessTokenDocument } from './account.documents'
import { SureDialog } from './sure-dialog'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import { NewTokenDialog } from './new-token-dialog'
import css from '../ui/panel.module.css'

interface Props {
  readonly tokens: readonly OwnToken[]
  readonly onDone: () => void
}

/** One's access tokens: for programs, made here and ended here. */
export function TokensPanel({ tokens, onDone }: Props) {
  const say = useMessages(identityMessages)
  const { language } = usePreferences()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<OwnToken | null>(null)
  return (
    <section className={css.panel}>
      <h2>{say.tokensTitle}</h2>
      <p className={css.dim}>{say.tokensText}</p>
      <div className={formCss.buttons}>
        <button type="button" className={formCss.secondary} onClick={() => setMaking(true)}>
          {say.newToken}
        </button>
      </div>
      {tokens.length === 0 && <p>{say.noTokens}</p>}
      <ul className={css.list}>
        {tokens.map((token) => (
          <li key={token.id} className={css.row} data-token={token.name}>
            <div className={css.about}>
              <b>{token.name}</b> <span className={css.secret}>{say.tokenEnding(token.ending)}</span>
              <ul className={css.badges}>
                {token.scopes.map((scope) => (
                  <li key={scope} className={css.badge}>
                    {say.scopes[scope].name}
                  </li>
                ))}
              </ul>
              <p className={css.dim}>
                {say.token(
                  formatMoment(language, token.expiresAt),
                  token.lastUsedAt === null ? null : formatMoment(language, token.lastUsedAt),
                )}
              </p>
            </div>
            <button
              type="button"
              className={formCss.secondary}
              aria-label={`${say.revoke}: ${token.name}`}
              onClick={() => setRevoking(token)}
            >
              {say.revoke}
            </button>
          </li>
        ))}
      </ul>
      {making && <NewTokenDialog onClose={() => setMaking(false)} onMade={onDone} />}
      {revoking && (
        <SureDialog
          title={say.revokeTitle(revoking.name)}
          confirm={say.revoke}
          call={() => give(revokeAccessTokenDocument, { id: revoking.id })}
          onDone={() => {
            setRevoking(null)
            onDone()
          }}
          onClose={() => setRevoking(null)}
        >
          <p>{say.revokeText}</p>
        </SureDialog>
      )}
    </section>
  )
}
