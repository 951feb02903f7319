import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import type { Loaded } from '../ui/use-load'
import { identityMessages } from './messages'

/** Says that something is being read, or why it cannot be; nothing once it is there. */
export function LoadState({ loaded }: { readonly loaded: Pick<Loaded<unknown>, 'value' | 'problem'> }) {
  const say = useMessages(identityMessages)
  const { value, problem } = loaded
  if (problem)
    return (
      <p role="alert" className={css.failed}>
        {problem.code === 'NO_CONNECTION' ? say.noConnection : say.problem(problem.code)}
      </p>
    )
  return value === undefined ? <p role="status">{say.loading}</p> : null
}
