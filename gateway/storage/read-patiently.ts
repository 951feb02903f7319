import type pg from 'pg'
import { type ReadDeps, readRows } from './stoppable-read.js'

const PATIENCE_MS = 12_000

/** The types of `pg` do not know that a query may have a time-out of its own. */
type PatientQuery = pg.QueryConfig & { readonly query_timeout: number }

/**
 * One read that may take longer than the pool's statements may, on a busy machine: a board of 20,000 orders. Throws
 * UnavailableError, InputError ABANDONED.
 */
export const readPatiently = <Row extends pg.QueryResultRow>(
  deps: ReadDeps,
  query: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> => {
  // Whoever has a transaction of their own has its time limits too.
  if (deps.opening !== undefined) return readRows(deps, query)
  const opening = `BEGIN READ ONLY; SET LOCAL statement_timeout = ${PATIENCE_MS}`
  const patient: PatientQuery = { ...query, query_timeout: PATIENCE_MS + 1_000 }
  return readRows({ ...deps, opening }, patient)
}
