import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import { Sheet } from './sheet'
import { problemText, type Server } from './use-server'
import css from './work.module.css'

interface Props {
  readonly question: string
  readonly server: Server
  /** Null where it cannot be done now, and the question says why. */
  readonly onYes: (() => void) | null
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back, and says what stood in its way. */
export function Confirm({ question, server, onYes, onClose }: Props) {
  const say = useMessages(workMessages)
  return (
    <Sheet title={question} onClose={onClose}>
      {server.problem && (
        <p role="alert" className={css.fault}>
          {problemText(server.problem, say)}
        </p>
      )}
      <div className={css.row}>
        <button type="button" className={css.secondary} onClick={onClose}>
          {onYes ? say.no : say.close}
        </button>
        {onYes && (
          <button type="button" className={css.primary} aria-disabled={server.busy} onClick={onYes}>
            {server.busy ? say.busy : say.yes}
          </button>
        )}
      </div>
    </Sheet>
  )
}
