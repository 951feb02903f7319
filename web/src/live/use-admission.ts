import { useEffect } from 'react'
import { leaveWhenUnknown } from '../ui/here'
import { CloseCode } from './close-codes'
import type { Feed } from './follow'
import type { Identified } from './frames'

/**
 * Goes where one comes in when this screen was taken out, or nobody is signed in any more. Who only has other rights by now
 * comes back at once: a refusal alone would keep a board dark for half a minute.
 */
export function useAdmission(feed: Feed<Identified> | null): void {
  useEffect(
    function leaveWhenTakenOut() {
      if (!feed) return undefined
      let seen = feed.getModel().trouble
      return feed.subscribe(() => {
        const { phase, trouble, attempt } = feed.getModel()
        if (phase !== 'backing-off' || trouble === seen) return
        seen = trouble
        if (trouble?.code !== CloseCode.FORBIDDEN) return
        void leaveWhenUnknown().then((left) => {
          if (!left && attempt === 1) feed.nudge()
        })
      })
    },
    [feed],
  )
}
