import { type ComponentType, lazy, Suspense } from 'react'
import css from './home-page.module.css'
import { PartBoundary } from './part-boundary'

// A part of its own: the board on the wall loads none of it.
const load = () => import('../identity')

const part = (Page: ComponentType) =>
  function LazyPage() {
    return (
      <PartBoundary>
        <Suspense fallback={<main className={css.page} aria-busy />}>
          <Page />
        </Suspense>
      </PartBoundary>
    )
  }

/** `/sign-in` */
export const SignInPage = part(lazy(async () => ({ default: (await load()).SignInPage })))
/** `/account` */
export const AccountPage = part(lazy(async () => ({ default: (await load()).AccountPage })))
/** `/people` */
export const PeoplePage = part(lazy(async () => ({ default: (await load()).PeoplePage })))
/** `/pair` */
export const PairPage = part(lazy(async () => ({ default: (await load()).PairPage })))
/** `/devices` */
export const DevicesPage = part(lazy(async () => ({ default: (await load()).DevicesPage })))
/** `/badge` */
export const BadgePage = part(lazy(async () => ({ default: (await load()).BadgePage })))
/** `/audit` */
export const AuditPage = part(lazy(async () => ({ default: (await load()).AuditPage })))
