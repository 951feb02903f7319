import { useEffect, useId, useRef, useState } from 'react'
import { give } from '../../ui/give'
import { useMessages } from '../../ui/preferences'
import { ProblemText } from '../form'
import formCss from '../../ui/form.module.css'
import { useAction } from '../../ui/use-action'
import { signInWithBadgeDocument } from './badge.documents'
import css from './badge-page.module.css'
import { badgeMessages } from './messages'

const LENGTH = 6
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Codes that are states of the page, not lines under a field. */
export type BadgeTrouble = 'BADGE_LOCKED' | 'DEVICE_REQUIRED'

interface Props {
  readonly badge: string
  readonly onDone: () => void
  readonly onTrouble: (trouble: BadgeTrouble) => void
  readonly onAnother: () => void
}

/** The PIN of a badge, by touch or by keyboard; the sixth digit sends it. */
export function EnterPin({ badge, onDone, onTrouble, onAnother }: Props) {
  const say = useMessages(badgeMessages)
  const id = useId()
  const action = useAction()
  const field = useRef<HTMLInputElement>(null)
  const [pin, setPin] = useState('')
  const { busy, problem } = action
  const code = problem?.code
  useEffect(function focus() {
    field.current?.focus()
  }, [])
  useEffect(
    function tell() {
      if (code === 'BADGE_LOCKED' || code === 'DEVICE_REQUIRED') onTrouble(code)
    },
    [code, onTrouble],
  )

  async function send(whole: string): Promise<void> {
    if (whole.length < LENGTH) return
    const done = await action.run(() => give(signInWithBadgeDocument, { badge, pin: whole }))
    if (done) onDone()
    else setPin('')
  }
  function change(text: string): void {
    if (busy) return
    const next = text.replaceAll(/\D/g, '').slice(0, LENGTH)
    setPin(next)
    if (next.length > pin.length) void send(next)
  }
  const wrong = code === 'BAD_CREDENTIALS'
  return (
    <form
      noValidate
      className={css.pin}
      onSubmit={(event) => {
        event.preventDefault()
        void send(pin)
      }}
    >
      <h1 className={css.title}>{say.pinTitle}</h1>
      <label htmlFor={id} className="visually-hidden">
        {say.pin}
      </label>
      <input
        ref={field}
        id={id}
        className={css.digits}
        type="password"
        // The keys below are larger than a phone's own, and a keyboard that is plugged in types here all the same.
        inputMode="none"
        autoComplete="off"
        value={pin}
        onChange={(event) => change(event.target.value)}
        aria-invalid={wrong}
        aria-describedby={`${id}-said`}
      />
      <p id={`${id}-said`} role={wrong ? 'alert' : undefined} className={wrong ? formCss.error : formCss.hint}>
        {busy ? say.entering : wrong ? say.wrong : say.pinHint}
      </p>
      <ProblemText problem={wrong ? null : problem} />
      <div className={css.keys}>
        {digits.map((digit) => (
          <button key={digit} type="button" className={css.key} onClick={() => change(pin + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={css.key} aria-label={say.erase} onClick={() => change(pin.slice(0, -1))}>
          ⌫
        </button>
        <button type="button" className={css.key} onClick={() => change(`${pin}0`)}>
          0
        </button>
        <button type="submit" className={css.key} data-kind="enter" aria-disabled={busy || pin.length < LENGTH}>
          {say.enter}
        </button>
      </div>
      <button type="button" className={formCss.secondary} onClick={onAnother}>
        {say.another}
      </button>
    </form>
  )
}
