import { createHash } from 'node:crypto'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** A value's JSON with the members of objects in one order: what is equal as data is equal byte for byte. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value))

/** A short name for a whole picture: orders by id, each as canonical JSON. */
export const pictureDigest = (orders: Iterable<readonly [string, string]>): string => {
  const hash = createHash('sha1')
  for (const [id, json] of [...orders].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(id).update(json)
  return hash.digest('hex')
}
