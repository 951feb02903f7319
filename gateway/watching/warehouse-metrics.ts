import { Gauge, type Registry } from 'prom-client'
import type { WarehouseWork, Work } from '../domain/warehouse-work.js'
import { addGauge } from './registry.js'

export interface WorkWatch {
  readonly read: () => Promise<Work>
  readonly onError: (error: unknown) => void
  /** Whoever asks more often than this gets what was read last, ms. */
  readonly everyMs: number
}

/**
 * Tells how the warehouses' work stands. Of all processes on a database one should: the numbers are the database's, and
 * the sum over several would be wrong. What cannot be read is missing, rather than old.
 */
export const addWarehouses = (registry: Registry, { read, onError, everyMs }: WorkWatch): void => {
  let asked = -Infinity
  let readAt = 0
  let reading: Promise<Work | undefined> = Promise.resolve(undefined)

  const now = (): Promise<Work | undefined> => {
    if (performance.now() - asked < everyMs) return reading
    asked = performance.now()
    reading = read().then(
      (work) => {
        readAt = Date.now() / 1_000
        return work
      },
      (error: unknown) => {
        onError(error)
        return undefined
      },
    )
    return reading
  }

  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    set: (gauge: Gauge<Label>, work: Work) => void,
  ) => {
    const made: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        const work = await now()
        made.reset()
        if (work) set(made, work)
      },
    })
  }
  const ofWarehouse = (
    name: string,
    help: string,
    label: string,
    of: (work: WarehouseWork) => WarehouseWork['states'],
  ) =>
    gauge(name, help, ['warehouse_id', 'warehouse', label], (made, { warehouses }) => {
      for (const work of warehouses)
        for (const [value, count] of Object.entries(of(work)))
          made.set({ warehouse_id: work.id, warehouse: work.name, [label]: value }, count)
    })

  ofWarehouse('wba_orders', 'Live orders by state', 'state', ({ states }) => states)
  ofWarehouse(
    'wba_orders_by_sla',
    'Live orders still to be handed over, by how near their deadline is; OVERDUE: missed',
    'sla',
    ({ sla }) => sla,
  )
  ofWarehouse(
    'wba_orders_done_last_hour',
    'Orders picked, packed, handed over in the last hour',
    'step',
    ({ done }) => done,
  )
  gauge(
    'wba_oldest_unreleased_order_seconds',
    'Age of the oldest order that was not given to the floor yet; 0: there is none',
    ['warehouse_id', 'warehouse'],
    (made, { warehouses }) => {
      for (const { id, name, oldestUnreleased } of warehouses)
        made.set({ warehouse_id: id, warehouse: name }, oldestUnreleased)
    },
  )
  addGauge(
    registry,
    'wba_warehouses_read_timestamp_seconds',
    'When the numbers of the warehouses were last read; 0: not yet',
    () => readAt,
  )
  gauge('wba_database_size_bytes', 'Size of the database', [], (made, { databaseBytes }) => made.set(databaseBytes))
  gauge('wba_database_connections', 'Connections to the database, of everybody', [], (made, { connections }) =>
    made.set(connections),
  )
  gauge('wba_database_max_connections', 'Most connections that PostgreSQL takes', [], (made, { maxConnections }) =>
    made.set(maxConnections),
  )
}
