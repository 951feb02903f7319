import { lazy } from 'react'
import { part } from './part'

/** `/lead` */
export const LeadPage = part(lazy(async () => ({ default: (await import('../lead')).LeadPage })))
