import type { Pool } from 'pg'

/**
 * Why searching Russian text is slow or blind on this database; undefined when it is not. pg_trgm asks the database's
 * LC_CTYPE what is a letter: with plain C no Cyrillic one is, and `orders(filter: { text })` cannot use its index.
 */
export const russianSearchFault = async (pool: Pick<Pool, 'query'>): Promise<string | undefined> => {
  const { rows } = await pool.query<{ knows: boolean; ctype: string }>(
    `SELECT show_trgm('привет') <> '{}' AS knows, datctype AS ctype FROM pg_database WHERE datname = current_database()`,
  )
  const [row] = rows
  return !row || row.knows
    ? undefined
    : `LC_CTYPE of this database is ${row.ctype}: searching orders by Russian text cannot use its index and is slow. ` +
        'Make the database with LC_CTYPE C.UTF-8 or ru_RU.UTF-8.'
}
