import { lazy } from 'react'
import { part } from './part'

const load = () => import('../identity')

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
