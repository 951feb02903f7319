import { type ComponentType, Suspense } from 'react'
import css from './home-page.module.css'
import { PartBoundary } from './part-boundary'

/** A page that is loaded when somebody goes there: the board on the wall loads none of it. */
export const part = <Props extends object>(Page: ComponentType<Props>) =>
  function LazyPage(props: Props) {
    return (
      <PartBoundary>
        <Suspense fallback={<main className={css.page} aria-busy />}>
          <Page {...props} />
        </Suspense>
      </PartBoundary>
    )
  }
