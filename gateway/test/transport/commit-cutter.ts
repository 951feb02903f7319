import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy before PostgreSQL that can swallow the answer to one COMMIT and cut the connection. */
export interface CommitCutter {
  /** The database's URL through the proxy. */
  readonly url: string
  /** The next transaction that sends this text loses its line in its COMMIT; jobs that commit meanwhile keep theirs. */
  cutCommitOf(text: string): void
  close(): Promise<void>
}

// Simple queries: 'Q', the length, the text.
const isBegin = (chunk: Buffer): boolean => chunk.includes('BEGIN')
const isCommit = (chunk: Buffer): boolean => chunk.includes('COMMIT\0')

/** Starts the proxy on a free port. */
export const startCommitCutter = async (databaseUrl: string): Promise<CommitCutter> => {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let wanted: string | undefined
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname)
    let sent = false
    let cutting = false
    client.on('data', (chunk) => {
      if (isBegin(chunk)) sent = false
      if (wanted !== undefined && chunk.includes(wanted)) sent = true
      if (wanted !== undefined && sent && isCommit(chunk)) {
        wanted = undefined
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
    cutCommitOf(text) {
      wanted = text
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
