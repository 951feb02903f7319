import { createServer, type AddressInfo, connect, type Socket } from 'node:net'

/** The network between one gateway and PostgreSQL, with the faults that networks have. */
export interface PgProxy {
  readonly port: number
  /** Everything stops for so long, nobody is told; then it goes on. */
  blackHole(ms: number): void
  /** Every connection dies at once. */
  cutAll(): void
  /** From now on no notification comes through, or again each one. */
  deafen(deaf: boolean): void
  /** Cuts the connections of a program by its application name, and each new one of them; undefined: lets it in again. */
  shutOut(program: string | undefined): void
  /** The next COMMIT is passed on, and the connection dies before its answer. */
  cutAtNextCommit(): void
  readonly cutCommits: number
  close(): Promise<void>
}

const commit = Buffer.from('COMMIT\0')
const notification = 'A'.charCodeAt(0)

/** Passes on whole messages of the server, without notifications while it is deaf. */
const withoutNotifications = (isDeaf: () => boolean, pass: (bytes: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let start = 0
    let end = 0
    // A message is a letter and a length that counts itself.
    while (rest.length >= end + 5) {
      const next = end + 1 + rest.readUInt32BE(end + 1)
      if (next > rest.length) break
      if (isDeaf() && rest[end] === notification) {
        if (end > start) pass(rest.subarray(start, end))
        start = next
      }
      end = next
    }
    if (end > start) pass(rest.subarray(start, end))
    rest = rest.subarray(end)
  }
}

/** Listens on a free port. `deaf`: no notification comes through, so the gateway behind it lives by polling alone. */
export const startPgProxy = async (target: number, options: { readonly deaf: boolean }): Promise<PgProxy> => {
  const pairs = new Set<readonly [Socket, Socket]>()
  // What each client said first: the name of its program among it.
  const hellos = new WeakMap<Socket, string>()
  let { deaf } = options
  let unwanted: string | undefined
  let cutNext = false
  let cutCommits = 0
  let dark = false

  const isUnwanted = (client: Socket) => unwanted !== undefined && hellos.get(client)?.includes(unwanted) === true

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    const pair = [client, upstream] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      upstream.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', end)
      if (dark) socket.pause()
    }
    client.on('data', (chunk: Buffer) => {
      if (!hellos.has(client)) hellos.set(client, chunk.toString('latin1'))
      if (isUnwanted(client)) return end()
      if (cutNext && chunk.includes(commit)) {
        cutNext = false
        cutCommits += 1
        upstream.write(chunk, () => client.destroy())
        return
      }
      if (!upstream.write(chunk)) {
        client.pause()
        upstream.once('drain', () => dark || client.resume())
      }
    })
    const back = (bytes: Buffer) => {
      if (client.write(bytes) || client.destroyed) return
      upstream.pause()
      client.once('drain', () => dark || upstream.resume())
    }
    upstream.on(
      'data',
      withoutNotifications(() => deaf, back),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    blackHole(ms) {
      dark = true
      for (const pair of pairs) for (const socket of pair) socket.pause()
      setTimeout(() => {
        dark = false
        for (const pair of pairs) for (const socket of pair) socket.resume()
      }, ms)
    },
    cutAll() {
      for (const [client] of pairs) client.destroy()
    },
    deafen(value) {
      deaf = value
    },
    shutOut(program) {
      unwanted = program
      for (const [client] of pairs) if (isUnwanted(client)) client.destroy()
    },
    cutAtNextCommit() {
      cutNext = true
    },
    get cutCommits() {
      return cutCommits
    },
    async close() {
      for (const [client] of pairs) client.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
