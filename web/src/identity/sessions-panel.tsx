import { formatMoment } from '../ui/format'
import { give } from '../ui/give'
import { useMessages, usePreferences } from '../ui/preferences'
import { endSessionDocument } from '../ui/viewer.documents'
import type { OwnSession } from './account-page'
import { browserName } from './browser-name'
import { ProblemText } from './form'
import formCss from '../ui/form.module.css'
import { identityMessages } from './messages'
import css from '../ui/panel.module.css'
import { useAction } from '../ui/use-action'

interface Props {
  readonly sessions: readonly OwnSession[]
  readonly ownId: string | null
  readonly onDone: () => void
}

/** The browsers that one is signed in with. */
export function SessionsPanel({ sessions, ownId, onDone }: Props) {
  const say = useMessages(identityMessages)
  const { language } = usePreferences()
  const action = useAction()
  async function end(id: string): Promise<void> {
    const done = await action.run(() => give(endSessionDocument, { id }))
    if (done?.own) location.assign('/')
    else if (done) onDone()
  }
  return (
    <section className={css.panel}>
      <h2>{say.sessionsTitle}</h2>
      <ProblemText problem={action.problem} />
      <ul className={css.list}>
        {sessions.map(({ id, agent, createdAt, lastSeenAt }) => (
          <li key={id} className={css.row} data-session={id === ownId ? 'own' : 'other'}>
            <div className={css.about}>
              <b>{browserName(agent) || say.unknownBrowser}</b>{' '}
              {id === ownId && (
                <span className={css.badge} data-kind="own">
                  {say.thisSession}
                </span>
              )}
              <p className={css.dim}>
                {say.session(formatMoment(language, createdAt), formatMoment(language, lastSeenAt))}
              </p>
            </div>
            <button
              type="button"
              className={formCss.secondary}
              aria-label={`${say.endSession}: ${browserName(agent) || say.unknownBrowser}`}
              aria-disabled={action.busy}
              onClick={() => void end(id)}
            >
              {say.endSession}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
