import type { ReactNode } from 'react'
import type { Problem } from '../ui/give'
import { formatAge } from '../ui/format'
import { useMessages } from '../ui/preferences'
import { serverNow } from '../ui/request'
import { useEachSecond } from '../ui/ticker'
import css from '../ui/form.module.css'
import { identityMessages } from './messages'
import type { Action } from '../ui/use-action'

const waitOf = (problem: Problem | null): number =>
  problem?.retryAt ? Math.max(0, Math.floor((Date.parse(problem.retryAt) - serverNow()) / 1_000)) : 0

/** What is in the way, in words; with the wait, where waiting helps. */
export function ProblemText({ problem }: { readonly problem: Problem | null }) {
  const say = useMessages(identityMessages)
  const wait = useEachSecond(() => waitOf(problem))
  if (!problem) return null
  if (problem.retryAt === null)
    return (
      <p role="alert" className={css.problem}>
        {say.problem(problem.code)}
      </p>
    )
  return (
    <div className={css.problem}>
      <p role="alert">{wait > 0 ? say.problem(problem.code) : say.tryNow}</p>
      {wait > 0 && (
        <p className={css.wait} role="timer">
          {say.waitFor(formatAge(wait * 1_000))}
        </p>
      )}
    </div>
  )
}

const noFields: readonly string[] = []

interface Props {
  readonly action: Action
  readonly submit: string
  readonly onSubmit: () => void
  /** Codes of problems that a field of this form shows itself. */
  readonly atFields?: readonly string[]
  readonly children: ReactNode
  /** Beside the button that submits. */
  readonly beside?: ReactNode
}

/** A form whose faults are said in our words and the screen's language, never by the browser's own bubbles. */
export function Form({ action, submit, onSubmit, atFields = noFields, children, beside }: Props) {
  const { busy, problem } = action
  const say = useMessages(identityMessages)
  const waiting = useEachSecond(() => waitOf(problem) > 0)
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !waiting) onSubmit()
      }}
    >
      {children}
      <ProblemText problem={problem && atFields.includes(problem.code) ? null : problem} />
      <div className={css.buttons}>
        {/* A button that is switched off would lose the focus: it stays, and does nothing for a while. */}
        <button type="submit" className={css.primary} aria-disabled={busy || waiting}>
          {busy ? say.working : submit}
        </button>
        {beside}
      </div>
    </form>
  )
}
