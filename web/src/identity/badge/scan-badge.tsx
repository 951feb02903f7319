import { useState } from 'react'
import { useMessages } from '../../ui/preferences'
import { TextField } from '../../ui/text-field'
import formCss from '../../ui/form.module.css'
import css from './badge-page.module.css'
import { isBadge } from '../../ui/badge-text'
import { badgeMessages } from './messages'
import { useScanner } from './use-scanner'

/** Waits for a badge: from a scanner, or by hand. */
export function ScanBadge({ onBadge }: { readonly onBadge: (badge: string) => void }) {
  const say = useMessages(badgeMessages)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  useScanner(onBadge)
  return (
    <>
      <div className={css.scan}>
        <span className={css.target} aria-hidden />
        <h1 className={css.title}>{say.scanTitle}</h1>
        <p>{say.scanText}</p>
      </div>
      <form
        noValidate
        className={formCss.form}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isBadge(text.trim())) onBadge(text.trim())
        }}
      >
        <TextField
          label={say.byHand}
          hint={say.byHandHint}
          type="password"
          value={text}
          onChange={setText}
          autoComplete="off"
          error={tried && !isBadge(text.trim()) ? say.notBadge : null}
        />
        <button type="submit" className={formCss.secondary}>
          {say.next}
        </button>
      </form>
    </>
  )
}
