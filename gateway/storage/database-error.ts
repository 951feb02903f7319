import { UnavailableError } from '../domain/errors.js'

// SQLSTATEs that say «not now»: connection trouble, no resources, shutdown or crash, a standby, a lock or a statement
// that took too long, a broken disk. Nothing is wrong with the call, so it may be repeated.
const transient = /^(08...|53...|57P0[1235]|57014|55P03|25P0[34]|25006|58...)$/
const transientSystem: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])
// `pg` gives these no code.
const transientMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after calling end)/
// Prisma's adapter wraps what `pg` threw.
const prismaTransient: ReadonlySet<string> = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'])

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
// What Prisma's adapter passes on is no Error, and has the SQLSTATE under a name of its own.
const codeOf = (error: unknown): string => text(member(error, 'code')) || text(member(error, 'originalCode'))

/** Whether PostgreSQL chose this transaction as the victim of a conflict: the same again will do. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

/** Whether the error says that the database is away or busy, at whatever depth of causes. */
export const isTransient = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  const code = codeOf(error)
  return (
    transient.test(code) ||
    transientSystem.has(code) ||
    prismaTransient.has(code) ||
    transientMessage.test(text(member(error, 'message'))) ||
    isTransient(member(error, 'cause')) ||
    isTransient(member(member(error, 'meta'), 'driverAdapterError'))
  )
}

/** Runs a read: an error that says «not now» comes as UnavailableError, others as they are. */
export const whenAvailable = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    if (isTransient(error) || isConflict(error))
      throw new UnavailableError('UNAVAILABLE', 'The database does not answer now: try again.', error)
    throw error
  }
}
