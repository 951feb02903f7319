import { demoAccountName } from '../../prisma/seed/warehouses.js'
import type { DemoAccount } from './demo-storage.js'

/** What a database is to the demo. */
export type DemoState =
  | { readonly is: 'EMPTY' }
  /** Somebody's real accounts and no demo: it is left alone. */
  | { readonly is: 'REAL' }
  | { readonly is: 'FILLED'; readonly account: DemoAccount }
  /** A filling up to `until` was begun and did not end: it must be done again. */
  | { readonly is: 'UNFINISHED'; readonly account: DemoAccount; readonly until: Date }

// The mark of an unfinished filling is the account's name: it is written with the account and taken away with one
// statement at the end, and it tells the instant that the plan of the filling follows from.
const mark = `${demoAccountName}, заполняется до `

/** The account's name while it is being filled up to an instant. */
export const unfinishedName = (until: Date): string => `${mark}${until.toISOString()}`

/** Reads from the accounts of a database whether it is empty, the demo's, or somebody's. */
export const demoState = (accounts: readonly DemoAccount[]): DemoState => {
  const account = accounts.find(({ demo }) => demo)
  if (account === undefined) return accounts.length === 0 ? { is: 'EMPTY' } : { is: 'REAL' }
  const until = new Date(account.name.startsWith(mark) ? account.name.slice(mark.length) : Number.NaN)
  return Number.isNaN(until.getTime()) ? { is: 'FILLED', account } : { is: 'UNFINISHED', account, until }
}
