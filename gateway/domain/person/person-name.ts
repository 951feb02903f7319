import { MARKETPLACE_ACTOR, SYSTEM_ACTOR } from '../decide-order-fact.js'
import { readName } from '../name.js'

/** A person's name; none that the log keeps for the warehouse's own jobs and the marketplace. */
export const readPersonName = (text: string): ReturnType<typeof readName> => {
  const read = readName(text)
  if ('fault' in read) return read
  return [SYSTEM_ACTOR, MARKETPLACE_ACTOR].includes(read.name.toLowerCase())
    ? { fault: 'The log keeps that name for itself.' }
    : read
}

/** As it stands on a wall: `Абдуллаев Р.` */
export const shortName = (name: string): string => {
  const [first = '', ...others] = name.split(/\s+/)
  return [first, ...others.map((word) => `${word.slice(0, 1)}.`)].join(' ')
}
