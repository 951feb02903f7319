import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { vi } from 'vitest'
import { migrate } from '../../gateway/storage/migrate.js'
import { type Host, openHost, type Ran, type Service } from './host.js'

/** A host with the product's database on it, as the service `db` makes it. */
export interface Cluster {
  readonly host: Host
  /** The gateway's address of it. */
  readonly gatewayUrl: string
  readonly ownerUrl: string
  /** Starts the service `db`; resolves when it takes connections. */
  up(): Promise<void>
  /** Waits until it takes connections again, started anew when it has ended, as `restart: unless-stopped` does. */
  restarted(): Promise<void>
  /** Stops it as a container engine does. */
  down(): Promise<void>
  /** What a command of the image printed; throws when it failed. */
  does(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** What a command of the image printed; throws when it did not fail. */
  refuses(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** Runs a statement as the owner, on a connection of its own. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>
  close(): Promise<void>
}

const needed = ({ code, output }: Ran, good: boolean, what: string): string => {
  if ((code === 0) !== good) throw new Error(`${what} ended with ${code}:\n${output}`)
  return output
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  const connected = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end().catch(() => undefined)
  return connected
}

/** Makes one: the product's migrations applied, no backup yet. */
export const openCluster = async (root: string): Promise<Cluster> => {
  const host = await openHost(root)
  const urlOf = (login: string) => `postgresql://wba_${login}:${login}-password-of-the-drill@127.0.0.1:${host.port}/wba`
  const ownerUrl = urlOf('owner')
  let server: Service | undefined

  const cluster: Cluster = {
    host,
    ownerUrl,
    gatewayUrl: urlOf('gateway'),
    async up() {
      // More connections than by default: a server that recovers must allow as many.
      server = host.start(['start-database', '-c', 'shared_buffers=64MB', '-c', 'max_connections=120'])
      const { running, ended } = server
      await vi.waitUntil(async () => !running() || (await answers(ownerUrl)), { timeout: 60_000, interval: 100 })
      if (!running()) throw new Error(`start-database ended:\n${(await ended).output}`)
    },
    async restarted() {
      await vi.waitUntil(async () => !server?.running() || (await answers(ownerUrl)), {
        timeout: 60_000,
        interval: 100,
      })
      if (!server?.running()) await cluster.up()
    },
    async down() {
      await server?.stop('SIGINT')
    },
    does: async (command, env) => needed(await host.run(command, env), true, command.join(' ')),
    refuses: async (command, env) => needed(await host.run(command, env), false, command.join(' ')),
    async ask(sql, values = []) {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      try {
        const { rows } = await client.query<Record<string, unknown>>(sql, [...values])
        return rows
      } finally {
        await client.end()
      }
    },
    close: () => host.close(),
  }
  try {
    await cluster.up()
    await migrate(ownerUrl, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
  } catch (error) {
    await cluster.close()
    throw error
  }
  return cluster
}
