import type { z } from 'zod'

/** A place in a list as clients carry it: opaque. */
export const encodeCursor = (place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place that a cursor means; undefined for one that the shape does not know. */
export const decodeCursor = <Place>(text: string, shape: z.ZodType<Place>): Place | undefined => {
  // Far longer than any of ours, or not the signs that ours are made of.
  if (text.length > 400 || !/^[\w-]+$/.test(text)) return undefined
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
