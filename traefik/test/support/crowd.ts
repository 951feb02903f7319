import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type BoardMessage, createBoardModel } from '../../../gateway/test/live/board-model.js'
import { boardQuery, eventsQuery } from '../../../gateway/test/live/follow-stream.js'
import { openStreamSession, type StreamSession } from '../../../gateway/test/log-model/stream-client.js'
import { origin, type Way } from './call.js'

/** One client of a warehouse's stream: it comes back and resumes for as long as it is there. */
export interface Member {
  /** The last seq taken. */
  readonly seq: number | undefined
  /** Whatever it was not promised: holes, gaps, errors. */
  readonly faults: readonly string[]
  /** Why its sockets ended. */
  readonly ends: readonly string[]
  leave(): Promise<void>
}

interface MemberOptions {
  readonly way: Way
  readonly token: string
  readonly warehouseId: string
  readonly epoch: string
}

/** What a kind of client makes of what it receives. */
interface Taker {
  readonly query: string
  readonly seq: () => number | undefined
  take(payload: string): void
}

const eventsTaker = (from: number): Taker => {
  let seq = from
  return {
    query: eventsQuery,
    seq: () => seq,
    take(payload) {
      const { data } = JSON.parse(payload) as { data: { orderEvents: { seq: number } } }
      if (data.orderEvents.seq !== seq + 1) throw new Error(`events: have ${seq}, got ${data.orderEvents.seq}`)
      seq += 1
    },
  }
}

const boardTaker = (): Taker => {
  const model = createBoardModel()
  return {
    query: boardQuery,
    seq: () => model.seq,
    take(payload) {
      const { data } = JSON.parse(payload) as { data: { orderBoard: BoardMessage } }
      model.take(data.orderBoard)
      if (model.counts.gaps.length > 0 || model.counts.snapshots > 1) throw new Error('a board had to begin anew')
    },
  }
}

const join = ({ way, token, warehouseId, epoch }: MemberOptions, taker: Taker): Member => {
  const [faults, ends]: [string[], string[]] = [[], []]
  let session: StreamSession | undefined
  let there = true
  const follow = async () => {
    while (there) {
      const after = taker.seq()
      session = openStreamSession({
        url: origin,
        connection: way,
        token,
        query: taker.query,
        variables: { warehouseId, ...(after !== undefined && { after, epoch }) },
        onNext(payload) {
          try {
            taker.take(payload.toString())
          } catch (error) {
            faults.push(String(error))
          }
        },
        onError: (errors) => faults.push(JSON.stringify(errors)),
      })
      const why = await session.ended
      if (there) ends.push(why)
      // As real clients do, so that they do not come all at once.
      await pause(randomInt(50, 500))
    }
  }
  const following = follow()
  return {
    get seq() {
      return taker.seq()
    },
    faults,
    ends,
    async leave() {
      there = false
      session?.cut()
      await following
    },
  }
}

/** Boards and followers of every event. */
export const gatherCrowd = (
  size: { readonly boards: number; readonly events: number },
  head: number,
  optionsOf: (number: number) => MemberOptions,
): readonly Member[] =>
  Array.from({ length: size.boards + size.events }, (_, number) =>
    join(optionsOf(number), number < size.boards ? boardTaker() : eventsTaker(head)),
  )
