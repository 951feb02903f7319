import type { Entry } from '../journal/entry'
import { type Database, durable, entriesFrom } from '../journal/store'
import type { Known } from '../model/put-backs'
import type { Work } from '../model/work'
import type { PhoneState } from './state'
import type { Who } from './who'

/** What the phone remembers beside the journals; all of it is the person's who works here. */
interface Views {
  readonly who: Who
  readonly journalId: string
  readonly work: Work
  readonly known: readonly Known[]
}

/** What becomes of views; null forgets one. */
export type ViewsChange = { readonly [K in keyof Views]?: Views[K] | null }

/** What is on the disk, as the screens want it. */
export type Stored = Pick<PhoneState, 'who' | 'journalId' | 'work' | 'known' | 'journals' | 'entries'>

/** Orders that are remembered: more than anybody holds in a shift. */
const KNOWN = 1_000

/** Reads all that is kept. */
export async function loadStored(database: Database): Promise<Stored> {
  const tx = database.transaction(['views', 'journals', 'entries'])
  const views = tx.objectStore('views')
  const [who, journalId, work, known, journals] = await Promise.all([
    views.get('who') as Promise<Who | undefined>,
    views.get('journalId') as Promise<string | undefined>,
    views.get('work') as Promise<Work | undefined>,
    views.get('known') as Promise<readonly Known[] | undefined>,
    tx.objectStore('journals').getAll(),
  ])
  const entries: readonly Entry[] =
    journalId === undefined ? [] : await tx.objectStore('entries').getAll(entriesFrom(journalId, 0))
  return {
    ...{ who: who ?? null, journalId: journalId ?? null, work: work ?? null, journals, entries },
    known: new Map((known ?? []).map((one) => [one.order.id, one])),
  }
}

/** Keeps views; null forgets one. */
export async function keepViews(database: Database, change: ViewsChange): Promise<void> {
  const tx = database.transaction('views', 'readwrite', durable)
  for (const [name, value] of Object.entries(change))
    await (value === null ? tx.store.delete(name) : tx.store.put(value, name))
  await tx.done
}

/** Forgets what the screens showed somebody: the next person sees none of it. Journals stay. */
export const clearViews = (database: Database): Promise<void> => database.clear('views')

/** What is known of orders, with what was just told. */
export function withTold(
  known: ReadonlyMap<string, Known>,
  { stops }: Pick<Work, 'stops'>,
): ReadonlyMap<string, Known> {
  const all = new Map(known)
  for (const { cell, sku, tasks } of stops)
    for (const { order, cancelled } of tasks) {
      // What was told last stands last: the oldest are forgotten first.
      all.delete(order.id)
      all.set(order.id, { order, sku, cell, cancelled, read: known.get(order.id)?.read ?? false })
    }
  return new Map([...all].slice(-KNOWN))
}
