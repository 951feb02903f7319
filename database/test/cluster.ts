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
  /** Stops it as a container engine does. */
  down(): Promise<void>
  /** What a command of the image printed; throws when it failed. */
  does(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** What a command of the image printed; throws when it did not fail. */
  refuses(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** Runs a statement as the owner, on a connection of its own. */
  ask<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
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
  const urlOf = (login: string) =>
    `postgresql://wba_${login}:${login}-password-of-the-drill@127.0.0.1:${host.port}/wba`
  const ownerUrl = urlOf('owner')
  let server: Service | undefined

  const cluster: Cluster = {
    host,
    ownerUrl,
    gatewayUrl: urlOf('gateway'),
    async up() {
      server = host.start(['start-database', '-c', 'shared_buffers=64MB', '-c', `port=${host.port}`])
      let ended: Ran | undefined
      void server.ended.then((ran) => (ended = ran))
      await vi.waitUntil(async () => ended !== undefined || (await answers(ownerUrl)), {
        timeout: 60_000,
        interval: 100,
      })
      if (ended) throw new Error(`start-database ended with ${ended.code}:\n${ended.output}`)
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
        return (await client.query(sql, [...values])).rows
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
