import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { densities, layoutBoard, spacing, steadyLayout } from './layout'
import { cycleSeconds, dwell, pageAt, startOfPage } from './paging'

const tv = { width: 119, height: 56 }

describe('how the board is laid out', () => {
  it('cards are as roomy as all orders at once allow', () => {
    expect(layoutBoard(tv, [3, 2, 4, 1, 0, 5, 1], false)?.density).toBe('roomy')
    expect(layoutBoard(tv, [9, 8, 9, 8, 9, 8, 9], false)?.density).toBe('medium')
  })

  it('600 orders are in pages, and the longest round of pages is under a minute and a half', () => {
    const layout = layoutBoard(tv, [206, 124, 50, 69, 58, 61, 32], false)
    expect(layout?.density).toBe('dense')
    expect(Math.max(...(layout?.columns ?? []).map(({ pages }) => cycleSeconds(pages)))).toBeLessThanOrEqual(90)
  })

  it('a phone cannot hold the columns side by side', () => {
    expect(layoutBoard({ width: 24, height: 50 }, [1, 1, 1, 1, 1, 1, 1], true)).toBeNull()
  })

  it('whatever the room and the counts, every order has a place and no card leaves the room', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.double({ min: 20, max: 260, noNaN: true }),
          height: fc.double({ min: 15, max: 140, noNaN: true }),
        }),
        fc.array(fc.nat(400), { minLength: 1, maxLength: 7 }),
        fc.boolean(),
        (area, counts, near) => {
          const layout = layoutBoard(area, counts, near)
          if (!layout) return
          const { width, height } = densities.find(({ name }) => name === layout.density) ?? densities[0]
          let used = (counts.length - 1) * spacing.column
          layout.columns.forEach(({ across, rows, pages }, index) => {
            expect(across * rows * pages).toBeGreaterThanOrEqual(counts[index] ?? 0)
            used += across * width + (across - 1) * spacing.card + 2 * spacing.padding
            const tall = rows * height + (rows - 1) * spacing.card + spacing.head
            expect(rows === 1 || tall <= area.height).toBe(true)
          })
          expect(used).toBeLessThanOrEqual(area.width)
        },
      ),
    )
  })
})

describe('how the layout follows the counts', () => {
  it('columns keep their widths while that costs no more than a page', () => {
    const before = layoutBoard(tv, [200, 120, 50, 69, 58, 61, 32], false)
    const after = steadyLayout(before, tv, [20, 120, 250, 69, 58, 61, 32], false)
    const slightly = steadyLayout(before, tv, [199, 121, 51, 68, 58, 61, 32], false)
    const widths = (layout: typeof before) => layout?.columns.map(({ across }) => across)
    expect(widths(slightly)).toEqual(widths(before))
    expect(widths(after)).not.toEqual(widths(before))
  })

  it('cards shrink as soon as they must, and grow again only with room to spare', () => {
    const roomy = layoutBoard(tv, [6, 1, 1, 1, 1, 1, 1], false)
    const full = steadyLayout(roomy, tv, [7, 1, 1, 1, 1, 1, 1], false)
    expect([roomy?.density, full?.density]).toEqual(['roomy', 'large'])
    expect(steadyLayout(full, tv, [6, 1, 1, 1, 1, 1, 1], false)?.density).toBe('large')
    expect(steadyLayout(full, tv, [4, 1, 1, 1, 1, 1, 1], false)?.density).toBe('roomy')
  })

  it('every order has a place, whatever came before', () => {
    const counts = fc.array(fc.nat(300), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 10 }), (history) => {
        let layout: ReturnType<typeof layoutBoard> = null
        for (const now of history) layout = steadyLayout(layout, tv, now, false)
        const last = history.at(-1) ?? []
        layout?.columns.forEach(({ across, rows, pages }, index) => {
          expect(across * rows * pages).toBeGreaterThanOrEqual(last[index] ?? 0)
        })
        expect(layout).not.toBeNull()
      }),
    )
  })
})

describe('how pages turn', () => {
  it('each is shown once a round, the most urgent one longest', () => {
    for (let pages = 2; pages < 12; pages += 1) {
      const shown = Array.from({ length: cycleSeconds(pages) }, (_, second) => pageAt(second, pages))
      for (let page = 0; page < pages; page += 1)
        expect(shown.filter((on) => on === page)).toHaveLength(page === 0 ? dwell.first : dwell.other)
      expect(pageAt(cycleSeconds(pages), pages)).toBe(0)
      for (let page = 0; page < pages; page += 1) expect(pageAt(startOfPage(page), pages)).toBe(page)
    }
    expect(pageAt(1_000, 1)).toBe(0)
  })
})
