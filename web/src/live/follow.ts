import type { Identified } from './frames'
import { step } from './machine'
import { type Action, type Event, type Model, initialModel, wakeAt } from './model'
import { parseFrame } from './parse-frame'
import type { Connection, Transport } from './transport'

/** A followed board. `subscribe` and `getModel` have the shape of React's useSyncExternalStore. */
export interface Feed<O extends Identified> {
  readonly getModel: () => Model<O>
  readonly subscribe: (listener: () => void) => () => void
  /** Monotonic milliseconds, the clock that the model's times are on. */
  readonly now: () => number
  /** Something hints that a try may succeed now: the network came back, the page was looked at again. */
  readonly nudge: () => void
  readonly close: () => void
}

/** What following needs of the world; clock, chance and timers can be replaced by a test's. */
export interface FeedOptions<O extends Identified> {
  readonly transport: Transport
  readonly variables: Readonly<Record<string, unknown>>
  readonly parseOrder: (value: unknown) => O | null
  readonly now?: () => number
  readonly random?: () => number
}

/** Frames come faster than a screen can be read; listeners hear of them this often (ms) at most. */
const PUBLISH_EVERY = 120
const MAX_TIMEOUT = 60_000

/** Follows one board until closed: runs the machine, and does what it says with one socket and one timer. */
export function follow<O extends Identified>(options: FeedOptions<O>): Feed<O> {
  const { transport, variables, parseOrder, now = () => performance.now(), random = Math.random } = options
  const listeners = new Set<() => void>()
  let model = initialModel<O>()
  let published = model
  let publishing: ReturnType<typeof setTimeout> | undefined
  let waking: ReturnType<typeof setTimeout> | undefined
  let connection: Connection | null = null
  let subscription: { end: () => void } | null = null

  function publish(): void {
    clearTimeout(publishing)
    publishing = undefined
    published = model
    for (const listener of listeners) listener()
  }

  function send(event: Event<O>): void {
    const before = model
    const { model: next, actions } = step(model, event, { now: now(), random: random() })
    model = next
    for (const action of actions) perform(action)
    wake()
    if (before.phase !== model.phase || event.type === 'tick') publish()
    else if (before !== model) publishing ??= setTimeout(publish, PUBLISH_EVERY)
  }

  function wake(): void {
    clearTimeout(waking)
    const at = wakeAt(model, now())
    if (at === null) return
    waking = setTimeout(() => send({ type: 'tick' }), Math.min(MAX_TIMEOUT, Math.max(0, at - now()) + 1))
  }

  function perform(action: Action): void {
    switch (action.do) {
      case 'open':
        connection = transport({
          opened: () => send({ type: 'opened' }),
          closed: (code, reason) => send({ type: 'closed', code, reason }),
        })
        return
      case 'subscribe': {
        subscription?.end()
        const { after, epoch } = action
        subscription =
          connection?.subscribe(after === null ? variables : { ...variables, after, epoch }, {
            next: (data) => {
              const frame = parseFrame((data as { orderBoard?: unknown } | null)?.orderBoard, parseOrder)
              send(frame ? { type: 'frame', frame } : { type: 'malformed' })
            },
            refused: (reason) => send({ type: 'refused', reason }),
            completed: () => send({ type: 'completed' }),
          }) ?? null
        return
      }
      case 'close':
        subscription?.end()
        connection?.close()
        subscription = connection = null
    }
  }

  send({ type: 'start' })
  return {
    getModel: () => published,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now,
    nudge: () => send({ type: 'nudge' }),
    close: () => {
      listeners.clear()
      send({ type: 'stop' })
      clearTimeout(publishing)
      clearTimeout(waking)
    },
  }
}
