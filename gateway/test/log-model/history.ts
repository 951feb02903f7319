/** What became of one order in one command, as its giver was told. */
export type Fate = 'done' | 'refused'

/** A command or raw transaction as its writer knows it at the end. */
export interface Act {
  readonly id: string
  /** Events for each order that it is done for. */
  readonly rounds: number
  /** Known: each order's fate. Unknown: nothing, or all of it (a transaction is whole). */
  readonly outcome:
    | { readonly known: true; readonly orders: ReadonlyMap<string, Fate> }
    /** `whole`: how many orders it touches when it happens at all; undefined where some may have been refused. */
    | { readonly known: false; readonly whole?: number }
  /** Version of an order as the acknowledgement showed it. */
  readonly versions: ReadonlyMap<string, number>
}

/** A complete snapshot that a board was given. */
export interface SeenPicture {
  readonly warehouseId: string
  readonly filter: string
  readonly seq: number
  readonly digest: string
}

/** Everything that is judged after the run, in memory. */
export interface History {
  readonly acts: Map<string, Act>
  readonly pictures: SeenPicture[]
  /** For each warehouse: what followers of orderEvents were given for a seq, as checksums of the bytes and of the facts. */
  readonly delivered: ReadonlyMap<string, Delivered>
}

export interface Delivered {
  readonly bytes: Map<number, number>
  readonly facts: Map<number, number>
  /** The whole order of every hundredth event. */
  readonly samples: Map<number, string>
}

/** Nothing has happened yet. */
export const createHistory = (warehouseIds: readonly string[]): History => ({
  acts: new Map(),
  pictures: [],
  delivered: new Map(warehouseIds.map((id) => [id, { bytes: new Map(), facts: new Map(), samples: new Map() }])),
})
