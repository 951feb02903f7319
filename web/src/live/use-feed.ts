import { useEffect, useState, useSyncExternalStore } from 'react'
import type { TypedDocumentString } from '../gql/graphql'
import { asksByHash } from '../ui/trusted-document'
import { type Feed, follow } from './follow'
import type { Identified } from './frames'
import type { Model } from './model'
import { graphqlWsTransport } from './transport'

const url = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`

/** A way of looking at a board: what is asked of it, and how an order of it is read. Must stay the same object. */
export interface BoardReading<O extends Identified> {
  /** A subscription whose field is `orderBoard`, with variables warehouseId, filter, after and epoch. */
  readonly document: TypedDocumentString<unknown, { readonly warehouseId: string }>
  readonly parseOrder: (value: unknown) => O | null
}

/**
 * Follows a warehouse's board while the component lives: orders in `states`, all live ones when null. Null before the first
 * effect, and without a warehouse.
 */
export function useFeed<O extends Identified>(
  reading: BoardReading<O>,
  warehouseId: string | null,
  states: readonly string[] | null,
): Feed<O> | null {
  const [feed, setFeed] = useState<Feed<O> | null>(null)
  const filter = states?.join(',') ?? ''
  useEffect(
    function followBoard() {
      if (warehouseId === null) return undefined
      const followed = follow({
        transport: graphqlWsTransport({ url: url(), document: asksByHash(reading.document) }),
        variables: { warehouseId, ...(filter ? { filter: { states: filter.split(',') } } : {}) },
        parseOrder: reading.parseOrder,
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
    [reading, warehouseId, filter],
  )
  return feed
}

/** The feed's model; renders anew when it is published. */
export const useModel = <O extends Identified>(feed: Feed<O>): Model<O> =>
  useSyncExternalStore(feed.subscribe, feed.getModel)
