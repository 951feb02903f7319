import { useEffect, useState } from 'react'
import type { LeadFloorQuery } from '../gql/graphql'
import { type Problem, problemOf } from '../ui/give'
import { leaveWhenUnknown } from '../ui/here'
import { request } from '../ui/request'
import { leadFloorDocument } from './lead.documents'

/** Shifts and parked acts are no events of orders: they are read this often, ms. */
const EVERY = 2_000

/** Who is on shift and what waits for a person. */
export interface Waiting {
  /** Undefined until it is read; the last one stays when a later try fails. */
  readonly value: LeadFloorQuery | undefined
  /** Why the last try failed; null when it did not. */
  readonly problem: Problem | null
  /** Reads at once, after something was done here. */
  readonly look: () => void
}

/** Reads it all the time while the page is looked at. */
export function useWaiting(warehouseId: string): Waiting {
  const [state, setState] = useState<Omit<Waiting, 'look'>>({ value: undefined, problem: null })
  const [look, setLook] = useState(() => (): void => undefined)
  useEffect(
    function readAllTheTime() {
      let wanted = true
      let round = 0
      let timer: ReturnType<typeof setTimeout> | undefined
      async function read(): Promise<void> {
        clearTimeout(timer)
        const own = ++round
        try {
          const value = document.hidden ? undefined : await request(leadFloorDocument, { warehouseId })
          if (wanted && own === round && value) setState({ value, problem: null })
        } catch (error) {
          const problem = problemOf(error)
          if (problem.code === 'SIGN_IN_REQUIRED') await leaveWhenUnknown()
          if (wanted && own === round) setState(({ value }) => ({ value, problem }))
        }
        if (wanted && own === round) timer = setTimeout(() => void read(), EVERY)
      }
      const again = (): void => void read()
      setLook(() => again)
      document.addEventListener('visibilitychange', again)
      again()
      return () => {
        wanted = false
        clearTimeout(timer)
        document.removeEventListener('visibilitychange', again)
      }
    },
    [warehouseId],
  )
  return { ...state, look }
}
