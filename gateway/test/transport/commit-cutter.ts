import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy before PostgreSQL that can swallow the answer to one COMMIT and cut the connection. */
export interface CommitCutter {
  /** The database's URL through the proxy. */
  readonly url: string
  cutNextCommit(): void
  close(): Promise<void>
}

// A simple query: 'Q', its length, the text.
const isCommit = (chunk: Buffer): boolean => chunk.includes('COMMIT\0')

/** Starts the proxy on a free port. */
export const startCommitCutter = async (databaseUrl: string): Promise<CommitCutter> => {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let armed = false
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname)
    let cutting = false
    client.on('data', (chunk) => {
      if (armed && isCommit(chunk)) {
        armed = false
        cutting = true
      }
      database.write(chunk)
    })
    database.on('data', (chunk) => {
      // The answer says that the commit has happened: now, and only now, the line breaks.
      if (cutting) client.destroy()
      else client.write(chunk)
    })
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cutNextCommit() {
      armed = true
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
