import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useMessages } from '../../ui/preferences'
import { workMessages } from '../messages'
import css from './sheet.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question or a list over the screen, within the thumb's reach; Escape and the button close it. */
export function Sheet({ title, onClose, children }: Props) {
  const say = useMessages(workMessages)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(function show() {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={css.close} aria-label={say.close} onClick={onClose}>
          ✕
        </button>
      </div>
      <div className={css.body}>{children}</div>
    </dialog>
  )
}
