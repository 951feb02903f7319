import { useEffect, useMemo, useState } from 'react'
import type { OrderState } from '../gql/graphql'
import { type Feed, serverTime, useModel } from '../live'
import { useMessages } from '../ui/preferences'
import { useEachSecond } from '../ui/ticker'
import { BoardColumns } from './board-columns'
import { BoardHeader, type BoardWarehouse } from './board-header'
import type { BoardOrder } from './board-order'
import { causeOf, trustOf } from './board-state'
import { arrange } from './columns'
import css from './live-board.module.css'
import { boardMessages, type BoardMessages } from './messages'
import { createSlaPainter, type SlaPainter } from './sla-painter'
import { StaleBanner } from './stale-banner'

interface Props {
  readonly feed: Feed<BoardOrder>
  readonly warehouse: BoardWarehouse
  readonly states: readonly OrderState[] | null
  /** States that were asked for and that no board has. */
  readonly unknown: readonly string[]
  readonly onShowAll: () => void
}

function usePainter(feed: Feed<BoardOrder>, say: BoardMessages): SlaPainter | null {
  const [painter, setPainter] = useState<SlaPainter | null>(null)
  useEffect(
    function runTimers() {
      const made = createSlaPainter(() => serverTime(feed.getModel().clock, feed.now()), say)
      setPainter(made)
      return () => made.close()
    },
    [feed, say],
  )
  return painter
}

/** The board of one warehouse: header, columns, and over both the banner that says when neither may be believed. */
export function LiveBoard({ feed, warehouse, states, unknown, onShowAll }: Props) {
  const say = useMessages(boardMessages)
  const model = useModel(feed)
  const painter = usePainter(feed, say)
  const trust = useEachSecond(() => trustOf(feed.getModel(), feed.now()))
  const cause = useEachSecond(() => causeOf(feed.getModel(), feed.now(), say))
  const orders = model.picture?.orders
  const columns = useMemo(() => (orders ? arrange(orders.values(), states) : null), [orders, states])
  return (
    <main className={css.board} data-trust={trust} data-phase={model.phase} data-seq={model.picture?.seq}>
      <header className={css.header} data-stale={trust === 'stale' || undefined}>
        <BoardHeader feed={feed} warehouse={warehouse} say={say} />
        <StaleBanner feed={feed} timeZone={warehouse.timeZone} say={say} />
      </header>
      {(states !== null || unknown.length > 0) && (
        <p className={css.filter}>
          {unknown.length > 0 && <>{say.unknownStates(unknown.join(', '))} </>}
          {states && (
            <>
              {say.filtered}: <b>{(columns ?? []).map(({ id }) => say.columns[id]).join(', ')}</b>{' '}
              <button type="button" onClick={onShowAll}>
                {say.showAll}
              </button>
            </>
          )}
        </p>
      )}
      {columns && painter ? (
        <div className={css.content} data-stale={trust === 'stale' || undefined}>
          <BoardColumns
            columns={columns}
            painter={painter}
            say={say}
            serverNow={() => serverTime(feed.getModel().clock, feed.now())}
          />
          {orders?.size === 0 && (
            <p className={css.nothing}>
              <b>{say.emptyBoard}</b> {say.emptyBoardHint}
            </p>
          )}
        </div>
      ) : (
        <p className={css.nothing} role="status">
          <b>{say.loading}</b> {model.trouble ? cause : say.loadingHint}
        </p>
      )}
    </main>
  )
}
