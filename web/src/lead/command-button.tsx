import css from '../ui/form.module.css'
import { useMessages } from '../ui/preferences'
import { leadMessages } from './messages'
import type { Command } from './use-command'

interface Props {
  readonly command: Pick<Command<never, unknown>, 'busy' | 'repeats'>
  readonly text: string
  /** What is read aloud, where several buttons have the same text. */
  readonly label?: string
  readonly kind?: 'primary' | 'secondary' | 'danger'
  readonly onPress?: () => void
}

/** Gives a command; says that it is under way, and offers to repeat one that was not answered. Without onPress it submits. */
export function CommandButton({ command, text, label, kind = 'secondary', onPress }: Props) {
  const say = useMessages(leadMessages)
  const { busy, repeats } = command
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      className={css[kind]}
      aria-disabled={busy}
      aria-label={busy || repeats ? undefined : label}
      onClick={onPress}
    >
      {busy ? say.working : repeats ? say.repeat : text}
    </button>
  )
}
