import { type LightSocket, openLightSocket } from './light-socket.js'

/** What a board on the wall asks for. */
export const boardQuery = `subscription Board($warehouseId: ID!) { orderBoard(warehouseId: $warehouseId) { __typename seq prevSeq at
  ... on BoardSnapshot { epoch last orders { ...card } } ... on OrderUpserted { order { ...card } } ... on OrderLeft { orderId }
  ... on BoardHeartbeat { headSeq asOf stale } ... on BoardGap { reason } } }
  fragment card on Order { id wbOrderId sku { id article title size barcodes } state putBackRequired claim { holder expiresAt } pickedBy
  deadlineAt amberAt redAt stateChangedAt version cargoType isB2b requiredMeta offices comment price { amount currency } createdAt
  marketplace { supplierStatus wbStatus cancelled } availableCommands }`

/** Many boards on one server, counted together. */
export interface Crowd {
  readonly size: number
  /** Changes received by all of them so far. */
  readonly received: number
  /** Resolves when so many changes have been received in all. */
  until(received: number): Promise<void>
  close(): void
}

interface CrowdOptions {
  /** Of the WebSocket endpoint: ws://host:port/path. */
  readonly url: string
  readonly size: number
  /** Warehouse of each board; undefined for a server that just broadcasts. */
  readonly warehouseOf?: (index: number) => string
  /** Access tokens, for a server that asks for one; the sockets share them evenly. */
  readonly tokens?: readonly string[]
  /** Each change as it came; costs time when it looks at all of them. */
  readonly onChange?: (payload: Buffer) => void
}

const together = 50
const upsert = Buffer.from('"OrderUpserted"')
const lastPart = Buffer.from('"last":true')
const acknowledged = Buffer.from('"connection_ack"')
/** The name of a message's type stands among its first bytes. */
const within = 160

/** Connects, and subscribes unless the server just broadcasts; resolves when every board has its first picture. */
export const gatherCrowd = async ({ url, size, warehouseOf, tokens, onChange }: CrowdOptions): Promise<Crowd> => {
  const sockets: LightSocket[] = []
  let received = 0
  let wanted = Number.POSITIVE_INFINITY
  let wake = () => {}

  const change = (payload: Buffer) => {
    received += 1
    onChange?.(payload)
    if (received >= wanted) wake()
  }

  const join = async (index: number) => {
    const { promise: ready, resolve } = Promise.withResolvers<void>()
    const subscribe = JSON.stringify({
      ...{ id: `board-${index}`, type: 'subscribe' },
      payload: { query: boardQuery, variables: { warehouseId: warehouseOf?.(index) } },
    })
    const onText = (payload: Buffer) => {
      if (!warehouseOf || payload.subarray(0, within).includes(upsert)) change(payload)
      else if (payload.includes(acknowledged)) socket.send(subscribe)
      else if (payload.includes(lastPart)) resolve()
    }
    const socket = await openLightSocket({
      url: new URL(url),
      // A gateway takes 2,000 sockets from one address.
      localAddress: `127.0.0.${1 + (index % 4)}`,
      ...(warehouseOf && { protocol: 'graphql-transport-ws' }),
      onText,
    })
    sockets.push(socket)
    if (!warehouseOf) return
    const token = tokens?.[index % tokens.length]
    socket.send(JSON.stringify({ type: 'connection_init', payload: token && { authorization: `Bearer ${token}` } }))
    await ready
  }

  for (let start = 0; start < size; start += together)
    await Promise.all(Array.from({ length: Math.min(together, size - start) }, (_, i) => join(start + i)))

  return {
    size,
    get received() {
      return received
    },
    until: (count) =>
      new Promise((resolve) => {
        wanted = count
        wake = resolve
        if (received >= wanted) resolve()
      }),
    close: () => sockets.forEach((socket) => socket.close()),
  }
}
