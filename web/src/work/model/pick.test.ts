import { describe, expect, it } from 'vitest'
import type { Answer, Entry } from '../journal/entry'
import { said } from '../testing/model-server'
import { decidePick } from './decide-scan'
import { type Known, pickedOf, putBacksOf } from './put-backs'
import { openStops, type Stop, unitsOf } from './work'

const stop = (code: string | null, barcode: string, ...orders: readonly string[]): Stop => ({
  cell: code === null ? null : { code, zone: code.slice(0, 1), barcode: `CELL-${code}` },
  sku: { id: `sku ${barcode}`, article: `article ${barcode}`, title: 'Футболка', size: 'M', barcodes: [barcode] },
  tasks: orders.map((id) => ({
    cancelled: false,
    order: {
      id,
      version: 3,
      wbOrderId: id,
      deadlineAt: `2026-11-26T1${id.length}:00:00Z`,
      requiredMeta: [],
      putBackRequired: false,
    },
  })),
})
const entry = (kind: 'pick' | 'putBack' | 'pack', orderId: string, answer: Answer | null = null): Entry => ({
  act: { kind, orderId, barcode: '1' },
  ...{ journalId: 'j', seq: 1, commandId: 'c', clientTime: '', answer, seen: false },
})
const none = { entries: [], gone: new Set<string>() }
const all = [stop('A-1', '111', 'a', 'b'), stop('B-7', '222', 'c'), stop(null, '333', 'd')]
const at = (open = all) => ({ open, all })

describe('a scan of somebody who picks', () => {
  it('is the cell where one should be, by barcode or code', () => {
    expect(decidePick('CELL-A-1', at())).toMatchObject({ kind: 'AT_CELL' })
    expect(decidePick('a-1', at())).toMatchObject({ kind: 'AT_CELL' })
  })
  it('is another cell, and says which is wanted', () => {
    expect(decidePick('CELL-B-7', at())).toMatchObject({ kind: 'OTHER_CELL', scanned: 'B-7', wanted: { code: 'A-1' } })
  })
  it('is the unit, of the order with the earliest deadline', () => {
    expect(decidePick('111', at())).toMatchObject({ kind: 'TAKEN', task: { order: { id: 'a' } }, barcode: '111' })
  })
  it('is a unit that belongs elsewhere, and says where', () => {
    expect(decidePick('222', at())).toMatchObject({ kind: 'ELSEWHERE', cell: { code: 'B-7' } })
    expect(decidePick('333', at())).toMatchObject({ kind: 'ELSEWHERE', cell: null })
  })
  it('is a unit that nobody wants any more', () => {
    const cancelled = [{ ...all[0]!, tasks: all[0]!.tasks.map((task) => ({ ...task, cancelled: true })) }]
    expect(decidePick('111', { open: [all[1]!], all: [...cancelled, all[1]!] })).toMatchObject({ kind: 'CANCELLED' })
    expect(decidePick('111', at([all[1]!]))).toMatchObject({ kind: 'ENOUGH' })
  })
  it('is nothing known, or misread', () => {
    expect(decidePick('4006381333931', at())).toEqual({ kind: 'UNKNOWN', text: '4006381333931' })
    expect(decidePick('4006381333932', at())).toEqual({ kind: 'MISREAD', text: '4006381333932' })
    expect(decidePick('', at())).toMatchObject({ kind: 'UNKNOWN' })
  })
})

describe('what is still to take', () => {
  it('is without what was taken here, delivered or not', () => {
    const entries = [entry('pick', 'a'), entry('pick', 'c', { ...said('DONE', null), orderVersion: 4 })]
    expect(openStops(all, { ...none, entries }).map(({ tasks }) => tasks.map(({ order }) => order.id))).toEqual([
      ['b'],
      ['d'],
    ])
  })
  it('has again what the server refused, or has given anew since', () => {
    const entries = [
      entry('pick', 'a', said('REFUSED', 'FOREIGN_CLAIM')),
      entry('pick', 'c', { ...said('DONE', null), orderVersion: 3 }),
    ]
    expect(unitsOf(openStops(all, { ...none, entries }))).toBe(4)
  })
  it('is without what was cancelled or taken away', () => {
    expect(unitsOf(openStops(all, { ...none, gone: new Set(['a', 'c']) }))).toBe(2)
  })
})

describe('units in the tote', () => {
  const known = new Map<string, Known>(
    all.flatMap(({ cell, sku, tasks }) =>
      tasks.map(({ order }) => [order.id, { order, sku, cell, cancelled: order.id === 'b', read: false }] as const),
    ),
  )
  it('go back when their orders are cancelled, before or after they were taken, until they are back', () => {
    const entries = [
      entry('pick', 'a', { ...said('DONE', null), putBack: true }),
      entry('pick', 'b'),
      entry('pick', 'c'),
    ]
    const ids = (list: readonly Known[]) => list.map(({ order }) => order.id)
    expect(ids(putBacksOf(known, entries))).toEqual(['a', 'b'])
    expect(ids(pickedOf(known, entries))).toEqual(['c'])
    expect(ids(putBacksOf(known, [...entries, entry('putBack', 'a')]))).toEqual(['b'])
    expect(ids(pickedOf(known, [...entries, entry('pack', 'c')]))).toEqual([])
  })
})
