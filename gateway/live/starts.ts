import { GraphQLError } from 'graphql'
import type { Start } from './board-follower.js'
import type { Head, LogEvent } from './event.js'
import type { FollowArgs } from './follow-args.js'
import type { Group } from './group.js'
import type { LiveLimits } from './limits.js'
import type { Stream } from './stream.js'
import type { LiveWatch } from './watch.js'

interface StartsOptions {
  readonly readHead: (warehouseId: string) => Promise<Head>
  readonly readEvents: (warehouseId: string, after: number, limit: number) => Promise<readonly LogEvent[]>
  readonly limits: LiveLimits
  readonly watch: LiveWatch
}

/** Decides where a follower begins, by the cursor that it brings. */
export const createStarts = ({ readHead, readEvents, limits, watch }: StartsOptions) => {
  /** Whether a cursor was counted in another log. One ahead of this replica may be right: another replica was quicker. */
  const isForeign = async (stream: Stream, after: number, epoch: string | null | undefined): Promise<boolean> => {
    if (epoch && epoch !== stream.epoch) return true
    return after > stream.head && after > (await readHead(stream.warehouseId)).seq
  }

  const resync = (stream: Stream) => {
    watch.resumed('refused')
    return new GraphQLError('the log does not reach back to `after`: read the present state and begin anew', {
      extensions: { code: 'RESYNC', epoch: stream.epoch, minSeq: stream.minSeq, headSeq: stream.head },
    })
  }

  const board = async (stream: Stream, group: Group, args: FollowArgs): Promise<Start> => {
    const { after, epoch } = args
    const { head } = stream
    if (after === undefined || after === null) return { snapshot: true, cursor: 0 }
    if (await isForeign(stream, after, epoch)) return { snapshot: true, gap: 'EPOCH', cursor: after }
    if (after > head) return { snapshot: false, cursor: after, missed: [], through: head }
    if (after < stream.minSeq) return { snapshot: true, gap: 'PRUNED', cursor: after }
    if (head - after > limits.replayEvents) return { snapshot: true, gap: 'SLOW', cursor: after }
    const kept = stream.ring.after(after)
    const events = kept ?? (await readEvents(stream.warehouseId, after, head - after))
    // The log was cut between the look at min_seq and the read.
    if (events.length > 0 && events[0]?.seq !== after + 1) return { snapshot: true, gap: 'PRUNED', cursor: after }
    const missed = events.filter((event) => event.seq <= head && group.isMember(event))
    group.learnLast(missed.at(-1)?.seq ?? after, head)
    return { snapshot: false, cursor: after, missed, through: head, fromLog: kept === undefined }
  }

  return {
    resync,
    /** Where a board begins: at a snapshot, or after the cursor with what it has missed. */
    async board(stream: Stream, group: Group, args: FollowArgs): Promise<Start> {
      const start = await board(stream, group, args)
      if (!start.snapshot) watch.resumed(start.fromLog ? 'log' : 'ring')
      else if (start.gap) watch.resumed('snapshot')
      return start
    },
    /** Where a stream of events begins. Throws RESYNC when the log does not hold what follows the cursor. */
    async events(stream: Stream, { after, epoch }: FollowArgs, cursor: number): Promise<void> {
      if ((await isForeign(stream, cursor, epoch)) || cursor < stream.minSeq) throw resync(stream)
      if (after !== undefined && after !== null) watch.resumed(cursor < stream.ring.from ? 'log' : 'ring')
    },
  }
}
