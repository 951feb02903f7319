import { describe, expect, test } from 'vitest'
import { createSemaphore, type Place } from './semaphore.js'

const limits = { atOnce: 1, waiting: 2, waitWithin: 60_000 }
const taken = async (entering: Promise<Place | undefined>): Promise<Place> => {
  const place = await entering
  if (!place) throw new Error('no place')
  return place
}

describe('a semaphore', () => {
  test('lets those who wait in by order, one for each who leaves', async () => {
    const semaphore = createSemaphore(limits)
    const first = await taken(semaphore.enter())
    const entered: string[] = []
    const second = taken(semaphore.enter()).then((place) => (entered.push('second'), place))
    const third = taken(semaphore.enter()).then((place) => (entered.push('third'), place))
    expect(await semaphore.enter()).toBeUndefined()
    first.leave()
    // Once more changes nothing.
    first.leave()
    const place = await second
    expect(entered).toEqual(['second'])
    place.leave()
    ;(await third).leave()
    expect(entered).toEqual(['second', 'third'])
    ;(await taken(semaphore.enter())).leave()
  })

  test('lets nobody wait for ever', async () => {
    const semaphore = createSemaphore({ ...limits, waitWithin: 5 })
    const place = await taken(semaphore.enter())
    expect(await semaphore.enter()).toBeUndefined()
    place.leave()
    await taken(semaphore.enter())
  })

  test('forgets who does not want to wait any more', async () => {
    const semaphore = createSemaphore({ ...limits, waiting: 1 })
    const place = await taken(semaphore.enter())
    const gone = new AbortController()
    const waiting = semaphore.enter(gone.signal)
    gone.abort()
    expect(await waiting).toBeUndefined()
    expect(await semaphore.enter(gone.signal)).toBeUndefined()
    const other = taken(semaphore.enter())
    place.leave()
    ;(await other).leave()
  })
})
