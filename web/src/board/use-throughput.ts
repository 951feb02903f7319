import { useEffect, useState } from 'react'
import type { BoardThroughputQuery } from '../gql/graphql'
import { request } from '../ui/request'
import { boardThroughputDocument } from './board.documents'

export type ThroughputHour = BoardThroughputQuery['orderBoard']['throughput'][number]

const EVERY = 60_000

/** What was done hour by hour, read now, each minute, and each time `connected` turns true. Null until first read. */
export function useThroughput(warehouseId: string, connected: boolean): readonly ThroughputHour[] | null {
  const [hours, setHours] = useState<readonly ThroughputHour[] | null>(null)
  useEffect(
    function readThroughput() {
      if (!connected) return undefined
      let wanted = true
      async function read(): Promise<void> {
        try {
          const { orderBoard } = await request(boardThroughputDocument, { warehouseId })
          if (wanted) setHours(orderBoard.throughput)
        } catch {
          // The banner speaks of the connection; the chart keeps its last hours until the next minute.
        }
      }
      void read()
      const timer = setInterval(() => void read(), EVERY)
      return () => {
        wanted = false
        clearInterval(timer)
      }
    },
    [warehouseId, connected],
  )
  return hours
}
