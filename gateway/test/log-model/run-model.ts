import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '../../../prisma/seed/random.js'
import { type BoardFilter, type BoardFollowerModel, followBoardForEver } from './board-follower-model.js'
import { checkActs } from './check-acts.js'
import { checkBoard } from './check-boards.js'
import { checkLog, expectedPicture } from './check-log.js'
import { runCommandWriter } from './command-writer.js'
import { type EventsModel, followEvents } from './events-model.js'
import { breakThings } from './faults.js'
import { createGatewayProcess } from './gateway-process.js'
import { createHistory } from './history.js'
import { createTokens } from '../support/tokens.js'
import { startModelDatabase } from './model-database.js'
import { startPgProxy } from './pg-proxy.js'
import { runRawWriter } from './raw-writer.js'
import { openShop } from './shop.js'
import type { ModelSize } from './size.js'
import { createViolations, type Violations } from './violations.js'

/** What a run did and found. */
export interface ModelReport {
  readonly violations: Violations
  readonly events: number
  readonly delivered: number
  readonly acts: { readonly known: number; readonly unknown: number }
  readonly faults: Readonly<Record<string, number>>
  readonly boards: { readonly snapshots: number; readonly changes: number; readonly gaps: number }
  readonly sessions: number
  /** Why sessions ended, counted. */
  readonly ends: Readonly<Record<string, number>>
  readonly stormSeconds: number
  readonly catchUpSeconds: number
}

const waitUntil = async (condition: () => boolean, withinMs: number): Promise<void> => {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline && !condition();) await pause(20)
}

/** Storms the log of a database of its own with writers and faults, then judges everything that was given out. */
export const runLogModel = async (
  size: ModelSize,
  seed: string,
  /** Told every few seconds how far it is. */
  tell: (text: string) => void = () => undefined,
): Promise<ModelReport> => {
  const closers: (() => unknown)[] = []
  const random = createRandom(seed)
  const branch = (name: string) => createRandom(`${seed} ${name}`)
  const violations = createViolations()
  try {
    const database = await startModelDatabase()
    closers.push(() => database.stop())
    const { pool } = database
    const shop = await openShop(pool, size)
    const history = createHistory(shop.warehouses.map(({ id }) => id))

    // Two gateways: one hears hints, the other is deaf to them and polls.
    let away = false
    const gateways = []
    for (const [name, deaf] of [
      ['hearing', false],
      ['deaf', true],
    ] as const) {
      const url = new URL(database.url)
      const proxy = await startPgProxy(Number(url.port), { deaf })
      closers.push(() => proxy.close())
      url.port = String(proxy.port)
      const process = await createGatewayProcess({
        name,
        databaseUrl: url.href,
        violations,
        databaseIsAway: () => away,
      })
      closers.push(() => process.kill())
      gateways.push({ process, proxy })
    }
    for (const { process } of gateways) await process.start()
    const tokens = createTokens(database.url)
    closers.push(() => tokens.close())
    const doors = { urls: gateways.map(({ process }) => process.url), tokens }

    const filters: readonly BoardFilter[] = [
      {},
      { states: ['RELEASED', 'CLAIMED', 'CANCELLED'] },
      { holder: 'picker-1' },
      { skuId: shop.skuIds[3] ?? '' },
    ]
    const events: EventsModel[] = []
    const boards: BoardFollowerModel[] = []
    for (const [index, warehouse] of shop.warehouses.entries()) {
      const delivered = history.delivered.get(warehouse.id)
      if (!delivered) throw new Error('no such warehouse')
      for (let i = 0; i < size.eventFollowers; i += 1) {
        const name = `events ${index}.${i}`
        events.push(followEvents({ name, random: branch(name), doors, warehouse, delivered, violations }))
      }
      for (let i = 0; i < size.boards; i += 1) {
        const name = `board ${index}.${i}`
        const filter = filters[i % filters.length] ?? {}
        const { pictures } = history
        boards.push(followBoardForEver({ name, random: branch(name), doors, warehouse, filter, pictures, violations }))
      }
    }
    const followers = [...events, ...boards].map(({ client }) => client)
    closers.push(() => Promise.all(followers.map((follower) => follower.stop())))

    const began = performance.now()
    let written = 0
    const committed = (count: number) => void (written += count)
    const share = () => Math.min(1, (performance.now() - began) / size.stormMs)
    const over = () => written >= size.events && share() === 1
    const turn = async () => {
      // Spread over the storm, so that writers do not finish before the faults have met them.
      while (!over() && written > size.events * (share() + 0.01)) await pause(5)
      return !over()
    }
    const crashDatabase = async () => {
      away = true
      await database.crash()
      away = false
    }
    const progress = setInterval(
      () =>
        tell(`${Math.round((performance.now() - began) / 1_000)} s: ${written} events, ${violations.count} violations`),
      5_000,
    )
    closers.push(() => clearInterval(progress))
    const { databaseCrashes } = size
    // Some boards miss the end of the storm: what they are shown when they come back is all they will ever be shown of it.
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const leaving = setInterval(() => {
      if (written < size.events * 0.9) return
      clearInterval(leaving)
      for (const { client } of boards.filter((_, index) => index % 2 === 0)) client.leaveUntil(ended)
    }, 20)
    closers.push(() => {
      clearInterval(leaving)
      end()
    })
    const writers = [
      ...Array.from({ length: size.rawWriters }, (_, i) =>
        runRawWriter({ name: `raw-${i}`, pool, random: branch(`raw ${i}`), shop, size, history, turn, committed }),
      ),
      ...Array.from({ length: size.commandWriters }, (_, i) =>
        runCommandWriter({
          pool,
          random: branch(`person ${i}`),
          shop,
          history,
          violations,
          doors,
          turn,
          committed,
        }),
      ),
    ]
    const breaking = breakThings({ random, database, gateways, followers, databaseCrashes, crashDatabase }, () =>
      over() ? 1 : Math.min(share(), written / size.events, 0.999),
    )
    await Promise.all(writers)
    const faults = await breaking
    end()
    const stormSeconds = (performance.now() - began) / 1_000

    const heads = new Map<string, number>()
    const { rows } = await pool.query<{ id: string; seq: number }>(
      'SELECT warehouse_id AS id, seq::float8 AS seq FROM stream_head',
    )
    for (const { id, seq } of rows) heads.set(id, seq)
    const headOf = ({ id }: { readonly id: string }) => heads.get(id) ?? -1
    const calm = performance.now()
    const places = () => [
      ...events.map(({ client, warehouse, seq }) => ({ name: client.name, at: seq, head: headOf(warehouse) })),
      ...boards.map(({ client, warehouse, provenAt }) => ({
        name: client.name,
        at: provenAt,
        head: headOf(warehouse),
      })),
    ]
    await waitUntil(() => places().every(({ at, head }) => at === head), size.catchUpMs)
    for (const { name, at, head } of places()) if (at !== head) violations.add(`${name}: at ${at}, the head is ${head}`)
    const catchUpSeconds = (performance.now() - calm) / 1_000
    await Promise.all(followers.map((follower) => follower.stop()))

    for (const warehouse of shop.warehouses) {
      const delivered = history.delivered.get(warehouse.id)
      if (!delivered) continue
      const { picture } = await checkLog(pool, warehouse, delivered, history.pictures, violations)
      for (const board of boards.filter((one) => one.warehouse === warehouse))
        await checkBoard(pool, board, expectedPicture(picture, board.filter), violations)
    }
    const acts = await checkActs(pool, history.acts, violations)

    const ends: Record<string, number> = {}
    for (const follower of followers) for (const [why, count] of follower.ends) ends[why] = (ends[why] ?? 0) + count
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
    return {
      violations,
      events: sum([...heads.values()]),
      delivered: sum(events.map(({ taken }) => taken)),
      acts,
      faults,
      boards: {
        snapshots: sum(boards.map(({ tally }) => tally.snapshots)),
        changes: sum(boards.map(({ tally }) => tally.changes)),
        gaps: sum(boards.map(({ tally }) => tally.gaps)),
      },
      sessions: sum(followers.map(({ sessions }) => sessions)),
      ends,
      stormSeconds,
      catchUpSeconds,
    }
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
