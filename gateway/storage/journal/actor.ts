import type { Rights } from '../../domain/person/rights.js'

/** Whose act it is, in which journal, and by whose rights it is done. */
export interface Actor {
  readonly name: string
  readonly device: string | null
  readonly journalId: string
  readonly warehouseId: string
  readonly rights: Rights
  readonly commandId: string
  readonly clientTime: Date | null
  /** Whether a shift lead says that the act is right: then it needs neither a claim nor those that wait before it. */
  readonly vouched: boolean
}
