import type { Readiness } from './health-routes.js'
import type { TransportLimits } from './limits.js'
import { orAfter } from './or-after.js'

/** Says whether work should be sent here: not while it stops, not while the database does not answer. */
export const createReadiness = (
  askDatabase: () => Promise<void>,
  limits: Pick<TransportLimits, 'readyWithin'>,
): { readonly reasons: Readiness; drain(): void; isDraining(): boolean } => {
  let draining = false
  const databaseAnswers = async () => {
    const asked = askDatabase().then(
      () => true,
      () => false,
    )
    const answer = await orAfter(limits.readyWithin, asked)
    return !answer.late && answer.value
  }
  return {
    async reasons() {
      const reasons: string[] = []
      if (draining) reasons.push('the server is stopping')
      if (!(await databaseAnswers())) reasons.push('the database does not answer')
      return reasons
    },
    drain() {
      draining = true
    },
    isDraining: () => draining,
  }
}
