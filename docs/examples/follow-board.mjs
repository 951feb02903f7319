// Follows the live board of a warehouse and keeps every live order in memory, through any outage.
// Node 22 or later and `npm install graphql graphql-ws`:   WBA_TOKEN=wba_… node follow-board.mjs [WAREHOUSE_ID]
import { createClient } from 'graphql-ws'

const address = '127.0.0.1:4000/graphql'
const authorization = `Bearer ${process.env.WBA_TOKEN}`
const query = `subscription ($warehouseId: ID!, $after: SafeInt, $epoch: ID) {
  orderBoard(warehouseId: $warehouseId, after: $after, epoch: $epoch) {
    __typename seq prevSeq at
    ... on BoardSnapshot { epoch last orders { id wbOrderId state } }
    ... on OrderUpserted { was: from order { id wbOrderId state } }
    ... on OrderLeft { orderId state }
    ... on BoardHeartbeat { epoch asOf stale }
    ... on BoardGap { from to reason }
  }
}`

// This very object is sent again at each reconnection: raising `after` in it is all that resuming takes.
const variables = { warehouseId: process.argv[2] ?? (await firstWarehouse()), after: undefined, epoch: undefined }
let orders = new Map() // what the board shows, once `after` is set
let parts = new Map() // a snapshot that is not complete yet
let connected = false
let heardAt = performance.now()
let serverStale = false
let ahead = 0 // heartbeats in a row that knew of a change that is not here
let shown = ''
const say = (text) => process.stdout.write(`${text}\n`)

const client = createClient({
  url: `ws://${address}`,
  connectionParams: { authorization },
  retryAttempts: Infinity, // the stock client gives up after 5 tries …
  shouldRetry: () => true, // … and at the first refused connection
  // Its own pauses double without end: these are at most 30 s, and random, so that not all clients come at once.
  retryWait: (tries) => new Promise((done) => setTimeout(done, Math.random() * Math.min(30_000, 1_000 * 2 ** tries))),
  connectionAckWaitTimeout: 10_000,
  on: {
    connected: () => {
      connected = true
      heardAt = performance.now()
      parts = new Map() // the rest of a broken snapshot will not come
    },
    closed: (event) => {
      connected = false
      say(`closed: ${event.code} ${event.reason}`)
    },
  },
})

function take(event) {
  heardAt = performance.now()
  switch (event.__typename) {
    case 'BoardSnapshot': // all its parts carry one seq; the last one makes it count, whatever was before
      for (const order of event.orders) parts.set(order.id, order)
      if (!event.last) return
      orders = parts
      parts = new Map()
      variables.after = event.seq
      variables.epoch = event.epoch
      serverStale = false
      break
    case 'OrderUpserted':
    case 'OrderLeft': // taken iff prevSeq ≤ after < seq
      if (event.seq <= variables.after) return // a repeat
      if (event.prevSeq > variables.after) return startOver('a hole')
      if (event.__typename === 'OrderLeft') orders.delete(event.orderId)
      else orders.set(event.order.id, event.order)
      variables.after = event.seq
      break
    case 'BoardHeartbeat': // nothing happened for 2 s; never moves `after`
      serverStale = event.stale
      ahead = event.prevSeq > variables.after ? ahead + 1 : 0
      if (ahead === 2 || event.epoch !== variables.epoch) return startOver('a change was lost')
      break
    case 'BoardGap': // events are missing here: a snapshot follows by itself
      say(`gap (${event.reason}): a snapshot follows`)
  }
  show()
}

function startOver(why) {
  say(`starting over: ${why}`)
  variables.after = variables.epoch = undefined
  ahead = 0
  client.terminate()
}

function show() {
  const silence = performance.now() - heardAt
  const fresh = variables.after !== undefined && !serverStale && silence < 5_000
  const text = `${orders.size} orders at ${variables.after ?? '-'}${fresh ? '' : ' STALE'}`
  if (text !== shown) say(text)
  shown = text
}

setInterval(() => {
  show()
  // A pulled cable ends no socket by itself: end it, and the client connects anew.
  if (connected && performance.now() - heardAt > 10_000) client.terminate()
}, 1_000)

function follow() {
  client.subscribe(
    { query, variables },
    {
      next: ({ data, errors }) => (errors ? say(JSON.stringify(errors)) : take(data.orderBoard)),
      error: (error) => {
        say(Array.isArray(error) ? JSON.stringify(error) : `ended: ${error.code} ${error.reason}`)
        // GraphQL errors (UNKNOWN_WAREHOUSE, …) come as a list, and trying again would not help. Otherwise it is a
        // close code that the stock client takes for final.
        if (Array.isArray(error)) process.exit(1)
        setTimeout(follow, 30_000)
      },
      complete: () => setTimeout(follow, 1_000),
    },
  )
}
follow()

async function firstWarehouse() {
  const response = await fetch(`http://${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ warehouses { id name } }' }),
  })
  const { data } = await response.json()
  if (!data?.warehouses.length) throw new Error('there is no warehouse yet')
  return data.warehouses[0].id
}
