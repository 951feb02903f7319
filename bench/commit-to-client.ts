// How long a change takes from its record in the log to the boards: commands over HTTP at a steady rate, two gateways on
// one database, boards on both. `npm run bench commit-to-client [-- COMMANDS_A_SECOND [SOCKETS]]`
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Crowd, gatherCrowd } from './lib/board-crowd.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill, type FilledWarehouse } from './lib/fill.js'
import { startGateway } from './lib/server-process.js'
import { quantile } from './lib/stats.js'
import { makeTokens } from './lib/make-token.js'
import { printMachine, printTable } from './lib/table.js'

const warehouses = 100
const warmUpMs = 5_000
const measureMs = 20_000

const [rate = 100, sockets = 2_000] = process.argv.slice(2).map(Number)

const mutation = (name: 'holdOrders' | 'resumeOrders') =>
  `mutation ($commandId: UUID!, $orderIds: [ID!]!) { ${name}(commandId: $commandId, orderIds: $orderIds) { __typename } }`

/** Holds and resumes orders of all warehouses in turn, so many times a second, whatever the answers take. */
const command = async (
  url: string,
  token: string,
  filled: readonly FilledWarehouse[],
  until: number,
  took: number[],
) => {
  const running = new Set<Promise<void>>()
  let count = 0
  const one = async (n: number) => {
    const lap = Math.floor(n / warehouses)
    const { liveIds } = filled[n % warehouses] ?? { liveIds: [] }
    const orderIds = [liveIds[Math.floor(lap / 2) % liveIds.length]]
    const began = performance.now()
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: mutation(lap % 2 === 0 ? 'holdOrders' : 'resumeOrders'),
        variables: { commandId: randomUUID(), orderIds },
      }),
    })
    const answer = await response.text()
    if (!answer.includes('Success')) throw new Error(answer)
    took.push(performance.now() - began)
  }
  const began = performance.now()
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - began) / 1_000) * rate)
    for (; count < due; count += 1) {
      const sent = one(count).finally(() => running.delete(sent))
      running.add(sent)
    }
    await pause(2)
  }
  await Promise.all(running)
  return count
}

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('commit_to_client')
  const pool = openPool(url, closers)
  const filled = await fill(pool, { warehouses, live: 40 })
  const tokens = await makeTokens(pool, sockets)
  const commanded = await startGateway(url, closers)
  const other = await startGateway(url, closers)

  const crowds: Crowd[] = []
  let measuring = false
  const waits: { readonly [K in 'commanded' | 'other']: number[] } = { commanded: [], other: [] }
  const at = /"at":"([^"]+)"/
  for (const [name, gateway] of [
    ['commanded', commanded],
    ['other', other],
  ] as const)
    crowds.push(
      await gatherCrowd({
        url: `${gateway.url.replace('http', 'ws')}/graphql`,
        size: sockets / 2,
        tokens,
        warehouseOf: (index) => filled[index % warehouses]?.id ?? '',
        onChange(payload) {
          if (!measuring) return
          const recorded = at.exec(payload.toString('latin1', 0, 220))?.[1]
          if (recorded) waits[name].push(performance.timeOrigin + performance.now() - Date.parse(recorded))
        },
      }),
    )
  closers.add(() => crowds.forEach((crowd) => crowd.close()))

  const took: number[] = []
  const began = performance.now()
  const commanding = command(commanded.url, tokens[0] ?? '', filled, began + warmUpMs + measureMs, took)
  await pause(warmUpMs)
  measuring = true
  took.length = 0
  await commanding
  await pause(300)

  const row = (name: string, numbers: readonly number[]) => [
    ...[name, numbers.length, quantile(numbers, 0.5), quantile(numbers, 0.95), quantile(numbers, 0.99)],
  ]
  console.log(`\n${sockets} boards over ${warehouses} warehouses on two gateways, ${rate} commands/s in all`)
  printTable(
    ['ms', 'count', 'p50', 'p95', 'p99'],
    [
      row('record in the log → board, gateway that was commanded', waits.commanded),
      row('record in the log → board, the other gateway', waits.other),
      row('command → answer', took),
    ],
  )
  console.log(
    'The record is stamped just before COMMIT, by the same clock: the time of the COMMIT is in these figures.',
  )
}

printMachine()
await withClosers(run)
