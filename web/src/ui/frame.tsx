import type { ReactNode } from 'react'
import { PageHeader } from './page-header'
import css from './panel.module.css'
import type { Viewer } from './viewer'

interface Props {
  readonly title: string
  readonly viewer: Viewer | null | undefined
  readonly children: ReactNode
}

/** A page of panels: its head, its title, and what is on it. */
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
