import type { ReactNode } from 'react'
import { PageHeader } from '../ui/page-header'
import { useMessages } from '../ui/preferences'
import type { Loaded } from '../ui/use-load'
import type { Viewer } from '../ui/viewer'
import { identityMessages } from './messages'
import css from './panel.module.css'

interface Props {
  readonly title: string
  readonly viewer: Viewer | null | undefined
  readonly children: ReactNode
}

/** A page of this part: its head, its title, and what is on it. */
export function Frame({ title, viewer, children }: Props) {
  return (
    <div className={css.page}>
      <title>{`${title} · WB Assistant`}</title>
      <PageHeader viewer={viewer}>
        <a href="/" className={css.home}>
          WB Assistant
        </a>
      </PageHeader>
      <main>{children}</main>
    </div>
  )
}

/** Says that something is being read, or why it cannot be; nothing once it is there. */
export function LoadState({ loaded }: { readonly loaded: Pick<Loaded<unknown>, 'value' | 'problem'> }) {
  const say = useMessages(identityMessages)
  const { value, problem } = loaded
  if (problem)
    return (
      <p role="alert" className={css.failed}>
        {problem.code === 'NO_CONNECTION' ? say.noConnection : say.problem(problem.code)}
      </p>
    )
  return value === undefined ? <p role="status">{say.loading}</p> : null
}
