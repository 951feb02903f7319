import { randomUUID } from 'node:crypto'
import { Agent } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { call, type Way } from './call.js'

/** Requests at a steady rate, whatever becomes of those before. */
export interface Load {
  /** Answers by what they were: `200`, `503`, with the errors in them, or a connection's fault. */
  readonly answers: ReadonlyMap<string, number>
  /** Milliseconds that each answer took. */
  readonly took: readonly number[]
  /** Sends no more; resolves when everything has been answered. */
  stop(): Promise<void>
}

interface LoadOptions {
  readonly way: Way
  readonly tokens: readonly string[]
  readonly perSecond: number
  /** Orders that are put on hold and taken off again, by every thirtieth request. */
  readonly orderIds: readonly string[]
}

const list = '{ warehouses { id name } }'
const commandOf = (name: 'holdOrders' | 'resumeOrders') =>
  `mutation ($commandId: UUID!, $ids: [ID!]!) { r: ${name}(commandId: $commandId, orderIds: $ids${name === 'holdOrders' ? ', reason: "roll"' : ''}) {
    __typename ... on ${name === 'holdOrders' ? 'Hold' : 'Resume'}OrdersSuccess { outcomes { refusal { code } } } } }`
const commands = [commandOf('holdOrders'), commandOf('resumeOrders')]

/** Begins to send. */
export const startLoad = ({ way, tokens, perSecond, orderIds }: LoadOptions): Load => {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  const answers = new Map<string, number>()
  const took: number[] = []
  const open = new Set<Promise<void>>()
  let going = true
  let sent = 0

  const bodyOf = (number: number) => {
    if (number % 30 > 0) return { query: list }
    const turn = number / 30
    const query = commands[Math.floor(turn / orderIds.length) % 2]
    return { query, variables: { commandId: randomUUID(), ids: [orderIds[turn % orderIds.length]] } }
  }
  const send = async (number: number) => {
    const began = performance.now()
    const authorization = `Bearer ${tokens[number % tokens.length]}`
    let kind: string
    try {
      const { status, body } = await call(way, '/graphql', {
        body: JSON.stringify(bodyOf(number)),
        headers: { authorization },
        agent,
      })
      kind = body.includes('"errors"') ? `${status} ${body.slice(0, 300)}` : String(status)
    } catch (error) {
      kind = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
    took.push(performance.now() - began)
    answers.set(kind, (answers.get(kind) ?? 0) + 1)
  }

  const run = async () => {
    for (const began = performance.now(); going; await pause(5))
      while (sent < ((performance.now() - began) / 1_000) * perSecond) {
        const request = send(sent).finally(() => open.delete(request))
        open.add(request)
        sent += 1
      }
  }
  const running = run()

  return {
    answers,
    took,
    async stop() {
      going = false
      await running
      await Promise.all(open)
      agent.destroy()
    },
  }
}
