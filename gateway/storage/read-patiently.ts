import type pg from 'pg'
import { whenAvailable } from './database-error.js'

const PATIENCE_MS = 12_000

/** The types of `pg` do not know that a query may have a time-out of its own. */
type PatientQuery = pg.QueryConfig & { readonly query_timeout: number }

/**
 * One read that may take longer than the pool's statements may, on a busy machine: a board of 20,000 orders. Throws
 * UnavailableError.
 */
export const readPatiently = <Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  query: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> =>
  whenAvailable(async () => {
    const client = await pool.connect()
    let failed = true
    try {
      await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${PATIENCE_MS}`)
      const patient: PatientQuery = { ...query, query_timeout: PATIENCE_MS + 1_000 }
      const result = await client.query<Row>(patient)
      await client.query('COMMIT')
      failed = false
      return result
    } finally {
      // A connection with a failed transaction is not given back.
      client.release(failed)
    }
  })
