import { createCatalogue } from '../../prisma/seed/catalogue.js'
import { type Crew, crews } from '../../prisma/seed/people.js'
import { createRandom, type Random } from '../../prisma/seed/random.js'
import { type SeedWarehouse, seedWarehouses } from '../../prisma/seed/warehouses.js'
import { ApiFailure, createApiClient } from '../cli/api-client.js'
import { decideMarketplaceRound } from './marketplace-round.js'
import { createShiftApi, type ShiftApi, type ShiftWarehouse, type StepOutcome } from './shift-api.js'
import { createShiftBoard, type ShiftBoard } from './shift-board.js'
import { createArrivalIds, createArrivals, liveTargetAt } from './shift-orders.js'
import { decideStep, type ShiftStep, type ShiftStepKind } from './shift-step.js'

/** How the shift waits; tests drive it without waiting. The returned function forgets the task. */
export type Schedule = (ms: number, task: () => void) => () => void

export interface ShiftOptions {
  /** The gateway's GraphQL endpoint. */
  readonly url: string
  /** Makes access tokens for everybody who works in the shift, by their names; asked again when they are over. */
  readonly makeTokens: () => Promise<ReadonlyMap<string, string>>
  readonly seed?: string
  readonly now?: () => Date
  readonly schedule?: Schedule
  readonly fetch?: typeof fetch
  readonly log?: (message: string, details: Readonly<Record<string, unknown>>) => void
}

/** A running shift. */
export interface Shift {
  /** Ends at once: nothing is under way when the promise settles. */
  readonly stop: () => Promise<void>
}

/** Pauses between two steps in a warehouse, ms: together about an event a second, and never 5 s without one. */
const paces: Readonly<Record<string, readonly [number, number]>> = {
  '658434': [2_000, 3_400],
  '1274092': [3_200, 4_400],
}
const defaultPace = [2_500, 4_000] as const
/** The marketplace is asked about every minute, the board read anew every two: people may work beside the shift. */
const roundEvery = 55_000
const boardEvery = 120_000
/** A step that is refused is tried otherwise, so often at most. */
const triesPerStep = 4
const longestPause = 20_000

const realSchedule: Schedule = (ms, task) => {
  const timer = setTimeout(task, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

interface Floor {
  readonly warehouse: ShiftWarehouse
  readonly seed: SeedWarehouse
  readonly crew: Crew
  readonly random: Random
  board: ShiftBoard
  readAt: number
  roundAt: number
  /** Where the next cells to fill up begin. */
  filledTo: string | null
}

const createFloorWork = (
  api: ShiftApi,
  now: () => Date,
): { read: (floor: Floor) => Promise<void>; work: (floor: Floor) => Promise<void> } => {
  const catalogue = createCatalogue()
  const nextIds = createArrivalIds()

  const read = async (floor: Floor): Promise<void> => {
    floor.board = createShiftBoard(await api.liveOrders(floor.warehouse.id))
    floor.readAt = now().getTime()
  }

  const take = (floor: Floor, outcome: StepOutcome): void => {
    for (const order of outcome.done) floor.board.put(order)
  }

  const perform = (floor: Floor, step: ShiftStep): Promise<StepOutcome> => {
    if (step.kind !== 'IMPORT') return api.perform(floor.warehouse.id, step, now())
    const { random, seed: warehouse } = floor
    const firstId = nextIds(now(), step.count)
    const orders = createArrivals({ random, catalogue, warehouse, firstId, now: now(), count: step.count })
    return api.importOrders(floor.warehouse.sellerAccount.id, orders)
  }

  const step = async (floor: Floor): Promise<void> => {
    const refused = new Set<ShiftStepKind>()
    for (let tries = 0; tries < triesPerStep; tries++) {
      const at = now()
      const view = { orders: floor.board.orders(), crew: floor.crew, liveTarget: liveTargetAt(floor.seed, at), now: at }
      const next = decideStep(view, floor.random, refused)
      if (next === undefined) return
      const outcome = await perform(floor, next)
      take(floor, outcome)
      if (outcome.done.length > 0) return
      // Somebody was quicker, or the picture is old: look again before trying something else.
      refused.add(next.kind)
      await read(floor)
    }
  }

  const round = async (floor: Floor): Promise<void> => {
    floor.roundAt = now().getTime() + roundEvery
    const handedOver = await api.closedOrders(floor.warehouse.id, 'HANDED_OVER', 8)
    const accepted = await api.closedOrders(floor.warehouse.id, 'ACCEPTED', 8)
    const view = { live: floor.board.orders(), handedOver, accepted, now: now() }
    const statuses = decideMarketplaceRound(view, floor.random)
    await api.count(floor.warehouse.id, floor.random)
    floor.filledTo = await api.fillUp(floor.warehouse.id, floor.filledTo, floor.random)
    if (statuses.length > 0) take(floor, await api.importStatuses(floor.warehouse.sellerAccount.id, statuses))
  }

  return {
    read,
    work: async (floor) => {
      if (now().getTime() - floor.readAt > boardEvery) await read(floor)
      await step(floor)
      if (now().getTime() >= floor.roundAt) await round(floor)
    },
  }
}

/**
 * Works the demo's warehouses through the public API at a human pace, for as long as the gateway stands: refusals and
 * a gateway that is away are waited out. A seed decides who does what; the clock and the waiting may be given.
 */
export const startShift = (options: ShiftOptions): Shift => {
  const now = options.now ?? (() => new Date())
  const schedule = options.schedule ?? realSchedule
  const log = options.log ?? (() => {})
  const stopping = new AbortController()
  const client = createApiClient({
    url: options.url,
    timeoutMs: 15_000,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  })
  let tokens: Promise<ReadonlyMap<string, string>> | undefined
  const tokenOf = async (name: string): Promise<string> => {
    tokens ??= options.makeTokens().catch((error: unknown) => {
      tokens = undefined
      throw error
    })
    const token = (await tokens).get(name)
    if (token === undefined) throw new Error(`${name} is nobody of the demo`)
    return token
  }
  const api = createShiftApi(client, tokenOf, stopping.signal)
  const { read, work } = createFloorWork(api, now)
  const seed = options.seed ?? 'shift'
  const waiting = new Set<() => void>()
  const running = new Set<Promise<void>>()

  const later = (ms: number, task: () => Promise<void>): void => {
    if (stopping.signal.aborted) return
    const forget = schedule(ms, () => {
      waiting.delete(forget)
      const run: Promise<void> = task().finally(() => running.delete(run))
      running.add(run)
    })
    waiting.add(forget)
  }

  /** Repeats a task; a failed one after 1, 2, 4 … 20 s. The task says how long to wait, or undefined to end. */
  const loop = (first: number, task: () => Promise<number | undefined>): void => {
    let failures = 0
    const turn = async (): Promise<void> => {
      try {
        const pause = await task()
        failures = 0
        if (pause !== undefined) later(pause, turn)
      } catch (error) {
        if (stopping.signal.aborted) return
        if (error instanceof ApiFailure && error.code === 'SIGN_IN_REQUIRED') tokens = undefined
        const pause = Math.min(longestPause, 1_000 * 2 ** failures++)
        log('the demo shift waits for the gateway', {
          pause,
          error: error instanceof Error ? error.message : String(error),
        })
        later(pause, turn)
      }
    }
    later(first, turn)
  }

  const startFloor = (warehouse: ShiftWarehouse, seedWarehouse: SeedWarehouse, crew: Crew): void => {
    const random = createRandom(`${seed} ${warehouse.wbWarehouseId}`)
    const [shortest, longest] = paces[warehouse.wbWarehouseId] ?? defaultPace
    const begun = now().getTime()
    const floor: Floor = {
      warehouse,
      seed: seedWarehouse,
      crew,
      random,
      board: createShiftBoard([]),
      readAt: 0,
      roundAt: begun + random.int(5_000, roundEvery),
      filledTo: null,
    }
    loop(random.int(300, 1_500), async () => {
      try {
        if (floor.readAt === 0) await read(floor)
        await work(floor)
      } catch (error) {
        // The call may have been done though its answer was lost: only the gateway knows how things stand.
        floor.readAt = 0
        throw error
      }
      return random.int(shortest, longest)
    })
  }

  loop(0, async () => {
    const known = (await api.demoWarehouses()).flatMap((warehouse) => {
      const match = seedWarehouses.find(({ wbWarehouseId }) => String(wbWarehouseId) === warehouse.wbWarehouseId)
      const crew = crews[warehouse.wbWarehouseId]
      return match === undefined || crew === undefined ? [] : [{ warehouse, match, crew }]
    })
    for (const { warehouse, match, crew } of known) startFloor(warehouse, match, crew)
    return known.length > 0 ? undefined : longestPause
  })

  return {
    stop: async () => {
      stopping.abort()
      for (const forget of waiting) forget()
      waiting.clear()
      await Promise.all(running)
    },
  }
}
