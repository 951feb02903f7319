import type { Answer, Entry, Journal, JournalTrouble } from './entry'
import { type Database, durable, entriesFrom } from './store'

/** What the server answered to a delivery. */
export interface Delivered {
  readonly answers: readonly (Answer & { readonly seq: number })[]
  readonly expectedSeq: number
  readonly openParked: number
}

/** A number that was used for another act already: this phone has forgotten something that it had delivered. */
const USED = 'IDEMPOTENCY_KEY_REUSED'

/** A grant that is over sooner would not last for the shift. */
const SHIFT = 16 * 3_600_000

/** Delivered entries are kept for the screens, so many of each journal. */
const KEPT = 500

/** Enters an act. When the answer is there it is on the disk, and will be delivered; when it throws nothing has happened. */
export async function enterAct(
  database: Database,
  journalId: string,
  made: Pick<Entry, 'act' | 'commandId' | 'clientTime'>,
): Promise<Entry> {
  const tx = database.transaction(['journals', 'entries'], 'readwrite', durable)
  try {
    const journal = await tx.objectStore('journals').get(journalId)
    if (!journal) throw new Error(`no journal ${journalId}`)
    const entry: Entry = { ...made, journalId, seq: journal.lastSeq + 1, answer: null, seen: false }
    await tx.objectStore('entries').add(entry)
    await tx.objectStore('journals').put({ ...journal, lastSeq: entry.seq })
    await tx.done
    return entry
  } catch (error) {
    // A number that was given and has no act would be a hole: what was written so far is taken back.
    tx.done.catch(() => undefined)
    if (tx.error === null) tx.abort()
    throw error
  }
}

/** What is not delivered yet, the oldest first. */
export async function waitingEntries(database: Database, journal: Journal, limit: number): Promise<readonly Entry[]> {
  return database.getAll('entries', entriesFrom(journal.id, journal.expectedSeq), limit)
}

/**
 * Keeps what the server said. An act whose number was used up gets the next one, under its old `commandId`: it is neither
 * lost nor done twice. A hole that this phone has made is closed: the server has seen none of the numbers after it.
 */
export async function settleDelivery(
  database: Database,
  journalId: string,
  { answers, expectedSeq, openParked }: Delivered,
): Promise<void> {
  const tx = database.transaction(['journals', 'entries'], 'readwrite', durable)
  const entries = tx.objectStore('entries')
  const journal = await tx.objectStore('journals').get(journalId)
  if (!journal) return
  const anew: Entry[] = []
  for (const { seq, ...answer } of answers) {
    const entry = await entries.get([journalId, seq])
    if (!entry || entry.answer) continue
    if (answer.code === USED) {
      anew.push(entry)
      await entries.delete([journalId, seq])
    } else await entries.put({ ...entry, answer })
  }
  const waiting = [...(await entries.getAll(entriesFrom(journalId, expectedSeq))), ...anew]
  let lastSeq = expectedSeq - 1
  for (const entry of waiting) {
    lastSeq += 1
    if (entry.seq === lastSeq) continue
    if (entry.seq > lastSeq) await entries.delete([journalId, entry.seq])
    await entries.put({ ...entry, seq: lastSeq })
  }
  await tx.objectStore('journals').put({ ...journal, lastSeq, expectedSeq, openParked, trouble: null })
  await tx.done
}

/** Keeps why a journal cannot be delivered. */
export async function markTrouble(database: Database, journalId: string, trouble: JournalTrouble): Promise<void> {
  const tx = database.transaction('journals', 'readwrite', durable)
  const journal = await tx.store.get(journalId)
  if (journal) await tx.store.put({ ...journal, trouble })
  await tx.done
}

/**
 * Begins a journal that the server has opened. Acts of the same person that stand in one which the server knows no more go
 * on in the new one.
 */
export async function beginJournal(database: Database, opened: Journal): Promise<void> {
  const tx = database.transaction(['journals', 'entries'], 'readwrite', durable)
  const [journals, entries] = [tx.objectStore('journals'), tx.objectStore('entries')]
  let { lastSeq } = opened
  for (const old of await journals.getAll()) {
    if (old.personId !== opened.personId || old.trouble !== 'BAD_GRANT') continue
    for (const entry of await entries.getAll(entriesFrom(old.id, old.expectedSeq))) {
      await entries.delete([old.id, entry.seq])
      await entries.put({ ...entry, journalId: opened.id, seq: (lastSeq += 1) })
    }
    await journals.delete(old.id)
  }
  await journals.put({ ...opened, lastSeq })
  await tx.done
}

/** Marks what the server said as read. */
export async function markSeen(database: Database, { journalId, seq }: Entry): Promise<void> {
  const tx = database.transaction('entries', 'readwrite', durable)
  const entry = await tx.store.get([journalId, seq])
  if (entry) await tx.store.put({ ...entry, seen: true })
  await tx.done
}

/** The journal in which a person goes on here; null when a new one must be opened. Times in ms by the server's clock. */
export async function journalOf(database: Database, personId: string, warehouseId: string, now: number) {
  const all = await database.getAll('journals')
  const fits = (journal: Journal): boolean =>
    journal.personId === personId &&
    journal.warehouseId === warehouseId &&
    journal.trouble !== 'BAD_GRANT' &&
    Date.parse(journal.grantExpiresAt) - now > SHIFT
  return all.find(fits) ?? null
}

/** Forgets what is delivered: all but the newest entries, and journals whose time is over. Now by the server's clock, ms. */
export async function forgetDelivered(database: Database, now: number): Promise<void> {
  const tx = database.transaction(['journals', 'entries'], 'readwrite')
  const [journals, entries] = [tx.objectStore('journals'), tx.objectStore('entries')]
  for (const { id, lastSeq, expectedSeq, grantExpiresAt } of await journals.getAll()) {
    const over = expectedSeq > lastSeq && Date.parse(grantExpiresAt) < now
    const until = over ? lastSeq : expectedSeq - 1 - KEPT
    if (until > 0) await entries.delete(IDBKeyRange.bound([id, 0], [id, until]))
    if (over) await journals.delete(id)
  }
  await tx.done
}
