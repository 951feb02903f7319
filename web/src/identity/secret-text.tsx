import { useId, useRef, useState } from 'react'
import { useMessages } from '../ui/preferences'
import css from '../ui/form.module.css'
import { identityMessages } from './messages'

/** A text that is shown once, and a button that copies it. */
export function SecretText({ label, text }: { readonly label: string; readonly text: string }) {
  const say = useMessages(identityMessages)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  async function copy(): Promise<void> {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      setSaid(say.copied)
    } catch {
      // Not over plain HTTP, and not where it is forbidden: the text is selected, the keys still work.
      setSaid(say.copyByKeys)
    }
  }
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <div className={css.line}>
        <input
          ref={field}
          id={id}
          className={css.input}
          value={text}
          readOnly
          spellCheck={false}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className={css.primary} onClick={() => void copy()}>
          {say.copy}
        </button>
      </div>
      <p role="status" className={css.hint}>
        {said}
      </p>
    </div>
  )
}
