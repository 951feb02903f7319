import type { Language } from './preferences'

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

const cached = <K extends unknown[], V>(make: (...key: K) => V): ((...key: K) => V) => {
  const made = new Map<string, V>()
  return (...key) => {
    const name = key.join('|')
    let value = made.get(name)
    if (value === undefined) made.set(name, (value = make(...key)))
    return value
  }
}

const pluralRules = cached((language: Language) => new Intl.PluralRules(language))
const numbers = cached((language: Language) => new Intl.NumberFormat(language))
const times = cached((language: Language, timeZone: string, seconds: boolean) => {
  const shape: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  if (seconds) shape.second = '2-digit'
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone })
  } catch {
    // An old TV may not know a new zone: say plainly that this is UTC rather than show the TV's own idea of time.
    return new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC', timeZoneName: 'short' })
  }
})

const moments = cached(
  (language: Language) =>
    new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

/** Day and time of day where this screen is, of an ISO time. */
export const formatMoment = (language: Language, iso: string): string => moments(language).format(Date.parse(iso))

const instants = cached((language: Language, timeZone: string | undefined) => {
  const shape: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }
  try {
    return new Intl.DateTimeFormat(language, timeZone === undefined ? shape : { ...shape, timeZone })
  } catch {
    return new Intl.DateTimeFormat(language, { ...shape, timeStyle: 'long', timeZone: 'UTC' })
  }
})

/** Day and time of day to the second, of an ISO time: in a zone, or where this screen is. */
export const formatInstant = (language: Language, iso: string, timeZone: string | undefined): string =>
  instants(language, timeZone).format(Date.parse(iso))

/** The form of a word that goes with `count` in that language. */
export const plural = (language: Language, count: number, forms: Forms): string =>
  forms[pluralRules(language).select(count)] ?? forms.other

/** A whole number with the language's separators. */
export const formatNumber = (language: Language, value: number): string => numbers(language).format(value)

/** Time of day in a zone: 14:03, or 14:03:22 with seconds. `ms` since 1970. */
export const formatTime = (language: Language, ms: number, timeZone: string, seconds = false): string =>
  times(language, timeZone, seconds).format(ms)

/** An age that counts up: 0:42, 12:05, 3:04:05. `ms` ≥ 0. */
export function formatAge(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1_000))
  const pad = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60]
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}` : `${minutes}:${pad(seconds)}`
}
