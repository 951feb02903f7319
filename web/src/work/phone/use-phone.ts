import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Phone } from './phone'
import type { PhoneState } from './state'

/** The phone that the screens show; set by WorkApp. */
export const PhoneContext = createContext<Phone | null>(null)

/** The phone, to do something with. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('a screen of the phone outside WorkApp')
  return phone
}

/** What the phone shows; renders anew when that changes. */
export function usePhoneState(): PhoneState {
  const { subscribe, getState } = usePhone()
  return useSyncExternalStore(subscribe, getState)
}
