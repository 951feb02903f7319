import { z } from 'zod'

const MAX_INT64 = 9_223_372_036_854_775_807n

/** Whether digits are an id that the marketplace and a BIGINT column can hold: 1 to 2^63 - 1, no leading zeros. */
export const isWbId = (digits: string): boolean => /^[1-9]\d{0,18}$/.test(digits) && BigInt(digits) <= MAX_INT64

/** An id of the marketplace (int64), given as a number or a string of digits; always a string here. */
export const wbId = z
  .union([z.number(), z.string()], { error: 'is missing or is no number' })
  .transform((id, context) => {
    if (typeof id === 'number' && Number.isInteger(id) && !Number.isSafeInteger(id)) {
      // JSON numbers beyond 2^53 - 1 have lost their last digits before anybody could look at them.
      context.addIssue(`${id} is beyond 2^53 - 1 and may have lost digits: send it as a string`)
      return z.NEVER
    }
    const digits = String(id)
    if (isWbId(digits)) return digits
    context.addIssue(`must be a whole number from 1 to ${MAX_INT64}`)
    return z.NEVER
  })

/** The number of a marketplace's object whatever else is wrong with it, to name it in a refusal. */
export const wbIdOf = (value: unknown): string | null => {
  const parsed = z.object({ id: wbId }).safeParse(value)
  return parsed.success ? parsed.data.id : null
}

/** The faults of an object in one sentence, at most five of them. */
export const describeIssues = (error: z.ZodError): string => {
  const faults = error.issues.map(
    (issue) => `${issue.path.length === 0 ? 'the object' : issue.path.join('.')} ${issue.message}`,
  )
  return `${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}.`
}
