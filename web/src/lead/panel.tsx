import type { ReactNode } from 'react'
import formCss from '../ui/form.module.css'
import type { Problem } from '../ui/give'
import css from '../ui/panel.module.css'
import { useMessages } from '../ui/preferences'
import leadCss from './lead-page.module.css'
import { leadMessages } from './messages'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A part of the page with its name; the counts at the top lead to it. */
export function Panel({ id, title, children }: Props) {
  return (
    <section id={id} className={`${css.panel} ${leadCss.part}`} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

/** What stands in a command's way, in words. */
export function ProblemLine({ problem }: { readonly problem: Problem | null }) {
  const say = useMessages(leadMessages)
  if (!problem) return null
  return (
    <p role="alert" className={formCss.problem}>
      {say.problem(problem.code)}
    </p>
  )
}
