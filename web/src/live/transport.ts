import { createClient } from 'graphql-ws/client'
import { type ByHash, tellIfUnknown } from '../ui/trusted-document'

/** What a connection tells: acknowledged, ended. Nothing is said after `closed`. */
export interface ConnectionEvents {
  readonly opened: () => void
  readonly closed: (code: number, reason: string) => void
}

/** What one subscription tells. Nothing is said after it was ended by `end`. */
export interface SubscriptionEvents {
  readonly next: (data: unknown) => void
  readonly refused: (reason: string) => void
  readonly completed: () => void
}

/** One socket. `close` is silent and does not wait for the other side: a half-open socket never answers. */
export interface Connection {
  readonly subscribe: (variables: Readonly<Record<string, unknown>>, events: SubscriptionEvents) => { end: () => void }
  readonly close: () => void
}

/** Opens sockets; the machine decides when. */
export type Transport = (events: ConnectionEvents) => Connection

interface Options {
  readonly url: string
  readonly document: ByHash
  readonly connectionParams?: Readonly<Record<string, string>>
}

const messageOf = (error: unknown): string => {
  const first: unknown = Array.isArray(error) ? error[0] : error
  return first instanceof Error ? first.message : ((first as { message?: string } | null)?.message ?? String(first))
}

/**
 * A socket by graphql-ws, one client a socket and its retries off: when to come back is the machine's decision, and
 * the stock client gives up for ever on several close codes.
 */
export function graphqlWsTransport({ url, document, connectionParams }: Options): Transport {
  return (events) => {
    let open = true
    const once = (act: () => void): void => {
      if (!open) return
      open = false
      act()
    }
    const client = createClient({
      url,
      ...(connectionParams ? { connectionParams: { ...connectionParams } } : {}),
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: {
        connected: () => open && events.opened(),
        closed: (event) => {
          const { code = 1006, reason = '' } = event as Partial<CloseEvent>
          once(() => events.closed(code, reason))
        },
      },
    })
    return {
      subscribe: (variables, sink) => {
        let live = true
        const say = (act: () => void): void => {
          if (live && open) act()
        }
        const dispose = client.subscribe(
          { ...document, extensions: { ...document.extensions }, variables: { ...variables } },
          {
            next: ({ data, errors }) => say(() => (errors ? sink.refused(messageOf(errors)) : sink.next(data))),
            // A closed socket ends its subscriptions with the CloseEvent; `closed` above has said that already.
            error: (error) =>
              say(() => {
                if (!Array.isArray(error)) return
                tellIfUnknown(error as Parameters<typeof tellIfUnknown>[0])
                sink.refused(messageOf(error))
              }),
            complete: () => say(() => sink.completed()),
          },
        )
        return {
          end: () => {
            live = false
            dispose()
          },
        }
      },
      close: () =>
        once(() => {
          client.terminate()
          void client.dispose()
        }),
    }
  }
}
