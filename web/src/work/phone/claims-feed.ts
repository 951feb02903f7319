import { follow, graphqlWsTransport, isFresh } from '../../live'
import { asksByHash } from '../../ui/trusted-document'
import { followClaimsDocument } from '../work.documents'

/** An order in somebody's hands, as the feed tells of it. */
interface HeldOrder {
  readonly id: string
  readonly version: number
}

/** What the feed says: the orders that a person holds, and whether that is proven fresh. */
export interface Held {
  readonly orders: ReadonlyMap<string, HeldOrder> | null
  readonly fresh: boolean
}

function parseHeld(value: unknown): HeldOrder | null {
  const { id, version } = (value ?? {}) as { readonly id?: unknown; readonly version?: unknown }
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null
}

/** Follows what a person holds, for as long as it is not closed. */
export function followClaims(warehouseId: string, holder: string, onHeld: (held: Held) => void): { close: () => void } {
  const feed = follow({
    transport: graphqlWsTransport({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      document: asksByHash(followClaimsDocument),
    }),
    variables: { warehouseId, filter: { holder } },
    parseOrder: parseHeld,
  })
  const tell = (): void => {
    const model = feed.getModel()
    onHeld({ orders: model.picture?.orders ?? null, fresh: isFresh(model, feed.now()) })
  }
  const stop = feed.subscribe(tell)
  const nudge = (): void => feed.nudge()
  addEventListener('online', nudge)
  document.addEventListener('visibilitychange', nudge)
  return {
    close() {
      stop()
      removeEventListener('online', nudge)
      document.removeEventListener('visibilitychange', nudge)
      feed.close()
    },
  }
}
