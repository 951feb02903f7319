import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy before PostgreSQL that hears what the database does. */
export interface StatementTap {
  /** The database's URL through the proxy. */
  readonly url: string
  /**
   * What the database did while `work` ran: for each statement its kind and how many rows it found or changed
   * (`SELECT 1`, `UPDATE 0`, `COMMIT`), in order. What a gateway does by itself meanwhile is not counted.
   */
  during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly string[] }>
  close(): Promise<void>
}

/** What a gateway does at moments of its own choice: reading the log, looking at who has lost a right. */
const ofItself = ['wba log reader', 'wba rights watch'] as const

const commandComplete = 'C'.charCodeAt(0)

/** Tells the tag of each statement that is complete in a stream of the server's messages. */
const createReader = (tell: (tag: string) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    // A message is a letter and a length that counts itself.
    while (rest.length >= 5) {
      const end = 1 + rest.readUInt32BE(1)
      if (rest.length < end) return
      if (rest[0] === commandComplete) tell(rest.toString('utf8', 5, end - 1))
      rest = rest.subarray(end)
    }
  }
}

/** Starts the proxy on a free port. */
export const startStatementTap = async (databaseUrl: string): Promise<StatementTap> => {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let heard: string[] = []
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    let byItself = false
    let hint = false
    client.once('data', (start) => {
      // The startup message names the program.
      byItself = ofItself.some((name) => start.includes(name))
    })
    // Other gateways are told after the answer, at a moment of its own.
    client.on('data', (chunk) => void (hint = chunk.includes('send-hint')))
    const read = createReader((tag) => byItself || hint || heard.push(tag))
    client.pipe(database)
    database.on('data', read)
    database.pipe(client)
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    async during(work) {
      heard = []
      const result = await work()
      return { result, statements: heard }
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
