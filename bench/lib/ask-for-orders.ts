import { setTimeout as pause } from 'node:timers/promises'
import type { Post } from './post.js'
import { timed } from './stats.js'

const query = 'query ($id: ID!) { order(id: $id) { id state availableCommands } }'
const everyMs = 10

/** What a picker's small queries took, ms: one after the other, with a short pause between, until then. */
export const askForOrders = async (
  post: Post,
  { token, ids }: { readonly token: string; readonly ids: readonly string[] },
  until: number,
): Promise<readonly number[]> => {
  const took: number[] = []
  for (let turn = 0; performance.now() < until; turn += 1) {
    const variables = { id: ids[turn % ids.length] }
    took.push(await timed(() => post({ query, variables }, { token })))
    await pause(everyMs)
  }
  return took
}
