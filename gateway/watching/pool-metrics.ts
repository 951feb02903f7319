import { Gauge, type Registry } from 'prom-client'

/** Connections of a pool to the database. */
export interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

/** Tells how the pools are, by their names. */
export const addPools = (registry: Registry, pools: Readonly<Record<string, PoolCounts>>): void => {
  const gauge = (name: string, help: string, read: (pool: PoolCounts) => number) => {
    const made: Gauge<'pool'> = new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, counts] of Object.entries(pools)) made.set({ pool }, read(counts))
      },
    })
  }
  gauge('wba_pool_connections', 'Connections to the database', ({ totalCount }) => totalCount)
  gauge('wba_pool_idle', 'Idle connections to the database', ({ idleCount }) => idleCount)
  gauge('wba_pool_waiting', 'Work that waits for a connection', ({ waitingCount }) => waitingCount)
}
