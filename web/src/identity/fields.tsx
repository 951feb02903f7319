import { type InputHTMLAttributes, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { useMessages } from '../ui/preferences'
import { useFocusOnError } from './form'
import css from './form.module.css'
import { identityMessages } from './messages'

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'inputMode' | 'type'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** What is wrong with the value; the focus goes there when it comes up. */
  readonly error?: string | null
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text with its name above, and what is asked of it or wrong with it below. */
export function TextField({ label, value, onChange, hint, error, ref, type = 'text', ...rest }: Props) {
  const id = useId()
  const say = useMessages(identityMessages)
  const own = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(false)
  useFocusOnError(own, error)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => own.current)
  const secret = type === 'password'
  // What a phone would make of it is not what was meant.
  const exact = secret || rest.autoComplete === 'username'
  const told = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <div className={css.line}>
        <input
          {...rest}
          ref={own}
          id={id}
          className={css.input}
          type={secret && shown ? 'text' : type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoCapitalize={exact ? 'none' : undefined}
          spellCheck={exact ? false : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={told || undefined}
        />
        {secret && (
          <button
            type="button"
            className={css.reveal}
            aria-label={`${shown ? say.hide : say.show}: ${label}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? say.hide : say.show}
          </button>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface SelectProps extends Pick<Props, 'label' | 'value' | 'onChange' | 'error'> {
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly hint?: string | undefined
}

/** One of several things by name; the first line, that nothing is chosen, is there until something is. */
export function SelectField({ label, value, onChange, options, hint, error }: SelectProps) {
  const id = useId()
  const say = useMessages(identityMessages)
  const own = useRef<HTMLSelectElement>(null)
  useFocusOnError(own, error)
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <div className={css.line}>
        <select
          ref={own}
          id={id}
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={Boolean(error)}
          aria-describedby={error || hint ? `${id}-said` : undefined}
        >
          {value === '' && <option value="">{say.notChosen}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      </div>
      {(error || hint) && (
        <p id={`${id}-said`} className={error ? css.error : css.hint}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

/** Six digits of an authenticator. */
export function CodeField(props: Pick<Props, 'value' | 'onChange' | 'error' | 'ref'>) {
  const say = useMessages(identityMessages)
  return (
    <TextField
      {...props}
      label={say.code}
      hint={say.codeHint}
      // People paste "123 456".
      onChange={(text) => props.onChange(text.replaceAll(/\D/g, '').slice(0, 6))}
      autoComplete="one-time-code"
      inputMode="numeric"
    />
  )
}

/** A box to tick, with its name. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <span className={css.hint}> {hint}</span>}
      </span>
    </label>
  )
}
