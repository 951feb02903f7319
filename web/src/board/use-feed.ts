import { useEffect, useState, useSyncExternalStore } from 'react'
import type { OrderState } from '../gql/graphql'
import { type Feed, follow, graphqlWsTransport, type Model } from '../live'
import { asksByHash } from '../ui/trusted-document'
import { followBoardDocument } from './board.documents'
import { type BoardOrder, parseBoardOrder } from './board-order'

const url = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`

/** Follows a warehouse's board while the component lives. Null before the first effect, and without a warehouse. */
export function useFeed(warehouseId: string | null, states: readonly OrderState[] | null): Feed<BoardOrder> | null {
  const [feed, setFeed] = useState<Feed<BoardOrder> | null>(null)
  const filter = states?.join(',') ?? ''
  useEffect(
    function followBoard() {
      if (warehouseId === null) return undefined
      const followed = follow({
        transport: graphqlWsTransport({ url: url(), document: asksByHash(followBoardDocument) }),
        variables: { warehouseId, ...(filter ? { filter: { states: filter.split(',') } } : {}) },
        parseOrder: parseBoardOrder,
      })
      const nudge = (): void => followed.nudge()
      window.addEventListener('online', nudge)
      document.addEventListener('visibilitychange', nudge)
      setFeed(followed)
      return () => {
        window.removeEventListener('online', nudge)
        document.removeEventListener('visibilitychange', nudge)
        followed.close()
        setFeed(null)
      }
    },
    [warehouseId, filter],
  )
  return feed
}

/** The feed's model; renders anew when it is published. */
export const useModel = (feed: Feed<BoardOrder>): Model<BoardOrder> =>
  useSyncExternalStore(feed.subscribe, feed.getModel)
