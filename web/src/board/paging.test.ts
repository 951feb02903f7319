import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardsOfPage, cycleSeconds, pagingOf } from './paging'

const column = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)

describe('urgent cards of a column that turns', () => {
  it('are on every page, and the rest take turns', () => {
    const paging = pagingOf(24, 4, 10)
    expect(paging).toEqual({ pinned: 4, pages: 4 })
    expect(cardsOfPage(column(24), paging, 0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(cardsOfPage(column(24), paging, 3, 10)).toEqual([0, 1, 2, 3, 22, 23])
  })

  it('take half a page at most', () => {
    expect(pagingOf(24, 20, 11).pinned).toBe(5)
  })

  it('take less, down to a quarter, where a round would last longer than a minute and a half', () => {
    const { pinned, pages } = pagingOf(200, 60, 22)
    expect(pinned).toBeGreaterThanOrEqual(5)
    expect(pinned).toBeLessThan(11)
    expect(cycleSeconds(pages)).toBeLessThanOrEqual(90)
    expect(pagingOf(2_000, 60, 22).pinned).toBe(5)
  })

  it('need no pins where every order is on show', () => {
    expect(pagingOf(10, 9, 10)).toEqual({ pinned: 0, pages: 1 })
  })

  it('leave every order its page, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        fc.integer({ min: 1, max: 60 }),
        (length, urgent, room) => {
          const orders = column(length)
          const paging = pagingOf(length, Math.min(urgent, length), room)
          const shown = column(paging.pages).map((page) => cardsOfPage(orders, paging, page, room))
          expect(new Set(shown.flat()).size).toBe(length)
          for (const page of shown) {
            expect(page.length).toBeLessThanOrEqual(room)
            expect(page.slice(0, paging.pinned)).toEqual(orders.slice(0, paging.pinned))
            expect(page.length).toBeGreaterThan(paging.pinned)
          }
        },
      ),
    )
  })
})
