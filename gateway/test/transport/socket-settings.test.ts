import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { createTokens, type Tokens } from '../support/tokens.js'
import { makeWarehouse } from '../support/warehouse.js'
import { type Program, startProgram } from './program.js'
import { connect, openSocket, type RawSocket, refusedUpgrade } from './raw-socket.js'

const settings = {
  SOCKET_MESSAGE_BYTES: '5000',
  SOCKET_MESSAGES_PER_SECOND: '4',
  SOCKET_OPERATIONS: '2',
  SOCKETS_PER_CREDENTIAL: '2',
  SOCKETS_PER_PERSON: '3',
  SOCKETS_PER_ADDRESS: '5',
}

describe('limits of sockets that the environment sets', () => {
  let database: TestDatabase
  let gateway: Program
  let graphql: string
  /** Two sources: each makes a token of its own for the same person. */
  let tokens: readonly [Tokens, Tokens]
  beforeAll(async () => {
    database = await createDatabase()
    tokens = [createTokens(database.url), createTokens(database.url)]
    const env = { DATABASE_URL: database.url, PORT: '0', DEMO: '0', DEMAND_AUTHENTICATOR: '0' }
    gateway = startProgram({ ...env, ...settings })
    const [url] = await gateway.prints(/http:\/\/127\.0\.0\.1:\d+/)
    graphql = `${url}/graphql`
  })
  afterAll(async () => {
    gateway.stop()
    await gateway.ended
    for (const some of tokens) await some.close()
    await database.close()
  })

  const payload = async (name: string, some = tokens[0]) => ({ authorization: `Bearer ${await some.of(name)}` })
  const end = async (...sockets: readonly RawSocket[]) => {
    for (const socket of sockets) socket.close()
    await Promise.all(sockets.map(({ closed }) => closed))
  }

  test('bound a message', async () => {
    const socket = await connect(graphql, await payload('boris'))
    const ping = (length: number) => ({ type: 'ping', payload: { text: 'x'.repeat(length) } })
    socket.send(ping(4_900))
    expect(await socket.next()).toMatchObject({ type: 'pong' })
    socket.send(ping(5_000))
    expect(await socket.closed).toMatchObject({ code: 1009 })
  })

  test('bound the messages of a second, three seconds’ worth at once', async () => {
    const socket = await connect(graphql, await payload('boris'))
    for (let sent = 1; sent < 12; sent += 1) socket.send({ type: 'ping' })
    for (let heard = 1; heard < 12; heard += 1) expect(await socket.next()).toEqual({ type: 'pong' })
    for (let sent = 0; sent < 12; sent += 1) socket.send({ type: 'ping' })
    expect(await socket.closed).toEqual({ code: 1008, reason: 'Too many messages' })
  })

  test('bound the operations of a socket', async () => {
    const socket = await connect(graphql, await payload('boris'))
    const { warehouse } = await makeWarehouse(database.deps)
    const query = `subscription { orderEvents(warehouseId: "${warehouse.id}") { seq } }`
    for (const id of ['1', '2', '3']) socket.send({ id, type: 'subscribe', payload: { query } })
    expect(await socket.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ message: 'At most 2 operations on a socket.', extensions: { code: 'TOO_MANY_OPERATIONS' } }],
    })
    await end(socket)
  })

  test('bound the sockets of a credential, of a person and of an address', async () => {
    const refused = async (params: Readonly<Record<string, unknown>>) => {
      const socket = await openSocket(graphql)
      socket.send({ type: 'connection_init', payload: params })
      return socket.closed
    }
    const [here, elsewhere] = [await payload('anna'), await payload('anna', tokens[1])]
    const [one, two] = [await connect(graphql, here), await connect(graphql, here)]
    expect(await refused(here)).toEqual({ code: 1013, reason: 'Too many sockets of this session, token or device' })
    const three = await connect(graphql, elsewhere)
    expect(await refused(elsewhere)).toEqual({ code: 1013, reason: 'Too many sockets of this person' })
    const boris = await payload('boris')
    const [four, five] = [await connect(graphql, boris), await connect(graphql, boris)]
    expect(await refusedUpgrade(graphql)).toEqual({ status: 429, code: 'TOO_MANY_SOCKETS' })
    await end(one, two, three, four, five)
  })
})
