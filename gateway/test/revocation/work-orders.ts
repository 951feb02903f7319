import { randomUUID } from 'node:crypto'
import type { TestClient } from '../support/client.js'

const everyMs = 100

const command = (name: 'holdOrders' | 'resumeOrders') =>
  `mutation ($commandId: UUID!, $orderIds: [ID!]!) { r: ${name}(commandId: $commandId, orderIds: $orderIds${name === 'holdOrders' ? ', reason: "x"' : ''}) { __typename } }`

/** Holds and resumes the orders in turn, one every 100 ms, until it is stopped: so there is always something to be told. */
export const workOrders = (client: TestClient, orderIds: readonly string[]): { stop(): Promise<void> } => {
  const running = new Set<Promise<unknown>>()
  let count = 0
  const one = async () => {
    const held = Math.floor(count / orderIds.length) % 2 === 1
    const orderId = orderIds[count % orderIds.length]
    count += 1
    const call = { commandId: randomUUID(), orderIds: [orderId] }
    const { errors = [] } = await client.send(command(held ? 'resumeOrders' : 'holdOrders'), call)
    // A machine that is busy with something else is no fault; the next command comes soon.
    const faults = errors.filter(({ extensions: { code } }) => code !== 'UNAVAILABLE')
    if (faults.length > 0) throw new Error(JSON.stringify(faults))
  }
  const failures: unknown[] = []
  const timer = setInterval(() => {
    const work = one()
      .catch((error: unknown) => failures.push(error))
      .finally(() => running.delete(work))
    running.add(work)
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(running)
      if (failures.length > 0) throw new AggregateError(failures, 'orders were not worked')
    },
  }
}
