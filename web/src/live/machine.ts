import { absorb } from './absorb'
import { retryDelay } from './backoff'
import type { Frame, Identified } from './frames'
import { type Action, type Event, type Model, type Phase, isFresh } from './model'
import { forgetSamples } from './server-clock'
import { Timing } from './timing'

/** Clock and chance are inputs: monotonic milliseconds, and a number in [0, 1). */
export interface Moment {
  readonly now: number
  readonly random: number
}

/** The machine after an event, and what the driver has to do about it. */
export interface Step<O extends Identified> {
  readonly model: Model<O>
  readonly actions: readonly Action[]
}

type EventOf<T extends Event<Identified>['type'], O extends Identified> = Extract<Event<O>, { readonly type: T }>
type Handler<T extends Event<Identified>['type']> = <O extends Identified>(
  model: Model<O>,
  event: EventOf<T, O>,
  moment: Moment,
) => Step<O>
type Row = { readonly [T in Event<Identified>['type']]: Handler<T> }

const ignore = <O extends Identified>(model: Model<O>): Step<O> => ({ model, actions: [] })

const open = <O extends Identified>(model: Model<O>, moment: Moment): Step<O> => ({
  model: { ...model, phase: 'connecting', since: moment.now, parts: null, behindSince: null },
  actions: [{ do: 'open' }],
})

const stop = <O extends Identified>(model: Model<O>, moment: Moment): Step<O> => ({
  model: { ...model, phase: 'stopped', since: moment.now, parts: null },
  actions: [{ do: 'close' }],
})

/** Following or stale, as the clock says. Only for a model that is subscribed and has a whole picture. */
function settle<O extends Identified>(model: Model<O>, now: number): Model<O> {
  if (model.phase !== 'following' && model.phase !== 'stale') return model
  const phase = isFresh(model, now) ? 'following' : 'stale'
  if (phase === model.phase) return model
  return { ...model, phase, since: now, trouble: phase === 'following' ? null : model.trouble }
}

/** Takes up the picture where it was left, or asks for one. The answer decides whether it is still true. */
function subscribe<O extends Identified>(model: Model<O>, moment: Moment): Step<O> {
  const picture = model.mistrusted ? null : model.picture
  const began = { ...model, since: moment.now, subscribedAt: moment.now, heardAt: moment.now, resyncedAt: null }
  const clock = forgetSamples(model.clock)
  return {
    model: settle({ ...began, clock, serverStale: false, phase: picture ? 'stale' : 'snapshotting' }, moment.now),
    actions: [{ do: 'subscribe', after: picture?.seq ?? null, epoch: picture?.epoch ?? null }],
  }
}

function backOff<O extends Identified>(model: Model<O>, code: number | null, reason: string, moment: Moment): Step<O> {
  const { now, random } = moment
  const subscribed = model.phase === 'following' || model.phase === 'stale'
  const wasGood = subscribed && now - model.subscribedAt >= Timing.GOOD_AFTER
  const attempt = wasGood ? 0 : model.attempt
  const retryAt = now + retryDelay({ attempt, code, random })
  const next = { ...model, phase: 'backing-off' as const, since: now, parts: null, behindSince: null }
  return {
    model: { ...next, attempt: attempt + 1, retryAt, trouble: { code, reason } },
    actions: [{ do: 'close' }],
  }
}

/** The picture is in doubt: ask for a whole one on the same socket, once; a second doubt soon after ends the socket. */
function resync<O extends Identified>(before: Model<O>, reason: string, moment: Moment): Step<O> {
  const { now } = moment
  const model = { ...before, parts: null, behindSince: null, mistrusted: true, trouble: { code: null, reason } }
  const again = model.resyncedAt !== null && now - model.resyncedAt < Timing.RESYNC_APART
  if (again) return backOff(model, null, reason, moment)
  return {
    model: { ...model, phase: 'snapshotting', since: now, resyncedAt: now },
    actions: [{ do: 'subscribe', after: null, epoch: null }],
  }
}

function onFrame<O extends Identified>(model: Model<O>, frame: Frame<O>, moment: Moment): Step<O> {
  const { model: next, doubt } = absorb(model, frame, moment.now)
  return doubt === null ? ignore(settle(next, moment.now)) : resync(next, doubt, moment)
}

function onTime<O extends Identified>(model: Model<O>, moment: Moment): Step<O> {
  const { now } = moment
  if (now - model.heardAt >= Timing.DROP_AFTER) return backOff(model, null, 'no word from the server', moment)
  if (model.behindSince !== null && now - model.behindSince >= Timing.BEHIND_FOR)
    return resync(model, 'a change was lost', moment)
  return ignore(settle(model, now))
}

const onClosed: Handler<'closed'> = (model, event, moment) => backOff(model, event.code, event.reason, moment)

const subscribed = {
  start: ignore,
  stop: (model, _event, moment) => stop(model, moment),
  opened: ignore,
  frame: (model, event, moment) => onFrame(model, event.frame, moment),
  malformed: (model, _event, moment) => resync(model, 'a message that is not understood', moment),
  refused: (model, event, moment) => backOff({ ...model, mistrusted: true }, null, event.reason, moment),
  completed: (model, _event, moment) => backOff(model, null, 'the server ended the subscription', moment),
  closed: onClosed,
  tick: (model, _event, moment) => onTime(model, moment),
  nudge: (model, _event, moment) => onTime(model, moment),
} satisfies Row

/** Every phase decides every event. A new phase or event does not compile until each pair has its answer. */
export const table: Readonly<Record<Phase, Row>> = {
  stopped: {
    start: (model, _event, moment) => open({ ...model, attempt: 0, trouble: null }, moment),
    stop: ignore,
    opened: ignore,
    frame: ignore,
    malformed: ignore,
    refused: ignore,
    completed: ignore,
    closed: ignore,
    tick: ignore,
    nudge: ignore,
  },
  connecting: {
    start: ignore,
    stop: (model, _event, moment) => stop(model, moment),
    opened: (model, _event, moment) => subscribe(model, moment),
    frame: ignore,
    malformed: ignore,
    refused: ignore,
    completed: ignore,
    closed: onClosed,
    tick: (model, _event, moment) =>
      moment.now - model.since >= Timing.CONNECT_WITHIN
        ? backOff(model, null, 'the server does not answer', moment)
        : ignore(model),
    nudge: ignore,
  },
  snapshotting: {
    ...subscribed,
    tick: (model, _event, moment) =>
      moment.now - model.since >= Timing.SNAPSHOT_WITHIN
        ? backOff(model, null, 'the snapshot does not come', moment)
        : ignore(model),
    nudge: ignore,
  },
  following: subscribed,
  stale: subscribed,
  'backing-off': {
    start: ignore,
    stop: (model, _event, moment) => stop(model, moment),
    opened: ignore,
    frame: ignore,
    malformed: ignore,
    refused: ignore,
    completed: ignore,
    closed: ignore,
    tick: (model, _event, moment) => (moment.now >= model.retryAt ? open(model, moment) : ignore(model)),
    nudge: (model, _event, moment) => open(model, moment),
  },
}

/** One step of the live protocol's client half: what is so after the event, and what to do about it. Pure. */
export function step<O extends Identified>(model: Model<O>, event: Event<O>, moment: Moment): Step<O> {
  const handler = table[model.phase][event.type] as (m: Model<O>, e: Event<O>, at: Moment) => Step<O>
  return handler(model, event, moment)
}
