import { randomUUID } from 'node:crypto'
import type { Browser } from '../../identity/browser.js'
import { documents, type OpenJournal, type Submitted } from '../floor.js'
import type { ModelAct } from './oracle.js'
import type { Network } from './script.js'

/** Where a phone is when it sends: the same session at either gateway. */
export type Doors = readonly Browser[]

interface Entry {
  readonly seq: number
  readonly commandId: string
  readonly clientTime: string
}

/** A phone with its person’s journal. */
export interface Phone {
  readonly person: string
  /** Every journal that it has had, the present one last. */
  readonly journals: readonly string[]
  readonly known: number[]
  do(act: ModelAct | 'NEXT', order: { readonly id: string; readonly barcode: string }): void
  /** Sends what it believes to be undelivered, at most 100, through such a network. */
  send(network: Network, random: () => number): Promise<void>
  /** Sends until nothing is left. */
  drain(): Promise<void>
  reinstall(): Promise<void>
  /** Answers that contradict each other: there must be none. */
  readonly contradictions: readonly string[]
}

const cell = 'M-1'

const nextAfter: Partial<Readonly<Record<ModelAct, ModelAct>>> = { pick: 'pack', pack: 'stage' }

const entryOf = (act: ModelAct, order: { readonly id: string; readonly barcode: string }) => {
  if (act === 'pick' || act === 'putBack') return { [act]: { orderId: order.id, barcode: order.barcode, cell } }
  if (act === 'pack') return { pack: { orderId: order.id, barcode: order.barcode } }
  return { [act]: { orderId: order.id } }
}

/** A permutation that depends on the numbers alone. */
const shuffle = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

export const startPhone = async (person: string, doors: Doors, warehouseId: string): Promise<Phone> => {
  const open = () => doors[0]!.give<OpenJournal>(documents.open, { warehouseId })
  let { journal, grant } = await open()
  const journals = [journal.id]
  let entries: Entry[] = []
  let delivered = 0
  const lastActs = new Map<string, ModelAct>()
  const answers = new Map<string, string>()
  const contradictions: string[] = []

  const hear = ({ answers: told, expectedSeq }: Submitted, of: string) => {
    if (of === journal.id) delivered = Math.max(delivered, expectedSeq - 1)
    for (const { repeated: _repeated, ...answer } of told) {
      const key = `${of} ${answer.seq}`
      const said = JSON.stringify(answer)
      const first = answers.get(key) ?? said
      answers.set(key, first)
      if (first !== said) contradictions.push(`${key}: ${first} and then ${said}`)
    }
  }
  /** One delivery; undefined: the network or the server was away. */
  const deliver = async (door: Browser, commands: readonly Entry[]): Promise<Submitted | undefined> => {
    const { data, errors } = await door.send<{ r: Submitted }>(documents.submit, {
      journalId: journal.id,
      grant,
      sentAt: new Date().toISOString(),
      commands,
    })
    if (!errors && data?.r.code === undefined && data) return data.r
    const code = errors?.[0]?.extensions.code ?? data?.r.code
    if (code !== 'UNAVAILABLE' && code !== 'OUTCOME_UNKNOWN') throw new Error(`a delivery failed: ${code}`)
    return undefined
  }
  const batch = () => entries.slice(delivered, delivered + 100)

  return {
    person,
    journals,
    known: [],
    contradictions,
    do(wanted, order) {
      const last = lastActs.get(order.id)
      const act = wanted === 'NEXT' ? ((last && nextAfter[last]) ?? 'pick') : wanted
      lastActs.set(order.id, act)
      const seq = entries.length + 1
      const entry = { seq, commandId: randomUUID(), clientTime: new Date().toISOString(), ...entryOf(act, order) }
      entries = [...entries, entry]
    },
    async send({ copies, lost, shuffled, torn, crashed }, random) {
      if (crashed) delivered = 0
      const pending = torn ? batch().slice(1) : batch()
      if (pending.length === 0) return
      const sent = shuffled ? shuffle(pending, random) : pending
      const of = journal.id
      const replies = await Promise.all(
        Array.from({ length: copies }, () => deliver(doors[Math.floor(random() * doors.length)]!, sent)),
      )
      for (const reply of replies) if (reply && !lost) hear(reply, of)
    },
    async drain() {
      while (delivered < entries.length) {
        const reply = await deliver(doors[0]!, batch())
        if (reply) hear(reply, journal.id)
      }
    },
    async reinstall() {
      ;({ journal, grant } = await open())
      journals.push(journal.id)
      entries = []
      delivered = 0
    },
  }
}
