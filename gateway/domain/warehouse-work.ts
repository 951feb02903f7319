/** How the work of a warehouse stands. */
export interface WarehouseWork {
  readonly id: string
  readonly name: string
  /** Live orders by state. */
  readonly states: Readonly<Record<string, number>>
  /** Live orders that are still to be handed over, by the bucket of their deadline. */
  readonly sla: Readonly<Record<string, number>>
  /** Orders picked, packed, handed over in the last 60 minutes. */
  readonly done: Readonly<Record<string, number>>
  /** Age of the oldest order that is NEW, s; 0: there is none. */
  readonly oldestUnreleased: number
}

/** The warehouses' work, and the database that it stands in. */
export interface Work {
  readonly warehouses: readonly WarehouseWork[]
  readonly databaseBytes: number
  readonly connections: number
  readonly maxConnections: number
}
