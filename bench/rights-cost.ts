// What it costs a request that its caller is known: the same requests with the same token to a gateway that remembers whose
// it is and to one that looks it up each time, in turns. `npm run bench rights-cost`
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { startServer } from '../gateway/server.js'
import { createLog } from '../gateway/transport/log.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { makeToken } from './lib/make-token.js'
import { median, quantile, timed } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const live = 600
const rounds = 1_000
const warmUp = 200

const questions: Readonly<Record<string, string>> = {
  'nothing (`__typename`)': '{ __typename }',
  'an order': 'query ($id: ID!) { order(id: $id) { id state availableCommands } }',
  'orders, first 50': '{ orders(first: 50, filter: { states: [NEW] }) { edges { node { id state deadlineAt } } } }',
  'a command (hold, resume)':
    'mutation ($commandId: UUID!, $ids: [ID!]!, $hold: Boolean!) { holdOrders(commandId: $commandId, orderIds: $ids) @include(if: $hold) { __typename } resumeOrders(commandId: $commandId, orderIds: $ids) @skip(if: $hold) { __typename } }',
}

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const databaseUrl = await database.createDatabase('rights_cost')
  const pool = openPool(databaseUrl, closers)
  const [warehouse] = await fill(pool, { warehouses: 1, live })
  const token = await makeToken(pool, 'bench')
  const agent = new Agent({ keepAlive: true })
  closers.add(() => agent.destroy())

  const start = async (viewerKeptFor?: number) => {
    const limits = viewerKeptFor === undefined ? {} : { viewerKeptFor }
    const at = { host: '127.0.0.1', port: 0, publicUrl: undefined, trustedProxies: [] } as const
    const server = await startServer(at, {
      databaseUrl,
      log: createLog('silent'),
      limits,
      trusted: new Map(),
      demandAuthenticator: false,
    })
    closers.add(() => server.close())
    return (query: string, variables: object) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const sent = request(`${server.url}/graphql`, { method: 'POST', headers, agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`))
        response.on('end', resolve).resume()
      })
      sent.on('error', reject).end(JSON.stringify({ query, variables }))
      return promise
    }
  }
  /** One that remembers, and one that looks up. */
  const gateways = [await start(), await start(0)]

  const rows = []
  for (const [name, query] of Object.entries(questions)) {
    const took: [number[], number[]] = [[], []]
    for (let turn = 0; turn < rounds + warmUp; turn += 1) {
      const id = warehouse?.liveIds[turn % live]
      const variables = (hold: boolean) => ({ id, ids: [id], hold, commandId: randomUUID() })
      // Each of them begins every other turn, and so holds as often as it resumes.
      const times = [0, 0]
      for (const [place, which] of (turn % 2 === 0 ? [0, 1] : [1, 0]).entries())
        times[which] = await timed(
          () => gateways[which]?.(query, variables(place === 0)) ?? Promise.reject(new Error()),
        )
      const [a = 0, b = 0] = times
      if (turn < warmUp) continue
      took[0].push(a)
      took[1].push(b)
    }
    const [kept, asked] = took
    rows.push([
      name,
      median(kept),
      quantile(kept, 0.95),
      median(asked),
      quantile(asked, 0.95),
      median(kept) / median(asked),
    ])
  }
  console.log(`\n${rounds} requests of each kind, one after the other`)
  printTable(['request (ms)', 'remembered, p50', 'p95', 'looked up, p50', 'p95', 'ratio of p50'], rows)
}

printMachine()
await withClosers(run)
