import type { ChangeFrame, Frame, HeartbeatFrame, Identified, SnapshotFrame } from './frames'
import type { Model } from './model'
import { addPart, applyChange, completePicture, judge } from './picture'
import { readClock } from './server-clock'

/** A frame's effect: the model after it, and whether the picture must be asked for anew. */
export interface Absorbed<O extends Identified> {
  readonly model: Model<O>
  readonly doubt: string | null
}

const sure = <O extends Identified>(model: Model<O>): Absorbed<O> => ({ model, doubt: null })

function absorbSnapshot<O extends Identified>(model: Model<O>, frame: SnapshotFrame<O>, now: number): Absorbed<O> {
  const parts = addPart(model.parts, frame)
  if (!frame.last) return sure({ ...model, phase: 'snapshotting', since: now, parts })
  const picture = completePicture(parts, frame)
  const whole = { ...model, parts: null, picture, behindSince: null, serverStale: false, mistrusted: false }
  return sure({ ...whole, phase: 'stale', since: now })
}

function absorbChange<O extends Identified>(model: Model<O>, frame: ChangeFrame<O>): Absorbed<O> {
  const { picture, parts } = model
  if (model.phase === 'snapshotting' || !picture) {
    // The server sends what comes after a snapshot after its last part; anything else would be lost between the two.
    return { model, doubt: parts && frame.seq > parts.seq ? 'a change overtook its snapshot' : null }
  }
  const verdict = judge(picture.seq, frame)
  if (verdict === 'repeat') return sure(model)
  if (verdict === 'hole') return { model, doubt: `hole: have ${picture.seq}, next follows ${frame.prevSeq}` }
  return sure({ ...model, picture: applyChange(picture, frame), behindSince: null })
}

function absorbHeartbeat<O extends Identified>(model: Model<O>, frame: HeartbeatFrame, now: number): Absorbed<O> {
  const { picture } = model
  if (model.phase === 'snapshotting' || !picture) return sure(model)
  if (frame.epoch !== picture.epoch) return { model, doubt: `epoch is now ${frame.epoch}` }
  if (frame.prevSeq > picture.seq) {
    // The stream has sent something that is not here. It may be on its way, so wait a moment before asking anew; until
    // then nothing proves the picture, and its age grows.
    return sure({ ...model, behindSince: model.behindSince ?? now })
  }
  const asOf = frame.stale ? picture.asOf : Math.max(picture.asOf, frame.asOf)
  const fresh = { ...picture, counters: frame.counters, leftSince: {}, asOf }
  return sure({ ...model, picture: fresh, serverStale: frame.stale, behindSince: null })
}

/** What one frame of the present subscription does to the model. Pure; the machine decides about phases and sockets. */
export function absorb<O extends Identified>(before: Model<O>, frame: Frame<O>, now: number): Absorbed<O> {
  const madeNow = frame.kind === 'heartbeat' || (frame.kind === 'snapshot' && !before.parts)
  const clock = readClock(before.clock, frame.at, now, madeNow)
  const model = { ...before, clock, heardAt: now }
  switch (frame.kind) {
    case 'snapshot':
      return absorbSnapshot(model, frame, now)
    case 'upserted':
    case 'left':
      return absorbChange(model, frame)
    case 'heartbeat':
      return absorbHeartbeat(model, frame, now)
    case 'gap':
      return sure({ ...model, phase: 'snapshotting', since: now, parts: null })
  }
}
