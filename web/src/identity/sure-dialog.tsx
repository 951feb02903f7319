import { Dialog, type DialogProps } from '../ui/dialog'
import formCss from '../ui/form.module.css'
import type { Answer } from '../ui/give'
import { useMessages } from '../ui/preferences'
import { useAction } from '../ui/use-action'
import { ProblemText } from './form'
import { identityMessages } from './messages'

interface SureProps<Success> extends DialogProps {
  readonly confirm: string
  readonly call: () => Promise<Answer<Success>>
  readonly onDone: (success: Success) => void
}

/** Asks whether somebody means what they have pressed, and does it. */
export function SureDialog<Success>({ title, children, confirm, call, onDone, onClose }: SureProps<Success>) {
  const say = useMessages(identityMessages)
  const { busy, problem, run } = useAction()
  async function act(): Promise<void> {
    const done = await run(call)
    if (done !== null) onDone(done)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <ProblemText problem={problem} />
      <div className={formCss.buttons}>
        <button type="button" className={formCss.secondary} onClick={onClose}>
          {say.cancel}
        </button>
        <button type="button" className={formCss.danger} aria-disabled={busy} onClick={() => void act()}>
          {busy ? say.working : confirm}
        </button>
      </div>
    </Dialog>
  )
}
