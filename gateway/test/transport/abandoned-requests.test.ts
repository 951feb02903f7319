import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'

const board = 'query ($id: ID!) { orderBoard(warehouseId: $id) { seq } }'
const policy = { assemblyMinutes: 60, cutOffs: [], amberMinutes: 20, redMinutes: 10 }
const setPolicy = `mutation ($id: ID!, $policy: SlaPolicyInput!) {
  setSlaPolicy(commandId: "${randomUUID()}", warehouseId: $id, policy: $policy) { __typename }
}`
const readPolicy = '{ warehouses { slaPolicy { assemblyMinutes } } }'

describe('a client that goes before its answer', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>
  let owner: pg.Client
  let id: string
  beforeAll(async () => {
    gateway = await startGateway()
    ;({ id } = await seedWarehouse(gateway.client))
    owner = new pg.Client({ connectionString: gateway.database.url })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await gateway.close()
  })

  const send = async (query: string, variables: object) => {
    const gone = new AbortController()
    const answer = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await gateway.tokens.of('anna')}` },
      body: JSON.stringify({ query, variables }),
      signal: gone.signal,
    })
    return { answer, go: () => gone.abort() }
  }
  const running = async (text: string) => {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active' AND query LIKE $1`,
      [`%${text}%`],
    )
    return rowCount
  }

  test('leaves no read behind: PostgreSQL is told to stop it, and nobody else’s', async () => {
    const { rows } = await owner.query<{ definition: string }>(
      `SELECT pg_get_functiondef('iso(timestamptz)'::regprocedure) AS definition`,
    )
    // A board that takes far longer than this test waits.
    await owner.query(`CREATE OR REPLACE FUNCTION iso(t TIMESTAMPTZ) RETURNS TEXT LANGUAGE plpgsql STABLE PARALLEL SAFE AS
      $$ BEGIN PERFORM pg_sleep(11); RETURN t::text; END $$`)
    const left = await send(board, { id })
    const stays = await send(board, { id })
    await expect.poll(() => running('WITH head AS')).toBe(2)
    left.go()
    await expect(left.answer).rejects.toThrow()
    await expect.poll(() => running('WITH head AS'), { timeout: 5_000 }).toBe(1)
    stays.go()
    await expect(stays.answer).rejects.toThrow()
    await expect.poll(() => running('WITH head AS'), { timeout: 5_000 }).toBe(0)
    await owner.query(rows[0]?.definition ?? '')
    expect(await gateway.client.data(board, { id })).toMatchObject({ orderBoard: { seq: 0 } })
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
    expect(metrics).toContain('kind="query",code="ABANDONED"} 2')
  })

  test('has its command done all the same', async () => {
    await owner.query('BEGIN')
    await owner.query('SELECT FROM warehouse WHERE id = $1 FOR UPDATE', [id])
    const left = await send(setPolicy, { id, policy })
    await expect
      .poll(async () => (await owner.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).rowCount)
      .toBe(1)
    left.go()
    await expect(left.answer).rejects.toThrow()
    await owner.query('ROLLBACK')
    await expect
      .poll(() => gateway.client.data(readPolicy))
      .toEqual({ warehouses: [{ slaPolicy: { assemblyMinutes: 60 } }] })
  })
})
