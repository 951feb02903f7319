import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { give, makeCells } from '../floor/floor-client.js'
import { seedWarehouse } from '../support/seed.js'
import { startGatewayOn, type TestGateway } from '../support/server.js'
import { createLog } from '../../transport/log.js'
import { atGateway, startFloor } from './floor.js'
import { barcode, importMatrix } from './matrix-orders.js'
import { runScript, type Stage } from './model/run-script.js'
import { scriptOf } from './model/script.js'

// OFFLINE_SEEDS and OFFLINE_ORDERS: 2,000 seeds and one run of 10,000 orders by `npm run bench:offline`.
const seeds = Number(process.env['OFFLINE_SEEDS'] ?? 6)
const many = Number(process.env['OFFLINE_ORDERS'] ?? 0)
const seed = Number(process.env['OFFLINE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const hour = 3_600_000

let floor: Awaited<ReturnType<typeof startFloor>>
let second: TestGateway
/** Faults of ours that parked a command. */
const faults: string[] = []
let stageOf: (phones: number) => Stage
beforeAll(async () => {
  // Leases end when the script says so.
  const write = (line: string) => void (line.includes('command of a journal failed') && faults.push(line))
  const options = { log: createLog('error', { write }), jobsEvery: { leases: hour, seals: hour } }
  floor = await startFloor(options)
  second = await startGatewayOn(floor.gateway.database.url, options)
  const { client, gateway, welcome } = floor
  const warehouse = await seedWarehouse(client)
  await makeCells(client, warehouse.id, ['M-1'])
  await importMatrix(client, warehouse, 1)
  const lines = [{ cell: 'M-1', item: barcode, quantity: 100_000 }]
  await give(client, 'receiveStock', { warehouseId: warehouse.id, lines })
  const people: Stage['people'][number][] = []
  for (const name of Array.from({ length: 8 }, (_, n) => `Сборщик ${n + 1}`)) {
    const { browser } = await welcome(name, warehouse.id, ['PICKER', 'PACKER'])
    people.push({ name, doors: [browser, atGateway(browser, gateway.url, second.url)] })
  }
  const { owner, deps } = gateway.database
  stageOf = (phones) => ({ client, owner, deps, warehouse, people: people.slice(0, phones) })
})
afterAll(async () => {
  await second.close()
  await floor.gateway.close()
})

describe('phones without a signal', () => {
  test(
    `lose nothing and pick nothing twice, whatever the network does (${seeds} seeds of 40 orders, OFFLINE_SEED=${seed})`,
    { timeout: 60_000 + seeds * 10_000 },
    async () => {
      const size = { phones: 4, orders: 40, rounds: { least: 2, most: 6 }, acts: 40, worldly: 8 }
      const outcomes = new Map<string, number>()
      const property = fc.asyncProperty(scriptOf(size), fc.nat(), async (rounds, random) => {
        const ran = await runScript(stageOf(size.phones), rounds, size.orders, random)
        for (const [outcome, count] of ran.outcomes) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count)
      })
      // A run that fails is told as it is: shrinking it would take minutes.
      await fc.assert(property, { seed, numRuns: seeds, endOnFailure: true })
      console.log(`offline model, seed ${seed}: ${JSON.stringify(Object.fromEntries(outcomes))}`)
      expect(outcomes.size).toBeGreaterThan(Math.min(seeds, 8))
      expect(faults).toEqual([])
    },
  )

  if (many > 0)
    test(`do so in one long run of ${many} orders on 8 phones`, { timeout: 3_600_000 }, async () => {
      const size = { phones: 8, orders: many, rounds: { least: 60, most: 60 }, acts: Math.ceil(many / 12), worldly: 8 }
      const [rounds = []] = fc.sample(scriptOf(size), { seed, numRuns: 1 })
      const began = performance.now()
      const { commands, outcomes } = await runScript(stageOf(size.phones), rounds, size.orders, seed)
      const perSecond = Math.round(commands / ((performance.now() - began) / 1_000))
      console.log(
        `offline model, ${many} orders: ${commands} commands, ${perSecond}/s, ${JSON.stringify(Object.fromEntries(outcomes))}`,
      )
      expect(commands).toBeGreaterThan(many)
      expect(faults).toEqual([])
    })
})
