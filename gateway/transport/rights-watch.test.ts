import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Viewer } from '../domain/person/viewer.js'
import { createRightsWatch, type RightsWatch } from './rights-watch.js'

const everyMs = 300_000
const person = (id: string, role: 'MANAGER' | 'PICKER', more: { readonly heldBack?: boolean } = {}): Viewer => ({
  kind: 'PERSON',
  personId: id,
  name: id,
  demo: false,
  totp: false,
  heldBack: false,
  grants: [{ role, warehouseId: 'north' }],
  by: { kind: 'SESSION', id, device: null, authenticatedAt: 0, expiresAt: Date.now() + 3_600_000 },
  ...more,
})

describe('the watch of rights', () => {
  let clock: number
  let asked: (readonly string[])[]
  let now: Map<string, Viewer>
  let during: () => Promise<void> | undefined
  let ended: string[]
  let told: string[]
  let watch: RightsWatch
  beforeEach(() => {
    clock = 0
    asked = []
    now = new Map()
    during = () => undefined
    ended = []
    told = []
    watch = createRightsWatch({
      everyMs,
      now: () => clock,
      onEnd: (reason) => told.push(reason),
      async findViewers(ids) {
        asked.push(ids)
        const found = new Map(now)
        await during()
        return found
      },
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    expect(told).toEqual(ended.map((text) => text.split(': ')[1]))
  })

  /** A socket of somebody who may do what they may now. */
  const open = (viewer: Viewer) => {
    now.set(viewer.by.id, viewer)
    return watch.add({ viewer, end: (reason) => ended.push(`${viewer.by.id}: ${reason}`) })
  }

  test('looks at all sockets when rights have moved, and else at those that have come since', async () => {
    open(person('anna', 'MANAGER'))
    await watch.observe(1)
    await watch.observe(1)
    open(person('boris', 'PICKER'))
    await watch.observe(1)
    await watch.observe(2)
    expect(asked).toEqual([['anna'], ['boris'], ['anna', 'boris']])
    expect(ended).toEqual([])
  })

  test('ends sockets of who is no longer let in, may do something else, or is held back', async () => {
    for (const name of ['anna', 'boris', 'vera', 'gleb']) open(person(name, 'MANAGER'))
    now.delete('anna')
    now.set('boris', person('boris', 'PICKER'))
    now.set('vera', person('vera', 'MANAGER', { heldBack: true }))
    await watch.observe(1)
    expect(ended).toEqual(['anna: Signed out', 'boris: Rights changed', 'vera: Rights changed'])
    await watch.observe(2)
    expect(asked.at(-1)).toEqual(['gleb'])
  })

  test('has ended them when it resolves, and looks again until it has been able to', async () => {
    open(person('anna', 'MANAGER'))
    await watch.observe(1)
    now.delete('anna')
    during = () => Promise.reject(new Error('the database is away'))
    await expect(watch.observe(2)).rejects.toThrow('away')
    await expect(watch.observe(2)).rejects.toThrow('away')
    expect(ended).toEqual([])
    expect(watch.lag()).toBe(1)
    during = () => undefined
    await watch.observe(2)
    expect(ended).toEqual(['anna: Signed out'])
    expect(watch.lag()).toBe(0)
  })

  test('misses no change that comes while it looks, nor a socket that opens then', async () => {
    open(person('anna', 'MANAGER'))
    const looked = Promise.withResolvers<void>()
    during = () => looked.promise
    const first = watch.observe(1)
    // Both were found before this; the look under way saw the one as she was, and the other not at all.
    open(person('boris', 'PICKER'))
    now.clear()
    looked.resolve()
    await first
    expect(ended).toEqual([])
    await watch.observe(2)
    expect(ended).toEqual(['anna: Signed out', 'boris: Signed out'])
  })

  test('a role that was taken and given back leaves the socket as it was', async () => {
    const anna = person('anna', 'MANAGER')
    open(anna)
    await watch.observe(1)
    now.set('anna', person('anna', 'PICKER'))
    now.set('anna', person('anna', 'MANAGER'))
    await watch.observe(3)
    expect(ended).toEqual([])
  })

  test('looks at everybody after five minutes though nothing is known to have changed', async () => {
    open(person('anna', 'MANAGER'))
    await watch.observe(1)
    now.delete('anna')
    clock = everyMs - 1
    await watch.observe(1)
    expect(ended).toEqual([])
    clock = everyMs
    await watch.observe(1)
    expect(ended).toEqual(['anna: Signed out'])
  })

  test('forgets who has gone', async () => {
    open(person('anna', 'MANAGER'))()
    now.clear()
    await watch.observe(1)
    expect([asked, ended]).toEqual([[], []])
  })

  test.each([1_000, 7 * 86_400_000, 90 * 86_400_000])(
    'ends a socket with its credential, %i ms from now, without a look',
    (left) => {
      vi.useFakeTimers()
      const by = { kind: 'DEVICE', id: 'board', expiresAt: Date.now() + left } as const
      open({ kind: 'BOARD', name: 'b', warehouseId: 'north', by })
      vi.advanceTimersByTime(left - 1)
      expect(ended).toEqual([])
      vi.advanceTimersByTime(1)
      expect(ended).toEqual(['board: Signed out'])
      expect(vi.getTimerCount()).toBe(0)
    },
  )
})
