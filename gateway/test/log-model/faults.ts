import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../prisma/seed/random.js'
import type { ModelFollower } from './follower.js'
import type { GatewayProcess } from './gateway-process.js'
import type { ModelDatabase } from './model-database.js'
import type { PgProxy } from './pg-proxy.js'

/** What may be broken. */
export interface Breakable {
  readonly random: Random
  readonly database: ModelDatabase
  readonly gateways: readonly { readonly process: GatewayProcess; readonly proxy: PgProxy }[]
  readonly followers: readonly ModelFollower[]
  readonly databaseCrashes: number
  readonly crashDatabase: () => Promise<void>
}

type Fault =
  | 'killGateway'
  | 'freezeGateway'
  | 'cutNetwork'
  | 'blackHole'
  | 'cutCommit'
  | 'cutHints'
  | 'freezeSockets'
  | 'cutSockets'

const weights: Readonly<Record<Fault, number>> = {
  killGateway: 2,
  freezeGateway: 2,
  cutNetwork: 2,
  blackHole: 1,
  cutCommit: 4,
  cutHints: 3,
  freezeSockets: 4,
  cutSockets: 4,
}

/** Breaks something every now and then until told to stop; returns how often what was broken. All is whole again then. */
export const breakThings = async (
  { random, database, gateways, followers, databaseCrashes, crashDatabase }: Breakable,
  /** How far the storm is, 0 to 1; 1 ends it. */
  progress: () => number,
): Promise<Readonly<Record<string, number>>> => {
  const done: Record<string, number> = {}
  const some = (share: number) => followers.filter(() => random.chance(share))

  const faults: Readonly<Record<Fault, () => Promise<unknown> | void>> = {
    async killGateway() {
      const { process } = random.pick(gateways)
      await process.kill()
      await pause(random.int(0, 300))
      await process.start()
    },
    async freezeGateway() {
      const { process } = random.pick(gateways)
      process.signal('SIGSTOP')
      await pause(random.int(200, 2_500))
      process.signal('SIGCONT')
    },
    cutNetwork: () => random.pick(gateways).proxy.cutAll(),
    async blackHole() {
      const ms = random.int(300, 4_000)
      random.pick(gateways).proxy.blackHole(ms)
      await pause(ms / 2)
    },
    cutCommit: () => random.pick(gateways).proxy.cutAtNextCommit(),
    cutHints: () =>
      database.pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%log reader%'",
      ),
    freezeSockets: () => some(0.3).forEach((follower) => follower.freeze(random.int(300, 9_000))),
    cutSockets: () => some(0.3).forEach((follower) => follower.cut()),
  }

  let crashes = 0
  while (progress() < 1) {
    await pause(random.int(50, 500))
    const due = progress() * databaseCrashes > crashes + 0.5
    const fault = due ? 'crashDatabase' : random.weighted(weights)
    if (fault === 'crashDatabase') {
      crashes += 1
      await crashDatabase()
      // A statement of ours that meets the crash is no fault of anybody.
    } else await Promise.resolve(faults[fault]()).catch((error: unknown) => rethrowUnlessAway(fault, error))
    done[fault] = (done[fault] ?? 0) + 1
  }
  return done
}

const rethrowUnlessAway = (fault: Fault, error: unknown) => {
  if (fault !== 'cutHints') throw error
}
