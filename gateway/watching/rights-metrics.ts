import { Counter, type Registry } from 'prom-client'
import type { RightsEnd } from '../transport/rights-watch.js'
import { addGauge } from './registry.js'

/** Tells how far the look at open sockets is behind the rights; answers what counts the sockets that are closed by it. */
export const addRightsMetrics = (registry: Registry, lag: () => number): ((reason: RightsEnd) => void) => {
  addGauge(registry, 'wba_rights_lag_versions', 'Changes of rights that open sockets were not held against yet', lag)
  const closed = new Counter({
    name: 'wba_rights_closed_sockets_total',
    help: 'Sockets closed because their owner is signed out or has other rights',
    labelNames: ['reason'],
    registers: [registry],
  })
  for (const reason of ['Signed out', 'Rights changed'] satisfies RightsEnd[]) closed.inc({ reason }, 0)
  return (reason) => closed.inc({ reason })
}
