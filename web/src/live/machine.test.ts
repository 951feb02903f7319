import { describe, expect, it } from 'vitest'
import { CloseCode } from './close-codes'
import { freshUntil, isFresh, wakeAt } from './model'
import { createHandDriven, heartbeat, snapshot, thing, upserted } from './testing/frames'
import { Timing } from './timing'

describe('a snapshot', () => {
  it('replaces the picture only when its last part has come', () => {
    const { send, frame, model } = createHandDriven()
    send({ type: 'start' }, 0)
    expect(send({ type: 'opened' }, 10).actions).toEqual([{ do: 'subscribe', after: null, epoch: null }])
    frame(snapshot(10, [thing('a')], 20, false), 20)
    expect(model()).toMatchObject({ phase: 'snapshotting', picture: null })
    frame(snapshot(10, [thing('b')], 20), 30)
    expect(model().phase).toBe('following')
    expect([...(model().picture?.orders.keys() ?? [])]).toEqual(['a', 'b'])
  })

  it('that is overtaken by a change is asked for again', () => {
    const { send, frame } = createHandDriven()
    send({ type: 'start' }, 0)
    send({ type: 'opened' }, 0)
    frame(snapshot(10, [thing('a')], 0, false), 0)
    expect(frame(upserted(10, 11, thing('b'), 1), 1).actions).toEqual([{ do: 'subscribe', after: null, epoch: null }])
  })

  it('that does not come ends the connection', () => {
    const { send, model } = createHandDriven()
    send({ type: 'start' }, 0)
    send({ type: 'opened' }, 0)
    expect(wakeAt(model(), 0)).toBe(Timing.SNAPSHOT_WITHIN)
    expect(send({ type: 'tick' }, Timing.SNAPSHOT_WITHIN).model.phase).toBe('backing-off')
  })
})

describe('a change', () => {
  it('is taken iff prevSeq ≤ L < seq; a repeat changes nothing; a hole asks for a snapshot', () => {
    const { follow, frame, model } = createHandDriven()
    follow(0)
    frame(upserted(9, 12, thing('a', 2), 1), 1)
    expect(model().picture?.seq).toBe(12)
    const before = model().picture
    frame(upserted(10, 12, thing('a', 99), 2), 2)
    expect(model().picture).toBe(before)
    const hole = frame(upserted(13, 14, thing('a', 3), 3), 3)
    expect(hole.actions).toEqual([{ do: 'subscribe', after: null, epoch: null }])
    expect(hole.model).toMatchObject({ phase: 'snapshotting', picture: before })
  })

  it('that makes a second hole soon after the first ends the connection, and the next asks for everything', () => {
    const { follow, frame, send, model } = createHandDriven()
    follow(0)
    frame(upserted(11, 12, thing('a'), 1), 1)
    frame(snapshot(20, [thing('a')], 2), 2)
    frame(upserted(21, 22, thing('a'), 3), 3)
    expect(model().phase).toBe('backing-off')
    send({ type: 'nudge' }, 4)
    expect(send({ type: 'opened' }, 5).actions).toEqual([{ do: 'subscribe', after: null, epoch: null }])
  })
})

describe('freshness', () => {
  it('ends in less than 5 s without a frame, by the server’s clock and not by the screen’s date', () => {
    const { follow, send, model } = createHandDriven()
    follow(100_000)
    expect(freshUntil(model())).toBe(100_000 + Timing.STALE_AFTER)
    expect(Timing.STALE_AFTER).toBeLessThan(5_000)
    expect(send({ type: 'tick' }, 100_000 + Timing.STALE_AFTER).model.phase).toBe('stale')
  })

  it('is given by a heartbeat with a new asOf, and not by one with an old asOf or one that says stale', () => {
    const { follow, frame, model } = createHandDriven()
    follow(0)
    frame(heartbeat(10, 4_000), 4_000)
    expect(isFresh(model(), 7_900)).toBe(true)
    frame(heartbeat(10, 8_000, { asOf: heartbeat(10, 4_000).asOf }), 8_000)
    expect(isFresh(model(), 8_600)).toBe(false)
    frame(heartbeat(10, 9_000), 9_000)
    expect(model().phase).toBe('following')
    frame(heartbeat(10, 9_500, { stale: true }), 9_500)
    expect(model().phase).toBe('stale')
    expect(isFresh(model(), 9_500)).toBe(false)
  })

  it('is not given by a heartbeat that knows of a change which never came; that change is asked for', () => {
    const { follow, frame, send, model } = createHandDriven()
    follow(0)
    frame(heartbeat(11, 2_000), 2_000)
    expect(freshUntil(model())).toBeLessThanOrEqual(Timing.STALE_AFTER)
    expect(wakeAt(model(), 2_000)).toBe(2_000 + Timing.BEHIND_FOR)
    expect(send({ type: 'tick' }, 2_000 + Timing.BEHIND_FOR).actions).toMatchObject([{ do: 'subscribe', after: null }])
  })

  it('ends at once when the log is another one', () => {
    const { follow, frame, model } = createHandDriven()
    follow(0)
    frame(heartbeat(10, 100, { epoch: 'e2' }), 100)
    expect(model().phase).toBe('snapshotting')
  })
})

describe('a connection that ended', () => {
  it('is tried again at once, and goes on where it was', () => {
    const { follow, send, model } = createHandDriven()
    follow(0)
    send({ type: 'closed', code: 1006, reason: '' }, 1_000)
    expect(wakeAt(model(), 1_000)).toBe(1_000)
    expect(send({ type: 'tick' }, 1_000).actions).toEqual([{ do: 'open' }])
    expect(send({ type: 'opened' }, 1_100).actions).toEqual([{ do: 'subscribe', after: 10, epoch: 'e1' }])
  })

  it('is given up on by a silent server after 10 s, though the socket looks open', () => {
    const { follow, send } = createHandDriven()
    follow(0)
    expect(send({ type: 'tick' }, Timing.DROP_AFTER)).toMatchObject({
      model: { phase: 'backing-off' },
      actions: [{ do: 'close' }],
    })
  })

  it('is never given up for ever, whatever its close code says', () => {
    for (const code of Object.values(CloseCode)) {
      const { follow, send, model } = createHandDriven(0.99)
      follow(0)
      for (let now = 0; now < 3; now += 1) {
        send({ type: 'closed', code, reason: '' }, model().retryAt)
        expect(model().retryAt - now * 60_000, `code ${code}`).toBeLessThanOrEqual(60_000 * (now + 1))
        expect(send({ type: 'tick' }, model().retryAt).actions).toEqual([{ do: 'open' }])
        send({ type: 'opened' }, model().retryAt)
      }
    }
  })

  it('starts its back-off anew only after it had been good for 10 s', () => {
    const flapping = createHandDriven(1 - 1e-9)
    flapping.follow(0)
    flapping.send({ type: 'closed', code: 1006, reason: '' }, 5_000)
    expect(flapping.model().attempt).toBe(1)
    flapping.send({ type: 'nudge' }, 5_000)
    flapping.send({ type: 'opened' }, 5_000)
    flapping.send({ type: 'closed', code: 1006, reason: '' }, 6_000)
    expect(flapping.model().attempt).toBe(2)
    expect(flapping.model().retryAt).toBeGreaterThan(7_000)
    flapping.send({ type: 'nudge' }, 7_000)
    flapping.send({ type: 'opened' }, 7_000)
    flapping.send({ type: 'closed', code: 1006, reason: '' }, 7_000 + Timing.GOOD_AFTER)
    expect(flapping.model().retryAt).toBe(7_000 + Timing.GOOD_AFTER)
  })
})

it('a subscription that is refused keeps the old picture on show, stale, and asks for a whole one later', () => {
  const { follow, send, model } = createHandDriven()
  follow(0)
  send({ type: 'refused', reason: 'no such warehouse' }, 1_000)
  expect(model()).toMatchObject({ phase: 'backing-off', trouble: { reason: 'no such warehouse' } })
  expect(model().picture?.seq).toBe(10)
  send({ type: 'nudge' }, 2_000)
  expect(send({ type: 'opened' }, 2_100).actions).toEqual([{ do: 'subscribe', after: null, epoch: null }])
  expect(model().phase).toBe('snapshotting')
})

it('stopped is stopped: nothing that comes late wakes it', () => {
  const { follow, send, frame, model } = createHandDriven()
  follow(0)
  expect(send({ type: 'stop' }, 1).actions).toEqual([{ do: 'close' }])
  frame(heartbeat(10, 2), 2)
  send({ type: 'closed', code: 1006, reason: '' }, 3)
  send({ type: 'tick' }, 99_999)
  expect(model().phase).toBe('stopped')
  expect(wakeAt(model(), 99_999)).toBeNull()
})
