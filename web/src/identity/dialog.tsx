import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Answer } from '../ui/give'
import { useMessages } from '../ui/preferences'
import css from './dialog.module.css'
import { ProblemText } from './form'
import formCss from './form.module.css'
import { identityMessages } from './messages'
import { useAction } from './use-action'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window over the page, the browser's own: it keeps the focus, and Escape closes it. */
export function Dialog({ title, onClose, children }: Props) {
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(function open() {
    const opener = document.activeElement
    const dialog = element.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={css.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

interface SureProps<Success> extends Props {
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
