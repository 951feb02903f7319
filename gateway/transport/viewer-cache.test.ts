import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../domain/person/viewer.js'
import type { Credential } from './credential.js'
import { createViewerCache, type ViewerCache } from './viewer-cache.js'

const boardUntil = (expiresAt: number): Viewer => ({
  kind: 'BOARD',
  name: 'b',
  warehouseId: '1',
  by: { kind: 'DEVICE', id: '1', expiresAt },
})
const limits = { cachedViewers: 2, viewerKeptFor: 60_000, rightsFreshFor: 1_000 }
const token = (secret: string): readonly Credential[] => [{ kind: 'TOKEN', secret }]

describe('the cache of viewers', () => {
  let clock: number
  let asked: string[]
  let expiresAt: number
  let before: () => Promise<void> | undefined
  let cache: ViewerCache
  beforeEach(() => {
    clock = 0
    asked = []
    expiresAt = Date.now() + 3_600_000
    before = () => undefined
    cache = createViewerCache({
      limits,
      now: () => clock,
      findViewer: async ([credential]) => {
        asked.push(credential?.secret ?? '')
        await before()
        return credential?.secret === 'none' ? undefined : boardUntil(expiresAt)
      },
    })
    cache.observe(1, clock)
  })
  const find = (secret = 'a') => cache.find(token(secret))

  test('asks once, for each credential', async () => {
    expect(await find('a')).toEqual(await find('a'))
    await find('b')
    await cache.find([{ kind: 'DEVICE', secret: 'a' }])
    expect(asked).toEqual(['a', 'b', 'a'])
  })

  test('asks again when rights have moved, or were not looked at for a second', async () => {
    await find()
    cache.observe(1, (clock = 900))
    await find()
    expect(asked).toHaveLength(1)
    cache.observe(2, clock)
    await find()
    expect(asked).toHaveLength(2)
    clock += 1_001
    await find()
    await find()
    expect(asked).toHaveLength(4)
    cache.observe(2, clock)
    await find()
    expect(asked).toHaveLength(4)
  })

  test('counts the age of a look from its beginning', async () => {
    await find()
    clock = 3_000
    cache.observe(1, 500)
    await find()
    expect(asked).toHaveLength(2)
  })

  test('asks again after a minute, so that whoever is seen is noted, and after the credential’s own end', async () => {
    await find()
    cache.observe(1, (clock = 60_000))
    await find()
    expect(asked).toHaveLength(2)
    expiresAt = Date.now() - 1
    await find('b')
    await find('b')
    expect(asked).toHaveLength(4)
  })

  test.each([
    ['this process', () => cache.forget()],
    ['another', () => cache.observe(2, clock)],
  ])('keeps nothing that was looked up while %s changed rights', async (_who, change) => {
    const changed = Promise.withResolvers<void>()
    before = () => changed.promise
    const finding = find()
    change()
    changed.resolve()
    await finding
    await find()
    expect(asked).toHaveLength(2)
  })

  test('does not remember who is nobody', async () => {
    expect(await find('none')).toBeUndefined()
    await find('none')
    expect(asked).toHaveLength(2)
    expect(await cache.find([])).toBeUndefined()
    expect(asked).toHaveLength(2)
  })

  test('is bounded', async () => {
    for (const secret of ['a', 'b', 'c', 'a']) await find(secret)
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})
