import type { Pacer } from '../live/pacer.js'

/** So many items become text between two looks at the clock. */
const piece = 16

const members = async (value: object, pace: Pacer): Promise<string> => {
  const texts: string[] = []
  for (const [name, member] of Object.entries(value)) {
    const text = await pacedJson(member, pace)
    if (text !== undefined) texts.push(`${JSON.stringify(name)}:${text}`)
  }
  return `{${texts.join(',')}}`
}

const items = async (list: readonly unknown[], pace: Pacer): Promise<string> => {
  const texts: string[] = []
  for (let start = 0; start < list.length; start += piece) {
    for (let turn = pace(); turn; turn = pace()) await turn
    texts.push(JSON.stringify(list.slice(start, start + piece)).slice(1, -1))
  }
  return `[${texts.join(',')}]`
}

/**
 * `JSON.stringify` of plain data that takes a slice a turn of the event loop for what is long in it, instead of all of it in
 * one go: a board of 10,000 orders is 10 MB.
 */
export const pacedJson = async (value: unknown, pace: Pacer): Promise<string | undefined> => {
  if (Array.isArray(value) && value.length > piece) return items(value, pace)
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value))
    return members(value, pace)
  return JSON.stringify(value)
}
