import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealChains } from '../../storage/audit/seal-chains.js'
import { seedOrder, seedWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'

let gateway: Awaited<ReturnType<typeof startGateway>>
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())

interface Entry {
  readonly id: string
  readonly at: string
  readonly warehouseId: string | null
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly action: string
  readonly subject: string
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
  readonly commandId: string | null
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string }
}
const query = `query ($warehouseId: ID, $filter: AuditFilter, $first: Int, $after: String) {
  auditTrail(warehouseId: $warehouseId, filter: $filter, first: $first, after: $after) {
    edges { cursor node { id at warehouseId actor device clientTime action subject subjectId details commandId } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`
const trail = async (variables: Readonly<Record<string, unknown>>): Promise<Page> =>
  (await gateway.client.data<{ auditTrail: Page }>(query, variables)).auditTrail
const actions = ({ edges }: Page) => edges.map(({ node }) => node.action)

const setPolicy = (warehouseId: string, assemblyMinutes: number, client = gateway.client, commandId = randomUUID()) =>
  client.data(
    `mutation ($commandId: UUID!, $warehouseId: ID!, $policy: SlaPolicyInput!) {
      setSlaPolicy(commandId: $commandId, warehouseId: $warehouseId, policy: $policy) { __typename }
    }`,
    { commandId, warehouseId, policy: { assemblyMinutes } },
  )

test('tells in one list who did what, from which device, newest first', async () => {
  const warehouse = await seedWarehouse(gateway.client)
  const order = await seedOrder(gateway.client.as('boris', 'TSD-7'), warehouse, { state: 'ACCEPTED' })
  const commandId = randomUUID()
  await setPolicy(warehouse.id, 90, gateway.client.as('Ольга', 'desk'), commandId)
  await setPolicy(warehouse.id, 90) // nothing changes

  const page = await trail({ warehouseId: warehouse.id })
  expect(actions(page)).toEqual([
    'SLA_POLICY_SET',
    'ACCEPTED',
    'ORDER_STATUSES_IMPORTED',
    'HANDED_OVER',
    'STAGED',
    'PACKED',
    'LABEL_ATTACHED',
    'PICKED',
    'CLAIMED',
    'RELEASED',
    'IMPORTED',
    'ORDERS_IMPORTED',
    'WAREHOUSE_CREATED',
  ])
  const [policy, accepted, statuses] = page.edges.map(({ node }) => node)
  expect(policy).toMatchObject({
    warehouseId: warehouse.id,
    actor: 'Ольга',
    device: 'desk',
    subject: 'WAREHOUSE',
    subjectId: warehouse.id,
    details: { before: warehouse.seed.slaPolicy, after: { assemblyMinutes: 90, cutOffs: [] } },
    commandId,
  })
  const change = { wbOrderId: order.wbOrderId, from: 'HANDED_OVER', to: 'ACCEPTED' }
  expect(accepted).toMatchObject({ actor: 'marketplace', subject: 'ORDER', subjectId: order.id, details: change })
  // What the marketplace's statuses did is its doing; who brought them is told beside it.
  expect(statuses).toMatchObject({
    actor: 'boris',
    device: 'TSD-7',
    commandId: accepted?.commandId,
    details: { events: 1, sellerAccountId: warehouse.sellerAccountId },
  })
  expect(new Set(page.edges.map(({ node }) => node.id)).size).toBe(page.edges.length)
})

test('tells the client’s own time beside the server’s', async () => {
  const warehouse = await seedWarehouse(gateway.client)
  const order = await seedOrder(gateway.client, warehouse)
  await gateway.client.data(
    `mutation ($id: ID!, $commandId: UUID!) {
      releaseOrders(commandId: $commandId, orderIds: [$id], clientTime: "2026-11-01T07:00:00.000Z") { __typename }
    }`,
    { id: order.id, commandId: randomUUID() },
  )
  const { edges } = await trail({ warehouseId: warehouse.id, first: 1 })
  expect(edges[0]?.node).toMatchObject({ action: 'RELEASED', clientTime: '2026-11-01T07:00:00.000Z' })
  expect(Math.abs(Date.parse(edges[0]?.node.at ?? '') - Date.now())).toBeLessThan(60_000)
})

test('what concerns no one warehouse has a trail of its own', async () => {
  const { sellerAccountId } = await seedWarehouse(gateway.client.as('vera'))
  const { edges } = await trail({ filter: { actor: 'vera' } })
  expect(edges.map(({ node }) => node)).toMatchObject([
    { action: 'SELLER_ACCOUNT_CREATED', warehouseId: null, subject: 'SELLER_ACCOUNT', subjectId: sellerAccountId },
  ])
})

test('pages follow one another while the trail grows, and show each entry once', async () => {
  const warehouse = await seedWarehouse(gateway.client)
  await seedOrder(gateway.client, warehouse, { state: 'PACKED' })
  for (const minutes of [61, 62, 63]) await setPolicy(warehouse.id, minutes)
  const whole = await trail({ warehouseId: warehouse.id })

  const seen: string[] = []
  let after: string | null = null
  for (let page = 0; ; page += 1) {
    const { edges, pageInfo }: Page = await trail({ warehouseId: warehouse.id, first: 3, after })
    expect(pageInfo.hasPreviousPage).toBe(after !== null)
    seen.push(...edges.map(({ node }) => node.id))
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage) break
    // New entries and events stand above every cursor.
    await setPolicy(warehouse.id, 100 + page)
    await seedOrder(gateway.client, warehouse)
  }
  expect(seen).toEqual(whole.edges.map(({ node }) => node.id))
})

test('is filtered by actor, action and time', async () => {
  const warehouse = await seedWarehouse(gateway.client)
  await seedOrder(gateway.client.as('boris'), warehouse, { state: 'PICKED' })
  await setPolicy(warehouse.id, 61, gateway.client.as('boris'))
  await seedOrder(gateway.client, warehouse, { state: 'RELEASED' })
  const of = async (filter: object) => actions(await trail({ warehouseId: warehouse.id, filter }))

  expect(await of({ actor: 'boris' })).toEqual([
    'DEADLINE_CHANGED',
    'SLA_POLICY_SET',
    'PICKED',
    'CLAIMED',
    'RELEASED',
    'IMPORTED',
    'ORDERS_IMPORTED',
  ])
  expect(await of({ action: 'RELEASED' })).toEqual(['RELEASED', 'RELEASED'])
  expect(await of({ action: 'RELEASED', actor: 'anna' })).toEqual(['RELEASED'])
  expect(await of({ action: 'SLA_POLICY_SET' })).toEqual(['SLA_POLICY_SET'])
  expect(await of({ actor: '' })).toEqual([])
  const { edges } = await trail({ warehouseId: warehouse.id })
  const { at } = edges.find(({ node }) => node.action === 'SLA_POLICY_SET')!.node
  const earlier = await of({ until: at })
  const later = await of({ since: at })
  expect([...later, ...earlier]).toEqual(edges.map(({ node }) => node.action))
  expect(later).toContain('SLA_POLICY_SET')
  expect(earlier).not.toContain('SLA_POLICY_SET')
})

test('a repeat and a refusal leave nothing', async () => {
  const warehouse = await seedWarehouse(gateway.client)
  const commandId = randomUUID()
  await setPolicy(warehouse.id, 61, gateway.client, commandId)
  await setPolicy(warehouse.id, 61, gateway.client, commandId)
  await setPolicy(warehouse.id, -1)
  expect(actions(await trail({ warehouseId: warehouse.id }))).toEqual(['SLA_POLICY_SET', 'WAREHOUSE_CREATED'])
})

test('tells how far the seals reach, and how many entries are newer', async () => {
  const { id: warehouseId } = await seedWarehouse(gateway.client)
  const sealing = async (id: string | null) =>
    (
      await gateway.client.data<{ auditSealing: { seal: { number: number; at: string } | null; unsealed: number } }>(
        'query ($id: ID) { auditSealing(warehouseId: $id) { seal { number at } unsealed } }',
        { id },
      )
    ).auditSealing
  await setPolicy(warehouseId, 61)
  expect(await sealing(warehouseId)).toEqual({ seal: null, unsealed: 2 })
  await sealChains(gateway.database.deps)
  const first = await sealing(warehouseId)
  expect(first).toEqual({ seal: { number: 1, at: expect.stringMatching(/Z$/) }, unsealed: 0 })
  expect(Math.abs(Date.parse(first.seal?.at ?? '') - Date.now())).toBeLessThan(60_000)

  await setPolicy(warehouseId, 62)
  expect(await sealing(warehouseId)).toEqual({ ...first, unsealed: 1 })
  await seedWarehouse(gateway.client)
  // The installation's own: a seller account was made.
  expect(await sealing(null)).toMatchObject({ unsealed: 1 })
  for (const id of [randomUUID(), 'x'])
    expect(
      (await gateway.client.send('query ($id: ID) { auditSealing(warehouseId: $id) { unsealed } }', { id })).errors?.[0]
        ?.extensions.code,
    ).toBe('UNKNOWN_WAREHOUSE')
})

test('refuses what cannot be asked', async () => {
  const { id: warehouseId } = await seedWarehouse(gateway.client)
  const { id: other } = await seedWarehouse(gateway.client)
  const { edges } = await trail({ warehouseId: other })
  const code = async (variables: object) =>
    (await gateway.client.send(query, { warehouseId, ...variables })).errors?.[0]?.extensions.code
  expect(await code({ warehouseId: randomUUID() })).toBe('UNKNOWN_WAREHOUSE')
  expect(await code({ warehouseId: 'x' })).toBe('UNKNOWN_WAREHOUSE')
  for (const first of [0, 101]) expect(await code({ first })).toBe('BAD_USER_INPUT')
  for (const after of ['', 'x', edges[0]?.cursor]) expect(await code({ after })).toBe('BAD_USER_INPUT')
  expect(await code({ filter: { actor: 'я'.repeat(201) } })).toBe('BAD_USER_INPUT')
})
