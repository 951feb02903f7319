import type { QueryConfig } from 'pg'

/**
 * A prepared statement on orders by their ids; `text` says `id IN IDS`, and `$2` and so on for what
 * else it takes. One id has a statement of its own: its general plan
 * costs what a special one does, so PostgreSQL keeps it, while a list of unknown length is planned anew every time (2 ms,
 * more than all else in a command together).
 */
export const byIds = (
  name: string,
  text: string,
  ids: readonly string[],
  more: readonly unknown[] = [],
): QueryConfig =>
  ids.length === 1
    ? { name: `${name}-1`, text: text.replace('IN IDS', '= $1::uuid'), values: [ids[0], ...more] }
    : { name, text: text.replace('IN IDS', '= ANY($1::uuid[])'), values: [[...ids], ...more] }
