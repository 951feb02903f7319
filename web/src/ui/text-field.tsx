import {
  type InputHTMLAttributes,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import css from './form.module.css'
import { type Language, useMessages } from './preferences'

const words = {
  ru: { show: 'Показать', hide: 'Скрыть' },
  en: { show: 'Show', hide: 'Hide' },
} satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Puts the focus on a field when it becomes wrong. */
export function useFocusOnError(field: RefObject<HTMLElement | null>, error: string | null | undefined): void {
  useEffect(
    function focusOnError() {
      if (error) field.current?.focus()
    },
    [field, error],
  )
}

/** What a field is called, holds and says. */
export interface FieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'inputMode' | 'type'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  /** What is wrong with the value; the focus goes there when it comes up. */
  readonly error?: string | null
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text with its name above, and what is asked of it or wrong with it below. */
export function TextField({ label, value, onChange, hint, error, ref, type = 'text', ...rest }: FieldProps) {
  const id = useId()
  const say = useMessages(words)
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
