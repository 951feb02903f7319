import { describe, expect, it } from 'vitest'
import { chunkBytes, chunkOrders, chunksOf } from './send-orders.js'

const placed = (count: number, size: number) =>
  Array.from({ length: count }, (_, index) => ({ index, order: { comment: 'ы'.repeat(size / 2) } }))

describe('calls that a file is split into', () => {
  it('hold so many orders at most, in the order of the file', () => {
    const chunks = chunksOf(placed(1_201, 10))
    expect(chunks.map(({ length }) => length)).toEqual([chunkOrders, chunkOrders, 201])
    expect(chunks.flat().map(({ index }) => index)).toEqual(Array.from({ length: 1_201 }, (_, index) => index))
  })

  it('hold so many bytes at most; an order larger than that goes alone', () => {
    const [small, large] = [placed(4, 1_000), placed(1, chunkBytes * 2)]
    expect(chunksOf([...small, ...large, ...small]).map(({ length }) => length)).toEqual([4, 1, 4])
    for (const chunk of chunksOf(placed(1_000, 4_000)))
      expect(Buffer.byteLength(JSON.stringify(chunk.map(({ order }) => order)))).toBeLessThanOrEqual(chunkBytes + 1)
  })

  it('are none for an empty file', () => {
    expect(chunksOf([])).toEqual([])
  })
})
