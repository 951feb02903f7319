import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { createQueue, type Queue } from './queue.js'
import type { Tokens } from './tokens.js'

/** An error as the gateway tells it. */
export interface ToldError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly [detail: string]: unknown }
}

/** An answer to a query or command. */
export interface Answer<Data> {
  readonly status: number
  readonly data?: Data | null
  readonly errors?: readonly ToldError[]
}

export type Variables = Readonly<Record<string, unknown>>

/** A running subscription: its results wait until the test asks for them; an error or the end rejects who waits. */
export interface Followed<Data> extends Queue<Data> {
  stop(): Promise<void>
}

/** Speaks GraphQL to a gateway as somebody. */
export interface TestClient {
  /** Sends a query or command and answers whatever comes. */
  send<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Answer<Data>>
  /** Sends a query or command that must succeed; throws its errors otherwise. */
  data<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Data>
  /** Subscribes on a socket of its own, without retries. */
  follow<Data = Record<string, unknown>>(query: string, variables?: Variables): Followed<Data>
  /** The same gateway as somebody else. */
  as(actor: string | undefined, device?: string): TestClient
}

/** Where a gateway is, and how to be somebody there. */
export interface TestDoor {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  readonly tokens: Pick<Tokens, 'of'>
}

/** A client of a gateway, by an access token of the actor's; without an actor it has none. */
export const createTestClient = (door: TestDoor, actor?: string, device?: string): TestClient => {
  const { url, tokens } = door
  const proof = async (): Promise<Record<string, string>> => ({
    ...(actor !== undefined && { authorization: `Bearer ${await tokens.of(actor)}` }),
    ...(device !== undefined && { 'x-device': encodeURIComponent(device) }),
  })

  const send = async <Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await proof()) },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as object) }
  }

  return {
    send,
    async data<Data>(query: string, variables: Variables = {}) {
      const { data, errors } = await send<Data>(query, variables)
      if (errors || data === undefined || data === null)
        throw new Error(`refused: ${JSON.stringify(errors ?? 'no data')}`)
      return data
    },
    follow<Data>(query: string, variables: Variables = {}) {
      const results = createQueue<Data>()
      const client = createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: proof,
      })
      client.subscribe<Data>(
        { query, variables: { ...variables } },
        {
          next: ({ data, errors }) => {
            if (errors) results.fail(new Error(`errors in a result: ${JSON.stringify(errors)}`))
            else if (data) results.put(data)
          },
          error: (cause) => results.fail(new Error(`the subscription failed: ${describe(cause)}`, { cause })),
          complete: () => results.fail(new Error('the subscription is complete')),
        },
      )
      return {
        ...results,
        async stop() {
          await client.dispose()
        },
      }
    },
    as: (other, otherDevice) => createTestClient(door, other, otherDevice),
  }
}

/** A close event or a list of GraphQL errors, as one line. */
const describe = (cause: unknown): string => {
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return `closed with ${String(cause.code)}`
  return cause instanceof Error ? cause.message : JSON.stringify(cause)
}
