import type { JournalCommand } from '../../gql/graphql'

type ActKind = Exclude<keyof JournalCommand, 'seq' | 'commandId' | 'clientTime' | 'stage'>

/** What a person did with one unit, as it goes into the journal: a fact, with what was scanned. The contract's own shapes. */
export type Act = {
  [K in ActKind]: { readonly kind: K; readonly orderId: string } & Omit<NonNullable<JournalCommand[K]>, 'orderId'>
}[ActKind]
