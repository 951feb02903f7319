import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry, Journal } from './entry'

interface Schema extends DBSchema {
  journals: { key: string; value: Journal }
  entries: { key: [string, number]; value: Entry }
  /** What the screens show of the server: cleared for the next person. */
  views: { key: string; value: unknown }
}

/** The phone's own database. */
export type Database = IDBPDatabase<Schema>

const VERSION = 1

/**
 * Opens it. `closed` is called when it is gone under our hands: the phone has thrown it away, or a newer app in another tab
 * wants to change it.
 */
export const openStore = (name: string, closed: () => void): Promise<Database> =>
  openDB<Schema>(name, VERSION, {
    upgrade(database) {
      database.createObjectStore('journals', { keyPath: 'id' })
      database.createObjectStore('entries', { keyPath: ['journalId', 'seq'] })
      database.createObjectStore('views')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      closed()
    },
    terminated: closed,
  })

/** All entries of a journal from a number on, in their order. */
export const entriesFrom = (journalId: string, seq: number): IDBKeyRange =>
  IDBKeyRange.bound([journalId, seq], [journalId, Number.MAX_SAFE_INTEGER])

/** Written to the disk when it says so, and not only handed to the system. */
export const durable = { durability: 'strict' } as const
