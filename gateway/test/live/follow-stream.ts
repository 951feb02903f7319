import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { type BoardMessage, createBoardModel } from './board-model.js'

/** What a stock client asks of the live board. */
export const boardQuery = `subscription Board($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
  orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {
    __typename seq prevSeq
    ... on BoardSnapshot { epoch last orders { id state version comment availableCommands } }
    ... on OrderUpserted { was: from order { id state version comment availableCommands } }
    ... on OrderLeft { orderId }
    ... on BoardHeartbeat { epoch headSeq asOf stale }
    ... on BoardGap { from to reason }
  }
}`

export const eventsQuery = `subscription Events($warehouseId: ID!, $after: SafeInt, $epoch: ID) {
  orderEvents(warehouseId: $warehouseId, after: $after, epoch: $epoch) { seq prevSeq epoch orderId type from order { id state comment } }
}`

/** A subscription of a stock graphql-ws client. */
export interface Following<Message> {
  readonly messages: readonly Message[]
  readonly errors: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
  /** Code with which the server closed the socket. */
  readonly closeCode: number | undefined
  /** Resolves when the condition holds; rejects as soon as the stream has failed and it does not. */
  until(condition: () => boolean): Promise<void>
  /** Stops and goes on reading from the socket. */
  pause(): void
  resume(): void
  leave(): void
  close(): Promise<void>
}

interface FollowOptions<Message> {
  readonly url: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly take?: (message: Message) => void
}

/** Follows the single root field of a subscription. */
export const followStream = <Message>({ url, query, variables, take }: FollowOptions<Message>): Following<Message> => {
  const messages: Message[] = []
  const errors: { message: string }[] = []
  const waiting = new Set<() => void>()
  let socket: WebSocket | undefined
  let closeCode: number | undefined
  const look = () => waiting.forEach((check) => check())
  const client = createClient({
    url,
    retryAttempts: 0,
    webSocketImpl: WebSocket,
    on: {
      opened: (opened) => {
        if (opened instanceof WebSocket) socket = opened
      },
      closed: (event) => {
        closeCode = (event as { readonly code: number }).code
        look()
      },
    },
  })
  const leave = client.subscribe<Record<string, Message>>(
    { query, variables: { ...variables } },
    {
      next: ({ data, errors: faults }) => {
        if (faults) errors.push(...faults)
        for (const message of Object.values(data ?? {})) {
          messages.push(message)
          try {
            take?.(message)
          } catch (error) {
            errors.push(error instanceof Error ? error : new Error(String(error)))
          }
        }
        look()
      },
      error: (error) => {
        if (Array.isArray(error)) errors.push(...(error as { message: string }[]))
        look()
      },
      complete: look,
    },
  )
  return {
    messages,
    errors,
    get closeCode() {
      return closeCode
    },
    leave,
    pause: () => socket?.pause(),
    resume: () => socket?.resume(),
    close: async () => {
      socket?.resume()
      await client.dispose()
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (condition()) resolve()
          else if (errors.length > 0)
            reject(new Error(`the stream failed: ${errors.map(({ message }) => message).join('; ')}`))
          else return
          waiting.delete(check)
        }
        waiting.add(check)
        check()
      }),
  }
}

/** Follows a board by the rule of acceptance, from nothing or from a picture. */
export const followBoard = (
  url: string,
  variables: Readonly<Record<string, unknown>>,
  begin?: Parameters<typeof createBoardModel>[0],
) => {
  const model = createBoardModel(begin)
  const following = followStream<BoardMessage>({ url, query: boardQuery, variables, take: model.take })
  return Object.assign(following, { model })
}
