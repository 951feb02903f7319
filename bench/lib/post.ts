import { Agent, type IncomingMessage, request } from 'node:http'
import type { Closers } from './closers.js'

/** Sends a GraphQL request and answers with the head of what came; what it says is let go unread, or reading it would hold up who measures. */
export type Post = (
  body: object,
  from?: {
    readonly token?: string
    /** Address to send from; a gateway counts by it who is nobody. */
    readonly localAddress?: string
  },
) => Promise<IncomingMessage>

/** A way to a gateway over connections that stay open. */
export const createPost = (url: string, closers: Closers): Post => {
  const agent = new Agent({ keepAlive: true })
  closers.add(() => agent.destroy())
  return (body, { token, localAddress } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const options = { method: 'POST', headers, agent, ...(localAddress && { localAddress }) }
    const sent = request(`${url}/graphql`, options, (response) => {
      response.on('end', () => resolve(response)).resume()
    })
    sent.on('error', reject).end(JSON.stringify(body))
    return promise
  }
}
