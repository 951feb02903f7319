import { InputError } from './errors.js'

/** How deep a marketplace's object may be nested; real ones have three levels. */
export const MAX_JSON_DEPTH = 32

/**
 * A text as PostgreSQL can keep it: NUL and lone surrogates become U+FFFD. Only for what the marketplace sends, where an
 * order must not be lost for a broken comment; what a caller says is refused instead (`checkText`).
 */
export const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** Refuses a caller's text that cannot be kept or is too long. Throws InputError, naming the argument. */
export const checkText = (name: string, text: string, maxLength: number): string => {
  if (text.includes('\0')) throw new InputError('BAD_USER_INPUT', `${name} must not hold the character NUL (U+0000)`)
  if (!text.isWellFormed())
    throw new InputError('BAD_USER_INPUT', `${name} is not well-formed Unicode: it holds half of a surrogate pair`)
  if (text.length > maxLength && [...text].length > maxLength)
    throw new InputError('BAD_USER_INPUT', `${name} is longer than ${maxLength} characters`)
  return text
}

/** Whether a JSON value is nested deeper than `limit` levels; it never recurses further than that itself. */
export const isTooDeep = (value: unknown, limit = MAX_JSON_DEPTH): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (limit === 0 || Object.values(value).some((item) => isTooDeep(item, limit - 1)))

/** A JSON value with every text and key in it cleaned; members with no value (`undefined`) are left out. */
export const cleanJson = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(cleanJson)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [cleanText(key), cleanJson(item)]),
  )
}
