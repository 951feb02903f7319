import { Counter, Histogram, type Registry } from 'prom-client'
import type { LiveStatus } from '../live/hub.js'
import type { GapReason } from '../live/gap-reason.js'
import type { LiveWatch, ResumeSource } from '../live/watch.js'
import { addGauge, addTally } from './registry.js'

/** Tells how the live part is; reads it when asked. */
export const addLiveStatus = (registry: Registry, status: () => LiveStatus): void => {
  const gauge = (name: string, help: string, read: (now: LiveStatus) => number) =>
    addGauge(registry, name, help, () => read(status()))
  gauge('wba_sockets', 'Open WebSockets', ({ sockets }) => sockets)
  gauge('wba_subscriptions', 'Running subscriptions', ({ subscriptions }) => subscriptions)
  gauge('wba_live_groups', 'Distinct streams: subscriptions that share an execution are one', ({ groups }) => groups)
  gauge('wba_live_warehouses', 'Warehouses whose logs are followed', ({ warehouses }) => warehouses)
  gauge('wba_live_ring_events', 'Events in memory for those who come back', ({ ringEvents }) => ringEvents)
  gauge('wba_live_age_seconds', 'Since the logs’ heads were last read; -1: not yet', ({ age }) =>
    age === undefined ? -1 : age / 1_000,
  )
  gauge('wba_live_lag_events', 'Events not sent on yet, of the log farthest behind', ({ lag }) => lag.events)
  gauge(
    'wba_live_lag_seconds',
    'Age of the oldest event that was read and not sent on yet',
    ({ lag }) => lag.ms / 1_000,
  )
}

/** Counts what the live part does. */
export const createLiveWatch = (registry: Registry): LiveWatch => {
  const registers = [registry]
  const executed = addTally(registry, 'wba_live_executions_total', 'Messages made, once for all who get them')
  const delivered = addTally(
    registry,
    'wba_live_deliveries_total',
    'Messages written to sockets; divided by the executions: how many share one',
  )
  const conflated = addTally(
    registry,
    'wba_live_conflated_events_total',
    'Events that lagging boards were spared because their orders had newer ones',
  )
  const delay = new Histogram({
    name: 'wba_live_delay_seconds',
    help: 'From an event’s time in the log until its message is ready for the sockets',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const gaps = new Counter({
    name: 'wba_live_gaps_total',
    help: 'Boards that were told that events are missing, by reason: too slow, log pruned, another log',
    labelNames: ['reason'],
    registers,
  })
  const resumes = new Counter({
    name: 'wba_live_resumes_total',
    help: 'Followers that came back with a cursor, by what served them: ring (memory), log (database), snapshot, refused',
    labelNames: ['source'],
    registers,
  })
  // A number that appears with its first event has not grown, as far as Prometheus can see.
  for (const reason of ['SLOW', 'PRUNED', 'EPOCH'] satisfies GapReason[]) gaps.inc({ reason }, 0)
  for (const source of ['ring', 'log', 'snapshot', 'refused'] satisfies ResumeSource[]) resumes.inc({ source }, 0)
  return {
    executed: () => executed(1),
    delivered: () => delivered(1),
    conflated,
    gap: (reason) => gaps.inc({ reason }),
    resumed: (source) => resumes.inc({ source }),
    // Clocks of events that were filled in, or were turned back, may be ahead.
    delayed: (ms) => delay.observe(Math.max(ms, 0) / 1_000),
  }
}
