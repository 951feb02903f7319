/** How large a run of the model is; only the number of events differs between a quick run and a long one. */
export interface ModelSize {
  /** At least so many events are committed. */
  readonly events: number
  readonly warehouses: number
  readonly ordersPerWarehouse: number
  readonly rawWriters: number
  readonly commandWriters: number
  /** Followers of `orderEvents` and of boards, for each warehouse. */
  readonly eventFollowers: number
  readonly boards: number
  /** The events are spread over at least this time, so that the faults meet them, ms. */
  readonly stormMs: number
  /** Orders that one raw transaction changes, at most. */
  readonly batch: number
  /** Share of raw transactions that dawdle with their rows locked. */
  readonly slow: number
  /** How often PostgreSQL is killed. */
  readonly databaseCrashes: number
  /** How long followers may take to catch up after the last event, ms. */
  readonly catchUpMs: number
}

/** The size of a run with so many events: 20,000 take about half a minute, a million a quarter of an hour. */
export const sizeFor = (events: number): ModelSize => ({
  events,
  warehouses: 3,
  ordersPerWarehouse: 160,
  rawWriters: 6,
  commandWriters: 4,
  eventFollowers: events > 200_000 ? 2 : 3,
  boards: 4,
  stormMs: Math.min(22_000 + (events - 20_000) / 1.5, 240_000),
  batch: 60,
  // Each holds up whoever wants its rows: a long run has enough of them with fewer, and ends before the night.
  slow: events > 200_000 ? 0.01 : 0.05,
  databaseCrashes: events > 20_000 ? Math.ceil(events / 100_000) + 1 : 1,
  catchUpMs: 60_000 + events / 10,
})
