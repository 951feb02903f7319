import { type Program, startProgram } from '../../../gateway/test/transport/program.js'
import { behind, type Edge, eventually } from './edge.js'

/** A gateway as its container runs it. */
export interface GatewayProcess {
  readonly address: string
  readonly url: string
  readonly program: Program
}

/** As docker-compose.yml sets it. */
export const drainDelaySeconds = 5

/** Starts a gateway behind Traefik; resolves when it is healthy and Traefik's engine has said so. */
export const startGatewayProcess = async (edge: Edge, databaseUrl: string, number: number): Promise<GatewayProcess> => {
  const { host, port, publicUrl, trustedProxies } = behind(edge, number)
  const program = startProgram(
    {
      ...{ HOST: host, PORT: String(port), PUBLIC_URL: publicUrl.href, TRUSTED_PROXIES: trustedProxies.join() },
      ...{ DATABASE_URL: databaseUrl, DRAIN_DELAY: String(drainDelaySeconds), DEMAND_AUTHENTICATOR: '0' },
      ...{ TOTP_KEY: 'k'.repeat(32), PIN_PEPPER: 'p'.repeat(32) },
    },
    ['gateway'],
  )
  const url = `http://${host}:${port}`
  await eventually(async () => (await fetch(`${url}/health/ready`)).ok)
  edge.engine.start('gateway', host)
  return { address: host, url, program }
}

/** Stops a gateway as `docker stop` does. */
export const stopGatewayProcess = async (edge: Edge, { address, program }: GatewayProcess): Promise<void> => {
  program.stop()
  const end = await program.ended
  edge.engine.die(address)
  if (end.code !== 0) throw new Error(`a gateway did not end well: ${JSON.stringify(end)}\n${program.output()}`)
}
