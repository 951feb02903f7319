import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANALYST_ROLE, createPool } from '../../storage/pool.js'
import { createLog } from '../../transport/log.js'
import { seedOrder, type SeededOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'
import { seedFloor } from './walk/seed-floor.js'
import { within } from './within.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let north: SeededWarehouse
let south: SeededWarehouse
let order: SeededOrder
let owner: pg.Pool
const logged: string[] = []

beforeAll(async () => {
  const lines = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  started = await startWithAdmin({ log: createLog('error', lines) })
  url = started.gateway.url
  owner = started.gateway.database.owner
  const { client } = started
  north = await seedWarehouse(client)
  south = await seedWarehouse(client)
  order = await seedOrder(client, north, { state: 'CLAIMED' })
  await seedOrder(client, south, { state: 'CLAIMED' })
  for (const [walkOrder, warehouse] of [north, south].entries())
    await seedFloor(client, warehouse, { walkOrder, onShift: false })
})
afterAll(() => started.gateway.close())

const invited = (name: string, role: string, warehouseId: string | null = north.id) =>
  invite(url, started.admin, { name, roles: [{ role, warehouseId }] })

const tokenOf = async (browser: Browser, scopes: readonly string[] = ['READ']) => {
  const { secret } = await browser.give(mutations.createAccessToken, { name: 'x', scopes, days: 1 })
  return { authorization: `Bearer ${secret}` }
}

describe('the analysts’ role', () => {
  let role: pg.Pool
  beforeAll(() => {
    role = createPool(started.gateway.database.url, { role: ANALYST_ROLE, max: 1 })
  })
  afterAll(() => role.end())

  const tables = [
    ...['seller_account', 'warehouse', 'product', 'sku', 'sku_barcode', 'orders', 'wb_mirror', 'claim'],
    ...['stream_head', 'order_event', 'order_state'],
    ...['storage_cell', 'stock_level', 'stock_movement', 'recount'],
  ]
  /** How many rows of each table it sees in a transaction with that setting. */
  const seen = async (warehouses: string | undefined) => {
    const client = await role.connect()
    try {
      await client.query('BEGIN')
      if (warehouses !== undefined) await client.query(`SELECT set_config('wba.warehouses', $1, true)`, [warehouses])
      const counts: Record<string, number> = {}
      for (const table of tables) counts[table] = (await client.query(`SELECT FROM ${table}`)).rowCount ?? 0
      return counts
    } finally {
      await client.query('COMMIT')
      client.release()
    }
  }
  const all = async () => {
    const counts: Record<string, number> = {}
    for (const table of tables) counts[table] = (await owner.query(`SELECT FROM ${table}`)).rowCount ?? 0
    return counts
  }
  const sum = (a: Record<string, number>, b: Record<string, number>) =>
    Object.fromEntries(tables.map((table) => [table, (a[table] ?? 0) + (b[table] ?? 0)]))

  test('sees rows of the warehouses of its transaction, whatever the statement asks for, and else none', async () => {
    const none = Object.fromEntries(tables.map((table) => [table, 0]))
    const ofNorth = await seen(north.id)
    expect(Object.values(ofNorth).every((count) => count > 0)).toBe(true)
    expect(sum(ofNorth, await seen(south.id))).toEqual(await all())
    expect(await seen(`${north.id},${south.id}`)).toEqual(await all())
    expect(await seen('all')).toEqual(await all())
    // The setting went with its transaction.
    for (const nothing of [undefined, '', randomUUID(), "' OR true --"]) expect(await seen(nothing)).toEqual(none)
  })

  test('writes nothing, and reads neither people nor the trail nor a day of the log past its policy', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname = 'public' AND relkind IN ('r', 'p', 'v') ORDER BY 1`,
    )
    for (const { name } of rows) {
      const deletes = role.query(`DELETE FROM ${name}`)
      await expect(deletes, name).rejects.toThrow(/permission denied|cannot delete from view/)
      const reads = role.query(`SELECT FROM ${name}`)
      if (tables.includes(name)) await reads
      else await expect(reads, name).rejects.toThrow('permission denied')
    }
    await expect(role.query('CREATE TABLE x (a int)')).rejects.toThrow('permission denied')
  })

  test('is the only one that policies hold: the application passes them by, or is let through', async () => {
    const { rows } = await owner.query(`SELECT rolbypassrls FROM pg_roles WHERE rolname = 'wba_app'`)
    expect(rows).toEqual([{ rolbypassrls: true }])
    // Rights are inherited, to pass policies by is not: as on a database whose owner may not give that.
    const held = `wba_held_${randomUUID().slice(0, 8)}`
    await owner.query(`CREATE ROLE ${held} NOLOGIN; GRANT wba_app TO ${held}`)
    const client = await owner.connect()
    try {
      await client.query(`BEGIN; SET LOCAL ROLE ${held}`)
      for (const [table, count] of Object.entries(await all()))
        expect([table, (await client.query(`SELECT FROM ${table}`)).rowCount]).toEqual([table, count])
      expect((await client.query('UPDATE orders SET version = version + 1')).rowCount).toBe((await all())['orders'])
    } finally {
      await client.query('ROLLBACK')
      client.release()
      await owner.query(`DROP ROLE ${held}`)
    }
  })
})

const board = 'query ($id: ID!) { orderBoard(warehouseId: $id) { orders { id } } }'
const queries = `query ($id: ID!, $order: ID!) {
  warehouses { id } sellerAccounts { id } orderBoard(warehouseId: $id) { orders { id } throughput { picked } }
  order(id: $order) { id timeline { seq } } orders(filter: { warehouseId: $id }) { edges { node { id } } }
}`

describe('through the front door', () => {
  test('analysts and tokens are answered what others are', async () => {
    const variables = { id: north.id, order: order.id }
    const manager = (await invited('Менеджер', 'MANAGER')).browser
    const analyst = (await invited('Аналитик', 'ANALYST')).browser
    const expected = await manager.send(queries, variables)
    expect(JSON.stringify(expected.data)).toContain(order.id)
    expect(await analyst.send(queries, variables)).toEqual(expected)
    expect(await createBrowser(url, await tokenOf(manager)).send(queries, variables)).toEqual(expected)
    // Somebody with rights everywhere sees everything there too.
    const everywhere = createBrowser(url, await tokenOf(started.admin))
    expect((await everywhere.send('{ warehouses { id } }')).data?.['warehouses']).toHaveLength(2)
  })

  describe('while each instant takes long, or says who asks', () => {
    let before: string
    beforeAll(async () => {
      const { rows } = await owner.query<{ text: string }>(
        `SELECT pg_get_functiondef('iso(timestamptz)'::regprocedure) AS text`,
      )
      before = rows[0]?.text ?? ''
    })
    afterAll(async () => {
      await owner.query(before)
    })
    const instead = (body: string) =>
      owner.query(`CREATE OR REPLACE FUNCTION iso(t TIMESTAMPTZ) RETURNS TEXT LANGUAGE plpgsql STABLE PARALLEL SAFE AS
        $$ BEGIN ${body} RETURN to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'); END $$`)

    /** A query with a token, that can be given up. */
    const ask = (token: Readonly<Record<string, string>>) => {
      const gone = new AbortController()
      const answer = fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...token },
        body: JSON.stringify({ query: board, variables: { id: north.id } }),
        signal: gone.signal,
      }).then(async (response) => (await response.json()) as { errors?: { extensions: { code: string } }[] })
      answer.catch(() => undefined)
      return { answer, go: () => gone.abort() }
    }
    const running = async () => {
      const { rowCount } = await owner.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'wba analysts'
           AND state = 'active' AND query LIKE '%WITH head AS%'`,
      )
      return rowCount ?? 0
    }

    test('they read as their role, may only read, and for 30 s at most; others as the application', async () => {
      await instead(
        `RAISE EXCEPTION 'as %, read only %, for %', current_user, current_setting('default_transaction_read_only'), current_setting('statement_timeout');`,
      )
      const told = async (browser: Browser) => {
        logged.length = 0
        expect((await browser.send(board, { id: north.id })).errors).toMatchObject([
          { extensions: { code: 'INTERNAL' } },
        ])
        return /as \w+, read only \w+, for \w+/.exec(logged.join())?.[0]
      }
      const analyst = (await invited('читает', 'ANALYST')).browser
      const manager = (await invited('ведёт', 'MANAGER')).browser
      const asAnalyst = 'as wba_analyst, read only on, for 30s'
      expect(await told(analyst)).toBe(asAnalyst)
      expect(await told(createBrowser(url, await tokenOf(manager)))).toBe(asAnalyst)
      const asOthers = 'as wba_app, read only off, for 12s'
      expect(await told(manager)).toBe(asOthers)
      // A program that works on the floor waits for no analyst.
      expect(await told(createBrowser(url, await tokenOf(manager, ['READ', 'FLOOR'])))).toBe(asOthers)
    })

    test('a pool that they exhaust holds up nobody on the floor, and what they give up is stopped', async () => {
      await instead(`IF current_user = 'wba_analyst' THEN PERFORM pg_sleep(25); END IF;`)
      const tokens = []
      for (const name of ['раз', 'два', 'три']) tokens.push(await tokenOf((await invited(name, 'ANALYST')).browser))
      const asked = tokens.flatMap((token) => [ask(token), ask(token)])
      await expect.poll(running).toBe(4)
      const picker = (await invited('Сборщик', 'PICKER')).browser
      const pick = `mutation ($id: ID!) { r: pickOrder(commandId: "${randomUUID()}", orderId: $id, barcode: "x") { ... on Refusal { code } } }`
      expect(await within(2_000, picker.give(pick, { id: order.id }))).toEqual({ code: 'FOREIGN_CLAIM' })
      expect(await running()).toBe(4)
      for (const { go } of asked) go()
      await expect.poll(running, { timeout: 5_000 }).toBe(0)
    })

    test('two reads of a person run at a time, 20 wait, and more are refused', async () => {
      await instead(`IF current_user = 'wba_analyst' THEN PERFORM pg_sleep(25); END IF;`)
      const token = await tokenOf((await invited('жадный', 'ANALYST')).browser)
      const asked = Array.from({ length: 23 }, () => ask(token))
      const first = await Promise.race(asked.map(({ answer }) => answer))
      expect(first.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS' } }])
      await expect.poll(running).toBe(2)
      // Nobody else waits for them.
      const other = ask(await tokenOf((await invited('скромный', 'ANALYST')).browser))
      await expect.poll(running).toBe(3)
      for (const { go } of [...asked, other]) go()
      await expect.poll(running, { timeout: 5_000 }).toBe(0)
    })
  })
})
