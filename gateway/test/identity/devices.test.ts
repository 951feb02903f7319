import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedOrder, type SeededOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let north: SeededWarehouse
let south: SeededWarehouse
let order: SeededOrder
let manager: Browser
beforeAll(async () => {
  // Times are changed behind the gateway's back here: it must look each time.
  started = await startWithAdmin({ limits: { viewerKeptFor: 0 } })
  url = started.gateway.url
  const client = started.client
  north = await seedWarehouse(client)
  south = await seedWarehouse(client)
  order = await seedOrder(client, north)
  const roles = [{ role: 'MANAGER', warehouseId: north.id }]
  manager = (await invite(url, started.admin, { name: 'Менеджер', roles })).browser
})
afterAll(() => started.gateway.close())

const sql = (text: string, values: readonly unknown[] = []) => started.gateway.database.owner.query(text, [...values])
/** Forgets when devices asked and what was typed, so that a test need not wait. */
const later = async () => {
  await sql(`UPDATE pairing SET asked_at = asked_at - interval '5 seconds'`)
  await sql('DELETE FROM throttle')
}

/** A screen that is let in, and the id of its device. */
const pair = async (by = manager, warehouseId = north.id) => {
  const screen = createBrowser(url)
  const { deviceCode, userCode } = await screen.give(mutations.startPairing)
  await later()
  const approved = await by.give(mutations.approvePairing, { userCode, name: 'Доска у ворот', warehouseId })
  expect(approved).toEqual({ kind: 'BOARD' })
  const done = await screen.give(mutations.finishPairing, { deviceCode })
  if (!done.device) throw new Error(JSON.stringify(done))
  return { screen, deviceCode, id: done.device.id }
}

describe('pairing a board', () => {
  test('takes a code on the screen and a manager’s word; the screen then keeps a cookie', async () => {
    const screen = createBrowser(url)
    const { deviceCode, userCode = '' } = await screen.give(mutations.startPairing)
    expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    expect(await screen.give(mutations.finishPairing, { deviceCode })).toMatchObject({ code: 'PAIRING_PENDING' })
    expect(await screen.give(mutations.finishPairing, { deviceCode })).toMatchObject({ code: 'SLOW_DOWN' })
    const typed = userCode.toLowerCase().replace('-', ' ')
    const call = { userCode: typed, name: 'Доска', warehouseId: north.id }
    expect(await manager.give(mutations.approvePairing, call)).toEqual({ kind: 'BOARD' })
    await later()
    expect(await screen.give(mutations.finishPairing, { deviceCode })).toHaveProperty('device')
    expect(screen.setCookies.join()).toMatch(/^wba-device-\d+=[\w-]{43}; .*HttpOnly; SameSite=Strict$/)
    const own = await screen.send('{ device { kind name warehouseId approvedBy } me { sessionId } }')
    expect(own.data).toEqual({
      device: { kind: 'BOARD', name: 'Доска', warehouseId: north.id, approvedBy: null },
      me: null,
    })
    const stored = JSON.stringify([(await sql('SELECT * FROM device')).rows, (await sql('SELECT * FROM pairing')).rows])
    expect(stored).not.toContain(deviceCode)
  })

  test('a code is good once, for ten minutes, and only where the manager manages', async () => {
    const { screen, deviceCode } = await pair()
    await later()
    expect(await createBrowser(url).give(mutations.finishPairing, { deviceCode })).toMatchObject({ code: 'BAD_CODE' })
    const { deviceCode: second, userCode } = await screen.give(mutations.startPairing)
    const call = { userCode, name: 'x', warehouseId: north.id }
    expect(await manager.give(mutations.approvePairing, { ...call, warehouseId: south.id })).toMatchObject({
      code: 'UNKNOWN_WAREHOUSE',
    })
    await sql(`UPDATE pairing SET expires_at = now()`)
    expect(await manager.give(mutations.approvePairing, call)).toMatchObject({ code: 'BAD_CODE' })
    expect(await screen.give(mutations.finishPairing, { deviceCode: second })).toMatchObject({ code: 'BAD_CODE' })
    const { userCode: used } = await screen.give(mutations.startPairing)
    expect(await manager.give(mutations.approvePairing, { ...call, userCode: used })).toHaveProperty('kind')
    await later()
    expect(await manager.give(mutations.approvePairing, { ...call, userCode: used })).toMatchObject({
      code: 'BAD_CODE',
    })
  })

  test('is for managers with a fresh proof of identity, who may try five codes a minute', async () => {
    const { userCode } = await createBrowser(url).give(mutations.startPairing)
    const call = { userCode, name: 'x', warehouseId: north.id }
    const roles = [{ role: 'SHIFT_LEAD', warehouseId: north.id }]
    const lead = (await invite(url, started.admin, { name: 'Старший', roles })).browser
    expect(await lead.give(mutations.approvePairing, call)).toMatchObject({ code: 'NOT_ALLOWED' })
    const { errors } = await createBrowser(url).send(mutations.approvePairing, call)
    expect(errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED')

    await later()
    const codes = []
    for (let i = 0; i < 8; i += 1)
      codes.push((await manager.give(mutations.approvePairing, { ...call, userCode: `BBBB-BBB${'BCDFGHJK'[i]}` })).code)
    expect(codes).toEqual([...Array<string>(5).fill('BAD_CODE'), ...Array<string>(3).fill('TOO_MANY_TRIES')])
    await later()
    await sql(`UPDATE session SET authenticated_at = now() - interval '11 minutes'`)
    expect(await manager.give(mutations.approvePairing, call)).toMatchObject({ code: 'CONFIRM_IDENTITY' })
    await sql('UPDATE session SET authenticated_at = now()')
  })
})

describe('a board that is let in', () => {
  test('sees its one warehouse without prices, and commands nothing', async () => {
    const { screen } = await pair()
    const { data } = await screen.send(
      'query ($north: ID!) { warehouses { id } orderBoard(warehouseId: $north) { orders { id price { amount } } } people: __typename }',
      { north: north.id },
    )
    expect(data).toMatchObject({
      warehouses: [{ id: north.id }],
      orderBoard: { orders: [{ id: order.id, price: null }] },
    })
    const foreign = await screen.send('query ($id: ID!) { orderBoard(warehouseId: $id) { seq } }', { id: south.id })
    expect(foreign.errors?.[0]?.extensions.code).toBe('UNKNOWN_WAREHOUSE')
    for (const asked of ['{ people { id } }', '{ devices { id } }'])
      expect((await screen.send(asked)).errors?.[0]?.extensions.code).toBe('SIGN_IN_REQUIRED')
    const released = await screen.give(
      `mutation ($id: ID!, $commandId: UUID!) { r: releaseOrders(commandId: $commandId, orderIds: [$id]) { ... on ReleaseOrdersSuccess { outcomes { refusal { code } } } } }`,
      { id: order.id, commandId: randomUUID() },
    )
    expect(released).toEqual({ outcomes: [{ refusal: { code: 'NOT_ALLOWED' } }] })
  })

  test('is shown no price live either', async () => {
    const { screen } = await pair()
    const socket = await screen.open()
    const card = '{ id price { amount } }'
    const live = `subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename ... on BoardSnapshot { orders ${card} } ... on OrderUpserted { order ${card} } } }`
    socket.subscribe(live, { id: north.id })
    const shown = () => JSON.stringify(socket.messages)
    await expect.poll(shown).toContain(order.id)
    const fresh = await seedOrder(started.client, north, { state: 'RELEASED' })
    await expect.poll(shown).toContain(fresh.id)
    expect(shown()).toContain('"price":null')
    expect(shown()).not.toContain('"amount"')
    socket.end()
  })

  test('is nobody when it is taken out, which only managers of its warehouse do', async () => {
    const { screen, id } = await pair()
    const far = (
      await invite(url, started.admin, { name: `Юг ${id}`, roles: [{ role: 'MANAGER', warehouseId: south.id }] })
    ).browser
    expect(await far.give(mutations.removeDevice, { id })).toMatchObject({ code: 'UNKNOWN_DEVICE' })
    const left = await manager.give(mutations.removeDevice, { id })
    expect(JSON.stringify(left.devices)).not.toContain(id)
    expect((await screen.send('{ device { id } }')).data).toEqual({ device: null })
    const trail = await manager.send(
      'query ($id: ID) { auditTrail(warehouseId: $id, first: 2) { edges { node { action actor subjectId details } } } }',
      { id: north.id },
    )
    const details = { kind: 'BOARD', name: 'Доска у ворот' }
    expect(trail.data).toEqual({
      auditTrail: {
        edges: ['DEVICE_REMOVED', 'DEVICE_ADMITTED'].map((action) => ({
          node: { action, actor: 'Менеджер', subjectId: id, details },
        })),
      },
    })
  })
})
