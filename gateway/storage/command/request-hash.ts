import { createHash } from 'node:crypto'
import { MAX_JSON_DEPTH } from '../../domain/text.js'

/** A value with its members in one order, whatever order the client wrote them in. */
const canonical = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  // Deeper objects are refused by their reader; they must not overflow the stack here before that.
  if (depth > MAX_JSON_DEPTH + 4) return '…'
  if (Array.isArray(value)) return value.map((item) => canonical(item, depth + 1))
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, canonical(item, depth + 1)])
}

/** What a command asks for as 43 characters: two payloads with one hash are the same request. */
export const requestHash = (request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(request, 0)))
    .digest('base64url')
