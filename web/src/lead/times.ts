import { createContext, use } from 'react'
import { formatTime } from '../ui/format'
import { usePreferences } from '../ui/preferences'

/** The zone of the warehouse on the page: its clock is on the wall there. */
export const TimeZone = createContext('UTC')

/** Says times of day by the warehouse's clock: of an ISO time or of ms since 1970. */
export function useTimes(): (at: string | number) => string {
  const { language } = usePreferences()
  const timeZone = use(TimeZone)
  return (at) => formatTime(language, typeof at === 'number' ? at : Date.parse(at), timeZone)
}

/** An article with its size, when it has one. */
export const nameOf = ({ article, size }: { readonly article: string; readonly size: string | null }): string =>
  size === null ? article : `${article} · ${size}`
