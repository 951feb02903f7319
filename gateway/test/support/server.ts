import type { Config } from '../../config.js'
import { type Server, type ServerDeps, startServer } from '../../server.js'
import { createLog } from '../../transport/log.js'
import { createTestClient, type TestClient } from './client.js'
import { createDatabase, type TestDatabase } from './database.js'
import { registry } from './registry.js'
import { createTokens, type Tokens } from './tokens.js'

/** A gateway of one's own, in this process, on a free port. */
export interface TestGateway {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Speaks to it as `anna`, an administrator. */
  readonly client: TestClient
  readonly server: Server
  /** Those that its clients use. */
  readonly tokens: Tokens
  /** Stops it as a SIGTERM would. */
  close(): Promise<void>
}

// The same on all gateways of a database.
const totpKey = Buffer.alloc(32, 'key of the tests')

export type GatewayOptions = Partial<
  Omit<ServerDeps, 'databaseUrl'> & Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>
>

/** Starts a gateway on a database; several may share one. */
export const startGatewayOn = async (databaseUrl: string, options: GatewayOptions = {}): Promise<TestGateway> => {
  const { host = '127.0.0.1', publicUrl, trustedProxies = ['loopback'], ...deps } = options
  const server = await startServer(
    { host, port: 0, publicUrl, trustedProxies },
    { log: createLog('silent'), trusted: registry, demandAuthenticator: false, totpKey, ...deps, databaseUrl },
  )
  const { url } = server
  const tokens = createTokens(databaseUrl)
  return {
    url,
    client: createTestClient({ url, tokens }, 'anna'),
    server,
    tokens,
    async close() {
      await tokens.close()
      await server.close()
    },
  }
}

/** Starts a gateway on a fresh, migrated, empty database that goes away with it. */
export const startGateway = async (
  options: GatewayOptions = {},
): Promise<TestGateway & { readonly database: TestDatabase }> => {
  const database = await createDatabase()
  const gateway = await startGatewayOn(database.url, options)
  return {
    ...gateway,
    database,
    async close() {
      await gateway.close()
      await database.close()
    },
  }
}
