import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Post } from './post.js'
import { timed } from './stats.js'

interface Released {
  readonly id: string
  readonly barcode: string
}

/** A picker at work. */
export interface Picker {
  /** Looks at an order, claims and picks it, one after the other, until then: what looking and picking took, ms. */
  work(until: number): Promise<{ readonly look: readonly number[]; readonly pick: readonly number[] }>
  /** Throws when an order that was picked is not. */
  check(): Promise<void>
}

const look = 'query ($id: ID!) { order(id: $id) { id state availableCommands } }'
const claim =
  'mutation ($commandId: UUID!, $ids: [ID!]!) { claimOrders(commandId: $commandId, orderIds: $ids) { __typename } }'
const pick =
  'mutation ($commandId: UUID!, $id: ID!, $barcode: String!) { pickOrder(commandId: $commandId, orderId: $id, barcode: $barcode) { __typename } }'

/** A picker for all released orders of a warehouse. */
export const createPicker = async (pool: pg.Pool, post: Post, token: string, warehouseId: string): Promise<Picker> => {
  const { rows } = await pool.query<Released>(
    `SELECT o.id, b.barcode FROM orders o JOIN sku_barcode b ON b.sku_id = o.sku_id WHERE o.warehouse_id = $1 AND o.state = 'RELEASED'`,
    [warehouseId],
  )
  const picked: string[] = []
  const send = (query: string, variables: object) =>
    post({ query, variables: { ...variables, commandId: randomUUID() } }, { token })

  return {
    async work(until) {
      const took: { readonly look: number[]; readonly pick: number[] } = { look: [], pick: [] }
      while (performance.now() < until) {
        const order = rows.pop()
        if (!order) throw new Error('every order is picked')
        const { id, barcode } = order
        took.look.push(await timed(() => send(look, { id })))
        await send(claim, { ids: [id] })
        took.pick.push(await timed(() => send(pick, { id, barcode })))
        picked.push(id)
        await pause(20)
      }
      return took
    },
    async check() {
      const { rowCount } = await pool.query(`SELECT FROM orders WHERE id = ANY($1::uuid[]) AND state <> 'PICKED'`, [
        picked,
      ])
      if (rowCount !== 0) throw new Error(`${rowCount} orders were not picked`)
    },
  }
}
