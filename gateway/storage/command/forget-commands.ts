import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'

/** How many results one run forgets. */
export const FORGET_BATCH = 1000

/** Forgets results of commands older than `days`, one batch; returns how many. A repeat after that is a new command. */
export const forgetCommands = async ({ prisma }: Pick<StorageDeps, 'prisma'>, days: number): Promise<number> => {
  const { count } = await whenAvailable(() =>
    prisma.commandResult.deleteMany({
      where: { createdAt: { lt: new Date(Date.now() - days * 86_400_000) } },
      limit: FORGET_BATCH,
    }),
  )
  return count
}
