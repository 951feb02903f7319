import { performance } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

/** Adds a number that is read when it is asked for. */
export const addGauge = (registry: Registry, name: string, help: string, read: () => number): void => {
  const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) })
}

/** Adds a number that grows many thousand times a second: between two looks at it, growing costs an addition. */
export const addTally = (registry: Registry, name: string, help: string): ((more: number) => void) => {
  let since = 0
  const counter: Counter = new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      counter.inc(since)
      since = 0
    },
  })
  return (more) => {
    since += more
  }
}

/** A registry of its own, with what every process tells: two servers in one process never share numbers. */
export const createRegistry = (): Registry => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  let last = performance.eventLoopUtilization()
  addGauge(
    registry,
    'wba_event_loop_utilization_ratio',
    'Share of time the event loop worked since the last look',
    () => {
      const now = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(now, last)
      last = now
      return utilization
    },
  )
  return registry
}
