import { useEffect, useState } from 'react'
import { problemOf } from '../ui/give'
import { leaveWhenUnknown } from '../ui/here'
import { request } from '../ui/request'
import type { BoardWarehouse } from './board-header'
import { boardWarehousesDocument } from './board.documents'

interface Warehouses {
  /** Null until the server has told them. */
  readonly warehouses: readonly BoardWarehouse[] | null
  /** The last try failed; another follows. */
  readonly failed: boolean
}

const RETRY = 3_000
const REFRESH = 60_000

/** The warehouses of this server. Tries until they are read, then looks once a minute for one renamed or added. */
export function useWarehouses(): Warehouses {
  const [state, setState] = useState<Warehouses>({ warehouses: null, failed: false })
  useEffect(function readWarehouses() {
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    async function read(): Promise<void> {
      let wait = REFRESH
      try {
        const { warehouses } = await request(boardWarehousesDocument, {})
        if (wanted) setState({ warehouses, failed: false })
      } catch (error) {
        if (problemOf(error).code === 'SIGN_IN_REQUIRED') await leaveWhenUnknown()
        wait = RETRY
        if (wanted) setState(({ warehouses }) => ({ warehouses, failed: true }))
      }
      if (wanted) timer = setTimeout(() => void read(), wait)
    }
    void read()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [])
  return state
}
