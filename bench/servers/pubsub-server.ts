// The usual way: Apollo Server, graphql-ws and an in-memory PubSub over our schema; every socket executes for itself.
// PORT, BENCH_ORDERS (JSON of public orders); IPC { emit: how many }.
import { createServer } from 'node:http'
import { EventEmitter, on } from 'node:events'
import { ApolloServer } from '@apollo/server'
import { subscribe, type ExecutionArgs } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { createSchema } from '../../schema/build-schema.js'
import { createSharedContext } from '../../gateway/context.js'

const orders = JSON.parse(process.env['BENCH_ORDERS'] ?? '[]') as readonly object[]
const schema = createSchema()
const { rules } = createSharedContext('PRICED')
const pubSub = new EventEmitter({ captureRejections: false }).setMaxListeners(0)
let seq = 1

const snapshot = () => ({
  __typename: 'BoardSnapshot',
  seq,
  prevSeq: seq,
  at: new Date(),
  epoch: 'bench',
  orders,
  last: true,
})

async function* orderBoard() {
  const events = on(pubSub, 'board')
  yield snapshot()
  for await (const [event] of events) yield event as object
}

const apollo = new ApolloServer({ schema })
await apollo.start()
const http = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ server: http, path: '/graphql', perMessageDeflate: false })
useServer(
  { schema, subscribe: (args: ExecutionArgs) => subscribe(args), context: () => ({ rules, live: { orderBoard } }) },
  sockets,
)
http.listen(Number(process.env['PORT']), '127.0.0.1')

process.on('message', ({ emit = 0 }: { readonly emit?: number }) => {
  for (let i = 0; i < emit; i += 1) {
    seq += 1
    const order = orders[seq % orders.length]
    pubSub.emit('board', { __typename: 'OrderUpserted', seq, prevSeq: seq - 1, at: new Date(), order, from: null })
  }
})
