import { InputError } from '../domain/errors.js'

/** The largest page, and the one that is given when no size is asked for. */
export const MAX_PAGE = 100
export const DEFAULT_PAGE = 50

/** The page size that an argument asks for; null when it does not. Throws InputError BAD_USER_INPUT. */
export const readSize = (name: string, size: number | null | undefined): number | null => {
  if (size === null || size === undefined) return null
  if (Number.isInteger(size) && size >= 1 && size <= MAX_PAGE) return size
  throw new InputError('BAD_USER_INPUT', `${name} must be 1 to ${MAX_PAGE}`)
}
