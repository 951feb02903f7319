import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGateway } from '../support/server.js'

describe('a gateway is ready', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>
  beforeAll(async () => {
    gateway = await startGateway({ limits: { pictureReadyWithin: 2_000 } })
  })
  afterAll(() => gateway.close())

  const ready = async () => {
    const response = await fetch(`${gateway.url}/health/ready`)
    const { reasons } = (await response.json()) as { reasons: string[] }
    return { status: response.status, reasons }
  }
  const patiently = { timeout: 20_000 }
  const isReady = { status: 200, reasons: [] }

  test('beside a newer version, whose migrations it does not know; not when one of its own is missing', async () => {
    const { owner } = gateway.database
    await expect.poll(ready, patiently).toEqual(isReady)
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', '', '99991231000000_newer', now())`,
    )
    expect(await ready()).toEqual(isReady)
    await owner.query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '20261122000000_init'`)
    expect(await ready()).toEqual({
      status: 503,
      reasons: ['the database lacks 1 migration(s), from 20261122000000_init on: run the migration step'],
    })
    await owner.query(`UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = '20261122000000_init'`)
    expect(await ready()).toEqual(isReady)
  })

  test('not while the live picture is old, and it stays live', async () => {
    const { owner } = gateway.database
    // What the log's reader reads, and nobody else here.
    await owner.query('REVOKE SELECT ON rights_head FROM wba_app')
    await expect
      .poll(ready, patiently)
      .toEqual({ status: 503, reasons: [expect.stringMatching(/^the live picture is \d+ s old$/) as unknown] })
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200)
    await owner.query('GRANT SELECT ON rights_head TO wba_app')
    await expect.poll(ready, patiently).toEqual(isReady)
  })
})
