import type { Frame } from '../frames'
import { step } from '../machine'
import { type Event, type Model, initialModel, wakeAt } from '../model'
import { createSimulatedServer, type Thing } from './simulated-server'

/** The server's clock is far from the board's: nothing may compare the two. */
const SERVER_AHEAD = 1_900_000_000_000
const DELIVERED_WITHIN = 300
const HEARTBEAT_EVERY = 2_000
const SLICE = 100

interface Sent {
  readonly frame: Frame<Thing>
  readonly at: number
}

/** The machine against the simulated server over a faulty network, all on one virtual clock (ms). */
export function createSimulatedBoard(random: () => number) {
  const server = createSimulatedServer()
  let now = 0
  let model: Model<Thing> = initialModel()
  let socket: 'none' | 'opening' | 'open' | 'half-open' = 'none'
  let reachable = true
  let following = false
  let wire: Sent[] = []
  let lastSentAt = 0
  let delivered: Frame<Thing> | null = null

  const serverNow = (): number => SERVER_AHEAD + now
  function put(...frames: Frame<Thing>[]): void {
    if (!following || frames.length === 0) return
    lastSentAt = now
    if (socket === 'open') wire.push(...frames.map((frame) => ({ frame, at: now })))
  }
  function send(event: Event<Thing>): void {
    const result = step(model, event, { now, random: random() })
    model = result.model
    for (const action of result.actions) {
      if (action.do === 'open') socket = 'opening'
      if (action.do === 'close') hangUp()
      if (action.do === 'subscribe') {
        wire = []
        following = true
        put(...server.subscribe(action.after, action.epoch, serverNow()))
      }
    }
  }
  function hangUp(): void {
    socket = 'none'
    following = false
    wire = []
  }
  function deliver(): void {
    const sent = wire.shift()
    if (!sent) return
    delivered = sent.frame
    send({ type: 'frame', frame: sent.frame })
  }
  function slice(ms: number): void {
    now += ms
    if (socket === 'opening' && reachable) {
      socket = 'open'
      send({ type: 'opened' })
    }
    if (following && now - lastSentAt >= HEARTBEAT_EVERY) put(server.heartbeat(serverNow()))
    while (wire[0] && now - wire[0].at >= DELIVERED_WITHIN) deliver()
    const wake = wakeAt(model, now)
    if (wake !== null && wake <= now) send({ type: 'tick' })
  }

  return {
    server,
    model: () => model,
    now: () => now,
    serverNow,
    start: () => send({ type: 'start' }),
    advance(ms: number): void {
      for (let left = ms; left > 0; left -= SLICE) slice(Math.min(SLICE, left))
    },
    deliver,
    write: (id: string, kind: 'upserted' | 'left', visible: boolean): void => {
      const frame = server.write(id, kind, visible, serverNow())
      if (frame) put(frame)
    },
    /** Loses the next change on the wire, as a faulty server might. */
    lose: (): void => {
      const kind = wire[0]?.frame.kind
      if (kind === 'upserted' || kind === 'left') wire.shift()
    },
    repeat: (): void => {
      if (following && (delivered?.kind === 'upserted' || delivered?.kind === 'left'))
        send({ type: 'frame', frame: delivered })
    },
    conflate: (): void => {
      wire = []
      put(...server.gap(serverNow()))
    },
    /** Changes carry no epoch, so the server owes a gap to whoever listens in the moment its log is replaced. */
    restore: (): void => {
      server.restore()
      put(...server.gap(serverNow()))
    },
    garble: (): void => {
      if (wire.shift()) send({ type: 'malformed' })
    },
    cut: (code: number): void => {
      if (socket === 'none') return
      hangUp()
      send({ type: 'closed', code, reason: '' })
    },
    freeze: (): void => {
      if (socket !== 'open') return
      socket = 'half-open'
      wire = []
    },
    setReachable: (value: boolean): void => {
      reachable = value
    },
    complete: (): void => {
      if (following) send({ type: 'completed' })
    },
  }
}

export type SimulatedBoard = ReturnType<typeof createSimulatedBoard>
