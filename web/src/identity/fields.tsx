import { useId, useRef } from 'react'
import css from '../ui/form.module.css'
import { useMessages } from '../ui/preferences'
import { type FieldProps, TextField, useFocusOnError } from '../ui/text-field'
import { identityMessages } from './messages'

interface SelectProps extends Pick<FieldProps, 'label' | 'value' | 'onChange' | 'error'> {
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
export function CodeField(props: Pick<FieldProps, 'value' | 'onChange' | 'error' | 'ref'>) {
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
