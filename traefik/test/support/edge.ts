import { setTimeout as pause } from 'node:timers/promises'
import { createDatabase, type TestDatabase } from '../../../gateway/test/support/database.js'
import { type GatewayOptions, startGatewayOn, type TestGateway } from '../../../gateway/test/support/server.js'
import type { Authority } from './authority.js'
import { call, origin, type Way, wayTo } from './call.js'
import { type ContainerEngine, startContainerEngine } from './container-engine.js'
import { createNetwork, type Network } from './network.js'
import { makeCertificates, startTraefik, type Traefik } from './traefik.js'
import { startWebFiles } from './web-files.js'

/** The port of the service `gateway`. */
export const gatewayPort = 4000

/** Traefik before the web files and whatever gateways a test starts. */
export interface Edge {
  readonly network: Network
  readonly engine: ContainerEngine
  readonly traefik: Traefik
  readonly ca: string
  /** Where a client with an address of its own reaches it. */
  readonly way: Way
  wayFrom(client: number): Way
  /** Of each gateway that Traefik knows whether it takes it for ready: '1' or '0'. */
  gatewaysUp(): Promise<readonly string[]>
  close(): Promise<void>
}

interface EdgeOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Who signs the certificate, when it is not the local one. */
  readonly authority?: (network: Network) => Promise<Authority>
}

/** Starts Traefik and the web files; resolves when Traefik has learned of them and has its certificate. */
export const startEdge = async ({ env = {}, authority: startAuthority }: EdgeOptions = {}): Promise<Edge> => {
  const network = createNetwork()
  const authority = await startAuthority?.(network)
  const certificates = makeCertificates()
  const engine = await startContainerEngine()
  const web = await startWebFiles(network.web)
  engine.start('web', network.web)
  const issued = authority ? { acme: authority.acme } : { certificates: certificates.folder }
  const traefik = await startTraefik({ network, engineUrl: engine.url, env, ...issued })
  const ca = authority?.ca ?? certificates.ca
  const wayFrom = (client: number) => wayTo(network.traefik, ca, network.client(client))
  const way = wayFrom(0)
  const close = async () => {
    await traefik.stop()
    await web.close()
    await engine.close()
    certificates.remove()
    await authority?.close()
  }
  try {
    await eventually(async () => (await call(way, '/')).status === 200)
  } catch (error) {
    const faults = traefik.lines().filter(({ level }) => level === 'error')
    await close()
    throw new Error(`Traefik serves nothing: ${JSON.stringify(faults)}`, { cause: error })
  }
  return {
    network,
    engine,
    traefik,
    ca,
    way,
    wayFrom,
    async gatewaysUp() {
      const metrics = await (await fetch(`${traefik.internal}/metrics`)).text()
      const lines = metrics.matchAll(/^traefik_service_server_up\{service="gateway@docker".*\} (\d)/gm)
      return [...lines].map(([, up = '']) => up)
    },
    close,
  }
}

/** Settings of a gateway behind Traefik: only Traefik's own address is believed, not those of the clients beside it. */
export const behind = ({ network }: Edge, number: number) => ({
  host: network.gateway(number),
  port: gatewayPort,
  publicUrl: new URL(origin),
  trustedProxies: ['127.0.0.1'],
})

/** An edge with two gateways in this process on one fresh database. */
export const startEdgeWithGateways = async ({
  reach = async (databaseUrl) => databaseUrl,
  authority,
  ...options
}: GatewayOptions &
  Pick<EdgeOptions, 'authority'> & {
    /** How the gateways reach the database, when not directly. */
    readonly reach?: (databaseUrl: string) => Promise<string>
  } = {}): Promise<
  Omit<Edge, 'close'> & {
    readonly gateways: readonly [TestGateway, TestGateway]
    readonly database: TestDatabase
    close(): Promise<void>
  }
> => {
  const edge = await startEdge({ ...(authority && { authority }) })
  const database = await createDatabase()
  const databaseUrl = await reach(database.url)
  const start = async (number: number) => {
    const gateway = await startGatewayOn(databaseUrl, { ...behind(edge, number), ...options })
    edge.engine.start('gateway', edge.network.gateway(number))
    return gateway
  }
  const gateways = [await start(1), await start(2)] as const
  // Both: its limits begin anew whenever it learns of another one.
  await eventually(async () => (await edge.gatewaysUp()).join('') === '11')
  await eventually(async () => (await call(edge.way, '/health/live')).status === 200)
  return {
    ...edge,
    gateways,
    database,
    async close() {
      await edge.close()
      for (const gateway of gateways) await gateway.close()
      await database.close()
    },
  }
}

/** Resolves when something is so; rejects when it never is. */
export const eventually = async (isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> => {
  let last: unknown
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(50)) {
    try {
      if (await isSo()) return
    } catch (error) {
      last = error
    }
  }
  throw new Error(`not within ${withinMs} ms`, { cause: last })
}
