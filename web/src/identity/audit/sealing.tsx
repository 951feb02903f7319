import type { AuditTrailQuery } from '../../gql/graphql'
import { formatInstant } from '../../ui/format'
import { useMessages, usePreferences } from '../../ui/preferences'
import panelCss from '../../ui/panel.module.css'
import css from './audit-page.module.css'
import { auditMessages } from './messages'

interface Props {
  readonly sealing: AuditTrailQuery['auditSealing']
  /** Undefined: that of this screen. */
  readonly timeZone: string | undefined
}

/** What of a trail is under seal, and what is not yet. That the seals fit is not for this page to say. */
export function Sealing({ sealing: { seal, unsealed }, timeZone }: Props) {
  const say = useMessages(auditMessages)
  const { language } = usePreferences()
  return (
    <div className={css.sealing}>
      <p>{seal ? say.sealed(seal.number, formatInstant(language, seal.at, timeZone), unsealed) : say.noSeal}</p>
      <p className={panelCss.dim}>
        {say.verify} <code>npm run audit:verify</code>.
      </p>
    </div>
  )
}
