import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Browser, mutations } from '../identity/browser.js'
import { invite, startWithAdmin } from '../identity/first-admin.js'
import { seedOrder, seedWarehouse, type SeededWarehouse } from '../support/seed.js'
import { give, myWork, tell } from './floor-client.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let warehouse: SeededWarehouse
const client = () => started.client

beforeAll(async () => {
  started = await startWithAdmin({ jobsEvery: { leases: 50 } })
  warehouse = await seedWarehouse(client())
})
afterAll(() => started.gateway.close())

let number = 0
/** Somebody new who picks here, signed in with a browser. */
const picker = async (role = 'PICKER') => {
  const name = `Сборщик ${++number}`
  const roles = [{ role, warehouseId: warehouse.id }]
  return { name, ...(await invite(started.gateway.url, started.admin, { name, roles })) }
}
const start = (browser: Browser, warehouseId = warehouse.id) => tell(browser, 'startShift', { warehouseId })
const released = () => seedOrder(client(), warehouse, { state: 'RELEASED' })
const stateOf = async (id: string) =>
  (await client().data<{ order: { state: string } }>('query ($id: ID!) { order(id: $id) { state } }', { id })).order
    .state
const people = async () => {
  const { shifts } = await client().data<{ shifts: { person: string }[] }>(
    'query ($id: ID!) { shifts(warehouseId: $id) { person } }',
    { id: warehouse.id },
  )
  return shifts.map(({ person }) => person)
}
/** The actions of the trail's newest entries about shifts, with what belongs to them. */
const trail = async () => {
  const { auditTrail } = await client().data<{
    auditTrail: { edges: { node: { action: string; actor: string; details: Record<string, unknown> } }[] }
  }>('query ($id: ID!) { auditTrail(warehouseId: $id, first: 20) { edges { node { action actor details } } } }', {
    id: warehouse.id,
  })
  return auditTrail.edges.map(({ node }) => node).filter(({ action }) => action.startsWith('SHIFT_'))
}

describe('a shift', () => {
  test('says who works since when; ending it gives back what was not picked, and both are in the trail', async () => {
    const { name, browser } = await picker()
    await released()
    expect(await start(browser)).toMatchObject({ shift: { person: name, warehouseId: warehouse.id, endedAt: null } })
    expect(await people()).toContain(name)
    const { claimed, work } = await give<{
      claimed: number
      work: { stops: { tasks: { order: { id: string } }[] }[] }
    }>(browser, 'claimWork', { warehouseId: warehouse.id, count: 100 })
    expect(await tell(browser, 'endShift')).toMatchObject({ returned: claimed })
    const [order] = work.stops.flatMap(({ tasks }) => tasks.map((task) => task.order.id))
    expect(await stateOf(order ?? '')).toBe('RELEASED')
    expect(await people()).not.toContain(name)
    expect(await tell(browser, 'endShift')).toMatchObject({ code: 'NO_SHIFT' })
    expect(await myWork(browser)).toBeNull()
    expect(await trail()).toMatchObject([
      { action: 'SHIFT_ENDED', actor: name, details: { returned: claimed, byItself: false } },
      { action: 'SHIFT_STARTED', actor: name, details: { goesOn: false } },
    ])
  })

  test('is one a person: it goes on on another device, with the work, and is not begun elsewhere', async () => {
    const { id, name, browser } = await picker()
    const other = await seedWarehouse(client())
    const places = [warehouse.id, other.id].map((warehouseId) => ({ role: 'PICKER', warehouseId }))
    await started.admin.give(mutations.setRoles, { personId: id, roles: places })
    const both = await Promise.all([start(browser), start(browser)])
    const shiftOf = (told: object) => (told as { shift: { id: string } }).shift.id
    expect(new Set(both.map(shiftOf)).size).toBe(1)
    await released()
    await give(browser, 'claimWork', { warehouseId: warehouse.id, count: 1 })
    const before = await myWork(browser)
    expect(await start(browser)).toMatchObject({ shift: { id: shiftOf(both[0]) } })
    expect(await myWork(browser)).toMatchObject({ stops: before?.stops ?? [] })
    expect(await start(browser, other.id)).toMatchObject({ code: 'SHIFT_ELSEWHERE' })
    const { rows } = await started.gateway.database.owner.query(
      'SELECT count(*)::int AS n FROM shift WHERE person = $1 AND ended_at IS NULL',
      [name],
    )
    expect(rows).toEqual([{ n: 1 }])
    await give(browser, 'endShift')
  })

  test.each([
    ['when its session ends', (browser: Browser) => browser.give(mutations.endSession)],
    [
      'after 16 hours',
      (_: Browser, name: string) =>
        started.gateway.database.owner.query(
          `UPDATE shift SET started_at = started_at - interval '16 hours', ends_at = ends_at - interval '16 hours' WHERE person = $1`,
          [name],
        ),
    ],
  ])('ends by itself %s, and its work goes back', async (_, end) => {
    const { name, browser } = await picker()
    const { id } = await released()
    await give(browser, 'startShift', { warehouseId: warehouse.id })
    await give(browser, 'claimWork', { warehouseId: warehouse.id, count: 100 })
    expect(await stateOf(id)).toBe('CLAIMED')
    await end(browser, name)
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('RELEASED'), 10_000)
    expect(await people()).not.toContain(name)
    const [ended] = await trail()
    expect(ended).toMatchObject({ action: 'SHIFT_ENDED', actor: 'system', details: { person: name, byItself: true } })
  })

  test('is not for who works elsewhere, or reads alone', async () => {
    const analyst = await picker('ANALYST')
    expect(await start(analyst.browser)).toMatchObject({ code: 'NOT_ALLOWED' })
    const { browser } = await picker()
    const other = await seedWarehouse(client())
    expect(await start(browser, other.id)).toMatchObject({ code: 'UNKNOWN_WAREHOUSE' })
    expect(await tell(browser, 'claimWork', { warehouseId: warehouse.id, count: 1 })).toMatchObject({
      code: 'NO_SHIFT',
    })
  })
})
