import { useEffect } from 'react'
import { badgeOf, withKey } from '../../ui/badge-text'

/** Calls with each badge that a scanner types, ended by Enter, wherever the focus is. `onBadge` must stay the same function. */
export function useScanner(onBadge: (badge: string) => void): void {
  useEffect(
    function listen() {
      let keys = ''
      function take(event: KeyboardEvent): void {
        if (event.key !== 'Enter') {
          keys = withKey(keys, event)
          return
        }
        const badge = badgeOf(keys)
        keys = ''
        if (badge === null) return
        // The Enter of a scanner must press no button that happens to have the focus.
        event.preventDefault()
        onBadge(badge)
      }
      addEventListener('keydown', take)
      return () => removeEventListener('keydown', take)
    },
    [onBadge],
  )
}
