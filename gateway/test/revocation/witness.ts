import { WebSocket } from 'ws'
import { z } from 'zod'
import { byHash } from '../support/registry.js'
import type { Credential } from './credential.js'
import { type Kind, subscriptions } from './documents.js'

/** One live socket, and what it saw. */
export interface Witness {
  readonly name: string
  /** Resolves when the socket has ended, with the code and when (monotonic ms). */
  readonly closed: Promise<{ readonly code: number; readonly at: number }>
  readonly isOpen: boolean
  /** seq of the last event that it was sent. */
  readonly seq: number
  /** When the newest of them was recorded in the log, ms since 1970. */
  readonly newest: number
  /** Whether it was shown a price. */
  readonly sawPrices: boolean
  /** Events that are missing, and whatever else may not be. */
  readonly faults: readonly string[]
  close(): void
}

interface WitnessOptions {
  readonly name: string
  readonly url: string
  readonly credential: Credential
  readonly kind: Kind
  readonly warehouseId: string
}

const priced = z.object({ price: z.unknown() })
const frame = z.object({
  __typename: z.string(),
  seq: z.number(),
  prevSeq: z.number(),
  at: z.string(),
  last: z.boolean().optional(),
  order: priced.optional(),
  orders: z.array(priced).optional(),
})
const message = z.object({ type: z.string(), payload: z.unknown().optional() })
const next = z.object({ data: z.object({ stream: frame }) })
const events = new Set(['OrderEvent', 'OrderUpserted'])

/** Opens a socket and follows a stream on it; resolves with the first that is sent on it, or when it is closed before. */
export const openWitness = async ({ name, url, credential, kind, warehouseId }: WitnessOptions): Promise<Witness> => {
  const { headers, params } = credential(url)
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: closed, resolve: close } = Promise.withResolvers<{ code: number; at: number }>()
  const faults: string[] = []
  let isOpen = true
  let seq = -1
  let newest = 0
  let sawPrices = false

  const take = (sent: z.infer<typeof frame>) => {
    const isEvent = events.has(sent.__typename)
    const follows = kind === 'orderEvents' ? sent.prevSeq === seq : sent.prevSeq <= seq
    if (sent.__typename === 'BoardGap') faults.push(`${name}: a gap at ${sent.seq}`)
    if (isEvent && seq !== -1 && !(follows && sent.seq > seq)) faults.push(`${name}: ${sent.seq} after ${seq}`)
    if (isEvent || sent.last === true) seq = sent.seq
    if (isEvent) newest = Math.max(newest, Date.parse(sent.at))
    sawPrices ||= [sent.order, ...(sent.orders ?? [])].some((order) => order !== undefined && order.price !== null)
  }

  const send = (value: object) => ws.send(JSON.stringify(value))
  ws.on('open', () => send({ type: 'connection_init', payload: params }))
  ws.on('message', (data: Buffer) => {
    const { type, payload } = message.parse(JSON.parse(data.toString()))
    if (type === 'connection_ack') {
      const operation = { ...byHash(subscriptions[kind]), variables: { id: warehouseId } }
      send({ id: 's', type: 'subscribe', payload: operation })
    } else if (type === 'ping') send({ type: 'pong' })
    else if (type === 'next') {
      const told = next.safeParse(payload)
      if (told.success) take(told.data.data.stream)
      else faults.push(`${name}: ${data.toString().slice(0, 200)}`)
      begin()
    } else {
      // A stream that is refused, or that ends, is nothing to wait for.
      faults.push(`${name}: ${data.toString().slice(0, 200)}`)
      begin()
    }
  })
  ws.on('error', () => undefined)
  ws.on('close', (code) => {
    isOpen = false
    close({ code, at: performance.now() })
    begin()
  })
  await begun
  return {
    name,
    closed,
    get isOpen() {
      return isOpen
    },
    get seq() {
      return seq
    },
    get newest() {
      return newest
    },
    get sawPrices() {
      return sawPrices
    },
    faults,
    close: () => ws.terminate(),
  }
}
