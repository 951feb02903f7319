import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog'
import formCss from '../ui/form.module.css'
import { useMessages } from '../ui/preferences'
import { CommandButton } from './command-button'
import { leadMessages } from './messages'
import { ProblemLine } from './panel'
import type { Command } from './use-command'

interface Props {
  readonly title: string
  readonly confirm: string
  readonly kind: 'primary' | 'danger'
  readonly command: Pick<Command<never, unknown>, 'busy' | 'repeats' | 'problem'>
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks for what a command needs, or whether it is meant, and gives it; Enter of a scanner gives it too. */
export function SureDialog({ title, confirm, kind, command, onConfirm, onClose, children }: Props) {
  const say = useMessages(leadMessages)
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        className={formCss.form}
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {children}
        <ProblemLine problem={command.problem} />
        <div className={formCss.buttons}>
          <CommandButton command={command} kind={kind} text={confirm} />
          <button type="button" className={formCss.secondary} onClick={onClose}>
            {say.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
