import type { Readiness } from './health-routes.js'
import type { TransportLimits } from './limits.js'
import { orAfter } from './or-after.js'

/** Why no work should be sent here, in a sentence; undefined: as far as this goes, it should. */
export type ReadinessCheck = () => Promise<string | undefined>

/** Whether the database answers and has had every migration that this version needs. */
export const checkDatabase =
  (missingMigrations: () => Promise<readonly string[]>, limits: Pick<TransportLimits, 'readyWithin'>): ReadinessCheck =>
  async () => {
    const asked = missingMigrations().catch(() => undefined)
    const answer = await orAfter(limits.readyWithin, asked)
    if (answer.late || answer.value === undefined) return 'the database does not answer'
    const [first] = answer.value
    return first === undefined
      ? undefined
      : `the database lacks ${answer.value.length} migration(s), from ${first} on: run the migration step`
  }

/** Whether the live picture is young enough to be shown; its age in ms, undefined before the first look at the log. */
export const checkPicture =
  (age: () => number | undefined, limits: Pick<TransportLimits, 'pictureReadyWithin'>): ReadinessCheck =>
  async () => {
    const now = age()
    if (now === undefined) return 'the log was not read yet'
    return now <= limits.pictureReadyWithin ? undefined : `the live picture is ${Math.round(now / 1_000)} s old`
  }

/** Says whether work should be sent here: not while it stops, not while a check has a reason. */
export const createReadiness = (
  checks: readonly ReadinessCheck[],
): { readonly reasons: Readiness; drain(): void; isDraining(): boolean } => {
  let draining = false
  return {
    async reasons() {
      const found = await Promise.all(checks.map((check) => check()))
      return [draining ? 'the server is stopping' : undefined, ...found].filter((reason) => reason !== undefined)
    },
    drain() {
      draining = true
    },
    isDraining: () => draining,
  }
}
