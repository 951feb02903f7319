import { describe, expect, it } from 'vitest'
import { parseFrame } from './parse-frame'
import type { Thing } from './testing/simulated-server'

const parseOrder = (value: unknown): Thing | null => {
  const { id, version } = (value ?? {}) as Partial<Thing>
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}
const parse = (value: unknown) => parseFrame(value, parseOrder)

const base = { seq: 7, prevSeq: 6, at: '2026-11-22T10:00:00.000Z' }
const counters = { live: [{ state: 'NEW', count: 2 }], closedToday: [] }
const order = { id: 'a', version: 1 }
const valid: Readonly<Record<string, object>> = {
  snapshot: { ...base, __typename: 'BoardSnapshot', epoch: 'e', last: true, counters, orders: [order] },
  upserted: { ...base, __typename: 'OrderUpserted', order },
  left: { ...base, __typename: 'OrderLeft', orderId: 'a', state: 'HANDED_OVER' },
  heartbeat: { ...base, __typename: 'BoardHeartbeat', epoch: 'e', asOf: base.at, stale: false, counters },
  gap: { ...base, __typename: 'BoardGap', reason: 'SLOW' },
}

describe('a message of the live board', () => {
  it('is read into a frame, its times in ms', () => {
    for (const [kind, value] of Object.entries(valid)) expect(parse(value)).toMatchObject({ kind, seq: 7, prevSeq: 6 })
    expect(parse(valid['heartbeat'])).toMatchObject({
      asOf: Date.UTC(2026, 10, 22, 10),
      counters: { live: { NEW: 2 }, closedToday: {} },
    })
  })

  it('that lacks any one field, or holds it in another type, is not half understood', () => {
    const optional = new Set(['gap.reason'])
    for (const [kind, value] of Object.entries(valid))
      for (const field of Object.keys(value)) {
        if (optional.has(`${kind}.${field}`)) continue
        for (const wrong of [undefined, null, {}, 'x', Number.NaN]) {
          if (wrong === 'x' && ['epoch', 'orderId', 'state'].includes(field)) continue
          expect(parse({ ...value, [field]: wrong }), `${kind}.${field} = ${JSON.stringify(wrong)}`).toBeNull()
        }
      }
  })

  it('of a kind that is not known here, or no message at all, is null', () => {
    for (const value of [null, 1, 'x', [], {}, { ...base, __typename: 'Other' }]) expect(parse(value)).toBeNull()
  })
})
