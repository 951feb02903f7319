import { createHash } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { SEAL_SIZE, sealChains } from '../../storage/audit/seal-chains.js'
import { type ChainReport, type KnownSeal, verifyChains } from '../../storage/audit/verify-chains.js'
import { commandOrders } from '../../storage/order/command-orders.js'
import { importOrders } from '../../storage/order/import-orders.js'
import { createUpkeep } from '../../storage/upkeep.js'
import { createWarehouse } from '../../storage/warehouse/create-warehouse.js'
import { setSlaPolicy } from '../../storage/warehouse/set-sla-policy.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { startGatewayOn } from '../support/server.js'
import { bringOrders, by, give, makeWarehouse, succeed, wbOrder } from '../support/warehouse.js'

let db: TestDatabase
beforeEach(async () => {
  db = await createDatabase()
  return () => db.close()
})

const verify = async (chain: string | null, known: readonly KnownSeal[] = []): Promise<ChainReport> => {
  for await (const report of verifyChains(db.deps, known)) if (report.warehouseId === chain) return report
  throw new Error(`there is no chain of ${chain}`)
}
const seal = async () => {
  while (await sealChains(db.deps));
}

/** A warehouse with some events and entries under two seals. */
const sealed = async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const [order] = await bringOrders(db.deps, account.id, [wbOrder(), wbOrder()])
  await seal()
  await give(db.deps, 'RELEASE', order!.id)
  await setSlaPolicy(db.deps, {
    ...by('anna'),
    warehouseId: warehouse.id,
    policy: { ...warehouse.slaPolicy, assemblyMinutes: 99 },
  })
  await seal()
  return { account, warehouse, order: order! }
}

test('the application can add to the trail and neither change nor remove what is there', async () => {
  await sealed()
  for (const table of ['audit_entry', 'audit_seal', 'order_event'])
    for (const statement of [`UPDATE ${table} SET at = now()`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(db.deps.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
})

test('what was written since the last seal is sealed, of warehouses and of the installation', async () => {
  const { warehouse } = await sealed()
  const report = await verify(warehouse.id)
  expect(report).toMatchObject({ head: { no: 2 }, unsealed: 0, forgotten: undefined, fault: undefined })
  expect(await verify(null)).toMatchObject({ head: { no: 1 }, unsealed: 0, fault: undefined })
  // With nothing new there is nothing to seal.
  await seal()
  expect((await verify(warehouse.id)).head).toEqual(report.head)
})

test('a hash is what sha256sum makes of the lines, here in another program', async () => {
  const { warehouse } = await sealed()
  const hashOf = async (from: string) => {
    const { rows } = await db.owner.query<{ line: string }>(`SELECT audit_line(x) AS line FROM ${from}`, [warehouse.id])
    expect(rows.length).toBeGreaterThan(0)
    return createHash('sha256')
      .update(rows.map(({ line }) => `${line}\n`).join(''))
      .digest('hex')
  }
  const { rows } = await db.owner.query(
    `SELECT encode(events_hash, 'hex') AS events, encode(entries_hash, 'hex') AS entries, encode(hash, 'hex') AS seal,
       (SELECT encode(previous, 'hex') FROM audit_seal WHERE chain = $1 AND no = 2) AS next
     FROM audit_seal WHERE chain = $1 AND no = 1`,
    [warehouse.id],
  )
  const seal = await hashOf('audit_seal x WHERE chain = $1 AND no = 1')
  expect(rows).toEqual([
    {
      events: await hashOf('order_event x WHERE warehouse_id = $1 AND seq <= 2 ORDER BY seq, at'),
      entries: await hashOf('audit_entry x WHERE chain = $1 AND seq <= 2 ORDER BY seq'),
      seal,
      next: seal,
    },
  ])
})

test.each([
  ['an event is changed', `UPDATE order_event SET actor = 'boris' WHERE seq = 3`, 'EVENTS', 2],
  [
    'an event is changed deep inside',
    `UPDATE order_event SET state = state || '{"reason":"x"}' WHERE seq = 1`,
    'EVENTS',
    1,
  ],
  ['an event is removed', 'DELETE FROM order_event WHERE seq = 2', 'EVENTS', 1],
  [
    'an event is put in',
    `INSERT INTO order_event SELECT warehouse_id, seq, at + interval '1 hour', epoch, order_id, type, before, state, 'boris' FROM order_event WHERE seq = 2`,
    'EVENTS',
    1,
  ],
  ['an entry is changed', `UPDATE audit_entry SET device = NULL WHERE action = 'SLA_POLICY_SET'`, 'ENTRIES', 2],
  ['an entry is removed', `DELETE FROM audit_entry WHERE action = 'ORDERS_IMPORTED'`, 'ENTRIES', 1],
  [
    'a seal is dated back',
    `UPDATE audit_seal SET at = at - interval '1 day' WHERE no = 1 AND last_event > 0`,
    'SEAL',
    1,
  ],
  ['a seal is removed', 'DELETE FROM audit_seal WHERE no = 1 AND last_event > 0', 'MISSING', 1],
])('%s: the first seal that does not fit is named', async (_, statement, is, no) => {
  const { warehouse } = await sealed()
  expect((await db.owner.query(statement)).rowCount).toBe(1)
  expect(await verify(warehouse.id)).toMatchObject({ fault: { is, no } })
})

test('a range that is sealed anew after a change does not fit the seal after it', async () => {
  const { warehouse } = await sealed()
  await db.owner.query(
    `UPDATE order_event SET actor = 'boris' WHERE seq = 1;
     UPDATE audit_seal s SET events_hash = (SELECT hash FROM audit_events_hash(s.chain, 0, s.last_event)) WHERE no = 1 AND last_event > 0;
     UPDATE audit_seal s SET hash = sha256(convert_to(audit_line(s) || chr(10), 'UTF8')) WHERE no = 1 AND last_event > 0`,
  )
  expect(await verify(warehouse.id)).toMatchObject({ fault: { is: 'SEAL', no: 2 } })
})

test('an end that was cut off is found by a seal that is known from before', async () => {
  const { warehouse } = await sealed()
  const { head } = await verify(warehouse.id)
  await db.owner.query(
    `DELETE FROM audit_seal WHERE no = 2; DELETE FROM order_event WHERE seq > 2; DELETE FROM audit_entry WHERE seq > 2; UPDATE stream_head SET seq = 2`,
  )
  expect((await verify(warehouse.id)).fault).toBeUndefined()
  expect(await verify(warehouse.id, [head!])).toMatchObject({ fault: { is: 'MISSING', no: 2 } })
})

test('what an open transaction writes is not passed by: it is sealed after its commit', async () => {
  const { account } = await makeWarehouse(db.deps)
  const late = await db.owner.connect()
  try {
    await late.query('BEGIN')
    const entry = { chain: '00000000-0000-0000-0000-000000000000', action: 'SELLER_ACCOUNT_CREATED' }
    const details = { subjectKind: 'SELLER_ACCOUNT', subjectId: account.id, details: {} }
    await late.query(`SELECT write_audit_entries($1, 'late', NULL, NULL, NULL)`, [
      JSON.stringify([{ ...entry, ...details }]),
    ])
    // Whoever comes meanwhile takes a number after it, so waits for it.
    const next = makeWarehouse(db.deps)
    await seal()
    expect(await verify(null)).toMatchObject({ head: { no: 1 }, unsealed: 0 })
    await late.query('COMMIT')
    await next
  } finally {
    late.release()
  }
  await seal()
  expect(await verify(null)).toMatchObject({ head: { no: 2 }, unsealed: 0, fault: undefined })
  const { rows } = await db.owner.query<{ actor: string }>(
    `SELECT actor FROM audit_entry WHERE chain = '00000000-0000-0000-0000-000000000000' ORDER BY seq`,
  )
  expect(rows.map(({ actor }) => actor)).toEqual(['anna', 'late', 'anna'])
})

test('entries of commands at once are numbered without a hole, and nobody waits for ever', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const { slaPolicy } = warehouse
  const second = { ...by('anna'), sellerAccountId: account.id, wbWarehouseId: '42', name: 'South', slaPolicy }
  const other = succeed(await createWarehouse(db.deps, { ...second, timeZone: 'Europe/Moscow' })).warehouse
  const ids = [warehouse.id, other.id]
  const brought = (warehouseIds: readonly number[]) => warehouseIds.map((warehouseId) => wbOrder({ warehouseId }))
  await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      n % 3 === 0
        ? setSlaPolicy(db.deps, {
            ...by('anna'),
            warehouseId: ids[n % 2]!,
            policy: { ...slaPolicy, assemblyMinutes: n + 1 },
          })
        : bringOrders(db.deps, account.id, brought(n % 2 === 0 ? [42, 658434] : [658434, 42])),
    ),
  )
  await seal()
  for (const id of ids) expect(await verify(id)).toMatchObject({ unsealed: 0, fault: undefined })
  const { rows } = await db.owner.query(
    'SELECT count(*)::int AS n, max(seq)::int AS last FROM audit_entry WHERE chain = ANY($1::uuid[]) GROUP BY chain',
    [ids],
  )
  // Made once, set four times, brought to sixteen times.
  expect(rows).toEqual([
    { n: 21, last: 21 },
    { n: 21, last: 21 },
  ])
})

test('several gateways seal one chain without a fork', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  for (let round = 0; round < 5; round += 1) {
    await bringOrders(db.deps, account.id, [wbOrder()])
    await Promise.all([1, 2, 3].map(() => createUpkeep(db.deps).sealAudit()))
    // Even past the lock that lets one at a time do it.
    await Promise.all([1, 2, 3].map(() => sealChains(db.deps)))
  }
  expect(await verify(warehouse.id)).toMatchObject({ head: { no: 5 }, unsealed: 0, fault: undefined })
})

test('two running gateways seal by themselves', async () => {
  const jobsEvery = { seals: 20 }
  const gateways = await Promise.all([1, 2].map(() => startGatewayOn(db.url, { jobsEvery })))
  try {
    const { account, warehouse } = await makeWarehouse(db.deps)
    for (const no of [1, 2, 3]) {
      await bringOrders(db.deps, account.id, [wbOrder()])
      await vi.waitFor(async () => {
        const report = await verify(warehouse.id)
        expect(report).toMatchObject({ unsealed: 0, fault: undefined })
        expect(report.head?.no).toBeGreaterThanOrEqual(no)
      }, 10_000)
    }
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()))
  }
})

test('a long log is sealed piece by piece', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const objects = Array.from({ length: 1_000 }, () => wbOrder())
  await bringOrders(db.deps, account.id, objects)
  await bringOrders(db.deps, account.id, [wbOrder()])
  expect(SEAL_SIZE).toBe(1_000)
  expect(await sealChains(db.deps)).toBe(true)
  expect(await sealChains(db.deps)).toBe(false)
  expect(await verify(warehouse.id)).toMatchObject({ head: { no: 2 }, unsealed: 0, fault: undefined })
})

test('what retention forgets is sealed first, and its seals stay links of the chain', async () => {
  const { account, warehouse } = await makeWarehouse(db.deps)
  const recordedAt = new Date(Date.now() - 100 * 86_400_000)
  const call = { ...by('anna'), recordedAt, sellerAccountId: account.id, orders: [wbOrder(), wbOrder()] }
  const { outcomes } = succeed(await importOrders(db.deps, call))
  await seal()
  await commandOrders(db.deps, { ...by('anna'), command: 'RELEASE', orderIds: [outcomes[0]!.order!.id] })

  await createUpkeep(db.deps).pruneEvents(90)
  const report = await verify(warehouse.id)
  const forgotten = { upTo: 2, sealedAt: expect.stringMatching(/Z$/) }
  expect(report).toMatchObject({ head: { no: 2 }, forgotten, unsealed: 0, fault: undefined })
  // The entries under the same seal are still there to be compared, and so is the link.
  await db.owner.query(`UPDATE audit_entry SET actor = 'boris' WHERE action = 'ORDERS_IMPORTED'`)
  expect(await verify(warehouse.id)).toMatchObject({ fault: { is: 'ENTRIES', no: 1 } })
  await db.owner.query(`UPDATE audit_entry SET actor = 'anna' WHERE action = 'ORDERS_IMPORTED'`)
  await db.owner.query(`UPDATE audit_seal SET events_hash = sha256('x') WHERE last_event = 2`)
  expect(await verify(warehouse.id)).toMatchObject({ fault: { is: 'SEAL', no: 1 } })
})
