import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { UnavailableError } from '../../domain/errors.js'

// argon2id at OWASP's floor: 19 MiB, two passes, one lane; some 40 ms of a core each.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/**
 * Hashes at a time: a core is left to the event loop, which would wait for its turn among them at each step of everybody's
 * requests, and one of the four threads of Node's pool to files and new connections.
 */
const hashesAtOnce = Math.min(Math.max(availableParallelism() - 1, 1), 3)
/** Who would wait longer than about four seconds is told so instead. */
export const longestHashQueue = 100 * hashesAtOnce
const atOnce = pLimit(hashesAtOnce)

/** A hash of this cost that no password has: verified where there is nothing to verify, so that both take the same time. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm8$0000000000000000000000000000000000000000000'

const queued = async <T>(work: () => Promise<T>): Promise<T> => {
  if (atOnce.pendingCount >= longestHashQueue)
    throw new UnavailableError(
      'UNAVAILABLE',
      'Too many people sign in at this moment: try again in some seconds. / Слишком многие входят одновременно: повторите через несколько секунд.',
    )
  return atOnce(work)
}

/** The text that is kept of a password. Throws UNAVAILABLE when too many wait. */
export const hashPassword = (password: string): Promise<string> => queued(() => hash(password, cost))

/** The text that is kept of a PIN; `pepper` is kept elsewhere. Throws UNAVAILABLE when too many wait. */
export const hashPin = (pin: string, pepper: Buffer): Promise<string> =>
  queued(() => hash(pin, { ...cost, secret: pepper }))

type Kept = string | null | undefined

const isHashed = async (kept: Kept, text: string, pepper?: Buffer): Promise<boolean> => {
  const right = await queued(() => verify(kept ?? nobody, text, pepper && { secret: pepper }))
  return right && kept !== null && kept !== undefined
}

/** Whether the PIN is the hashed one; without a hash it takes as long and is wrong. Throws UNAVAILABLE when too many wait. */
export const isPin = (kept: Kept, pin: string, pepper: Buffer): Promise<boolean> => isHashed(kept, pin, pepper)

/** Whether the password is the hashed one; without a hash it takes as long and is wrong. Throws UNAVAILABLE when too many wait. */
export const isPassword = (kept: Kept, password: string): Promise<boolean> => isHashed(kept, password)
