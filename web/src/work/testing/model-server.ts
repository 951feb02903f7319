import type { Entry, Journal, JournalTrouble } from '../journal/entry'
import type { Delivered } from '../journal/journal'

/** What the server promises of a journal, in a few lines: each number once, the first answer again, nothing after a gap. */
export class ModelServer {
  /** Commands that were done, in their order. */
  readonly done: string[] = []
  readonly #answers = new Map<string, Map<number, { commandId: string; answer: Delivered['answers'][number] }>>()
  /** What is asked of chance next: whether the request is lost, whether the answer is. */
  fate: () => 'ARRIVES' | 'REQUEST_LOST' | 'ANSWER_LOST' = () => 'ARRIVES'

  readonly submit = async (journal: Journal, entries: readonly Entry[]): Promise<Delivered | JournalTrouble> => {
    const fate = this.fate()
    if (fate === 'REQUEST_LOST') throw new TypeError('network')
    const taken = this.#answers.get(journal.id)
    if (!taken) return 'BAD_GRANT'
    const answers: Delivered['answers'][number][] = []
    for (const { seq, commandId } of entries) {
      if (seq > taken.size + 1) break
      const first = taken.get(seq)
      if (!first) {
        const answer = { seq, ...said('DONE', null) }
        taken.set(seq, { commandId, answer })
        if (!this.done.includes(commandId)) this.done.push(commandId)
        answers.push(answer)
      } else if (first.commandId === commandId) answers.push(first.answer)
      else answers.push({ seq, ...said('REFUSED', 'IDEMPOTENCY_KEY_REUSED') })
    }
    if (fate === 'ANSWER_LOST') throw new TypeError('network')
    return { answers, expectedSeq: taken.size + 1, openParked: 0 }
  }

  readonly open = (journalId: string): void => void this.#answers.set(journalId, new Map())
  /** Forgets a journal, as a restored backup does. */
  readonly forget = (journalId: string): void => void this.#answers.delete(journalId)
}

/** An answer with nothing to tell. */
export const said = (status: 'DONE' | 'REFUSED', code: string | null) =>
  ({ status, outcome: null, code, advice: null, orderVersion: null, putBack: false }) as const
