import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { IDLE_HOURS } from './start-session.js'

/** A person's session, as its owner sees it. */
export interface PublicSession {
  readonly id: string
  /** What the browser calls itself. */
  readonly agent: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

const HOUR_MS = 3_600_000

/** A person's sessions that are not over, the latest used first. */
export const listSessions = (
  { prisma }: Pick<StorageDeps, 'prisma'>,
  personId: string,
): Promise<readonly PublicSession[]> =>
  whenAvailable(() =>
    prisma.session.findMany({
      where: {
        personId,
        expiresAt: { gt: new Date() },
        lastSeenAt: { gt: new Date(Date.now() - IDLE_HOURS * HOUR_MS) },
      },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
      select: { id: true, agent: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    }),
  )
