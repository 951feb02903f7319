import { useEffect, useState } from 'react'
import type { HomeWarehousesQuery } from '../gql/graphql'
import { problemOf } from '../ui/give'
import { request } from '../ui/request'
import { homeCountersDocument, homeWarehousesDocument } from './home.documents'

/** A warehouse of the home page with its numbers; null while they are not read. */
export interface HomeWarehouse {
  readonly warehouse: HomeWarehousesQuery['warehouses'][number]
  readonly live: number | null
  readonly handedOver: number | null
}

interface Home {
  readonly warehouses: readonly HomeWarehouse[] | null
  readonly failed: boolean
  /** They are not for whoever is here: nobody is signed in. */
  readonly closed: boolean
}

const EVERY = 5_000

async function readHome(): Promise<readonly HomeWarehouse[]> {
  const { warehouses } = await request(homeWarehousesDocument, {})
  return Promise.all(
    warehouses.map(async (warehouse) => {
      const { orderBoard } = await request(homeCountersDocument, { warehouseId: warehouse.id })
      const { live, closedToday } = orderBoard.counters
      const handedOver = closedToday.find(({ state }) => state === 'HANDED_OVER')?.count ?? 0
      return { warehouse, live: live.reduce((sum, { count }) => sum + count, 0), handedOver }
    }),
  )
}

/** The warehouses with their counters, read anew every 5 s while the page is looked at. */
export function useHome(): Home {
  const [home, setHome] = useState<Home>({ warehouses: null, failed: false, closed: false })
  useEffect(function followHome() {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function read(): Promise<void> {
      try {
        if (!document.hidden) {
          const warehouses = await readHome()
          if (wanted) setHome({ warehouses, failed: false, closed: false })
        }
      } catch (error) {
        const closed = problemOf(error).code === 'SIGN_IN_REQUIRED'
        if (wanted) setHome(({ warehouses }) => ({ warehouses: closed ? null : warehouses, failed: !closed, closed }))
        // Who signs in comes back by a page of their own.
        if (closed) return
      }
      if (wanted) timer = setTimeout(() => void read(), EVERY)
    }
    void read()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [])
  return home
}
