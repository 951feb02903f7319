import type { Entry, Journal, JournalTrouble } from './entry'
import { type Delivered, markTrouble, settleDelivery, waitingEntries } from './journal'
import type { Database } from './store'

/** What the server may say to a delivery: an answer, or that it takes nothing of this journal. Throws when there is none. */
export type Submit = (journal: Journal, entries: readonly Entry[]) => Promise<Delivered | JournalTrouble>

/** At most so many commands a call. */
const BATCH = 100
/** A server that takes nothing and says nothing against it: some rounds, then later again. */
const FRUITLESS = 3

/**
 * Delivers a journal until nothing waits. A lost answer is thrown by `submit`: the same commands go again at the next try,
 * and the server knows them. After a gap it goes on from the number that the server expects.
 */
async function deliverJournal(database: Database, id: string, submit: Submit): Promise<void> {
  let fruitless = 0
  for (;;) {
    const journal = await database.get('journals', id)
    if (!journal || journal.expectedSeq > journal.lastSeq) return
    const entries = await waitingEntries(database, journal, BATCH)
    const said = await submit(journal, entries)
    if (typeof said === 'string') {
      await markTrouble(database, id, said)
      return
    }
    await settleDelivery(database, id, said)
    fruitless = said.expectedSeq === journal.expectedSeq ? fruitless + 1 : 0
    if (fruitless === FRUITLESS) throw new Error(`the server stays at ${said.expectedSeq}`)
  }
}

/** Delivers every journal of this device. One that fails holds up no other; throws the first fault at the end. */
export async function deliverAll(database: Database, submit: Submit): Promise<void> {
  const faults: unknown[] = []
  for (const { id } of await database.getAll('journals'))
    await deliverJournal(database, id, submit).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
