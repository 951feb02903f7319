import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CloseCode } from './close-codes'
import { isFresh } from './model'
import { createSimulatedBoard, type SimulatedBoard } from './testing/simulated-board'

const seed = Date.now() & 0x7fff_ffff
console.info(`web/src/live properties: fast-check seed ${seed}`)

type Move = (board: SimulatedBoard) => void
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const code = fc.constantFrom(1001, 1006, ...Object.values(CloseCode))

const named = (name: string, act: Move): readonly [string, Move] => [name, act]
const always = (name: string, act: Move): fc.Arbitrary<readonly [string, Move]> => fc.constant(named(name, act))
const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })

const move = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(id, fc.boolean())
      .map(([of, seen]) => named(`write ${of} ${seen}`, (b) => b.write(of, 'upserted', seen))),
  },
  { weight: 4, arbitrary: id.map((of) => named(`leave ${of}`, (b) => b.write(of, 'left', true))) },
  { weight: 8, arbitrary: always('deliver', (b) => b.deliver()) },
  { weight: 6, arbitrary: upTo(400).map((ms) => named(`wait ${ms} ms`, (b) => b.advance(ms))) },
  { weight: 3, arbitrary: upTo(20).map((s) => named(`wait ${s} s`, (b) => b.advance(s * 1_000))) },
  { weight: 2, arbitrary: always('lose', (b) => b.lose()) },
  { weight: 2, arbitrary: always('repeat', (b) => b.repeat()) },
  { weight: 1, arbitrary: always('conflate', (b) => b.conflate()) },
  { weight: 1, arbitrary: always('garble', (b) => b.garble()) },
  { weight: 2, arbitrary: code.map((of) => named(`cut ${of}`, (b) => b.cut(of))) },
  { weight: 1, arbitrary: always('freeze', (b) => b.freeze()) },
  { weight: 1, arbitrary: always('complete', (b) => b.complete()) },
  { weight: 1, arbitrary: fc.boolean().map((on) => named(`reachable ${on}`, (b) => b.setReachable(on))) },
  { weight: 1, arbitrary: fc.boolean().map((on) => named(`stale ${on}`, (b) => b.server.setStale(on))) },
  { weight: 1, arbitrary: always('prune', (b) => b.server.prune()) },
  { weight: 1, arbitrary: always('restore', (b) => b.restore()) },
)

/** L1: whatever is on show is exactly one state that the server really had, the one at the picture's own seq. */
function expectTruePicture(board: SimulatedBoard): void {
  const { picture } = board.model()
  if (!picture) return
  expect(Object.fromEntries(picture.orders)).toEqual(
    Object.fromEntries(board.server.stateAt(picture.epoch, picture.seq) ?? []),
  )
}

/** L2: a picture that calls itself fresh lacks nothing that was written 5 s ago or earlier. */
function expectHonestFreshness(board: SimulatedBoard): void {
  const model = board.model()
  const { epoch } = board.server.head()
  if (!isFresh(model, board.now()) || model.picture?.epoch !== epoch) return
  expect(model.picture.seq).toBeGreaterThanOrEqual(board.server.writtenBy(board.serverNow() - 5_000))
}

/** L3: once the faults end, the board is current again by itself, whatever happened before. */
function expectHealed(board: SimulatedBoard): void {
  board.setReachable(true)
  board.server.setStale(false)
  board.advance(180_000)
  const { phase, picture } = board.model()
  const head = board.server.head()
  expect(phase).toBe('following')
  expect(picture?.epoch).toBe(head.epoch)
  expect(Object.fromEntries(picture?.orders ?? [])).toEqual(Object.fromEntries(head.state))
}

describe('the client half of the live protocol, under random faults', () => {
  it('shows only states that were, never calls an old one fresh, and always heals', () => {
    const checked = fc.check(
      fc.property(
        fc.array(move, { minLength: 20, maxLength: 150, size: 'max' }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (moves, chance) => {
          const board = createSimulatedBoard(() => Number(chance.next().value))
          board.start()
          for (const [, act] of moves) {
            act(board)
            expectTruePicture(board)
            expectHonestFreshness(board)
          }
          expectHealed(board)
        },
      ),
      { seed, numRuns: 1000 },
    )
    expect(fc.defaultReportMessage(checked)).toBeUndefined()
  }, 60_000)
})
