import { useEffect, useState } from 'react'
import type { HomeWarehousesQuery } from '../gql/graphql'
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
  const [home, setHome] = useState<Home>({ warehouses: null, failed: false })
  useEffect(function followHome() {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function read(): Promise<void> {
      try {
        if (!document.hidden) {
          const warehouses = await readHome()
          if (wanted) setHome({ warehouses, failed: false })
        }
      } catch {
        if (wanted) setHome(({ warehouses }) => ({ warehouses, failed: true }))
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
