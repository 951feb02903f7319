import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { Network } from './network.js'
import { findProgram } from './programs.js'
import { httpPort, httpsPort, makeCertificates } from './traefik.js'

/** Let's Encrypt's test authority, with certificates of five minutes; it refuses every second nonce, as the real one may. */
export interface Authority {
  /** What Traefik's resolver must know of it. */
  readonly acme: Readonly<Record<string, unknown>>
  /** The root of what it signs. */
  readonly ca: string
  /** It hangs, as a service that is down behind a load balancer does. */
  hang(): void
  goOn(): void
  close(): Promise<void>
}

const startWithinMs = 20_000

/** Starts it, with a name server for which every name is Traefik. Throws when it is not installed. */
export const startAuthority = async (network: Network): Promise<Authority> => {
  const [pebble, names] = [findProgram('pebble'), findProgram('pebble-challtestsrv')]
  if (pebble === undefined || names === undefined) throw new Error('there is no pebble here')
  const own = makeCertificates('localhost')
  const [api, management] = [`${network.authority}:14000`, `${network.authority}:15000`]
  const config = join(own.folder, 'pebble.json')
  writeFileSync(
    config,
    JSON.stringify({
      pebble: {
        ...{ listenAddress: api, managementListenAddress: management, certificateValidityPeriod: 300 },
        ...{ certificate: join(own.folder, 'local.crt'), privateKey: join(own.folder, 'local.key') },
        ...{ httpPort, tlsPort: httpsPort, ocspResponderURL: '', externalAccountBindingRequired: false },
      },
    }),
  )
  const nameServer = `${network.authority}:8053`
  const off = ['http01', 'https01', 'tlsalpn01'].flatMap((name) => [`-${name}`, ''])
  const answers = ['-defaultIPv4', network.traefik, '-defaultIPv6', '']
  const env = { PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '50' }
  const children = [
    spawn(names, ['-dns01', nameServer, '-management', `${network.authority}:8055`, ...off, ...answers], {
      stdio: 'ignore',
    }),
    spawn(pebble, ['-config', config, '-dnsserver', nameServer], { stdio: 'ignore', env }),
  ]
  const [, authority] = children
  const kill = () => children.forEach((child) => child.kill('SIGKILL'))
  process.once('exit', kill)

  const readRoot = async () => {
    const asked = request(`https://${management}/roots/0`, { ca: own.ca, servername: 'localhost' })
    asked.end()
    const [response] = (await once(asked, 'response')) as [NodeJS.ReadableStream]
    return text(response)
  }
  const deadline = Date.now() + startWithinMs
  let ca: string | undefined
  while (ca === undefined) {
    ca = await readRoot().catch(() => undefined)
    if (Date.now() > deadline) throw new Error('the authority did not start')
    await pause(50)
  }

  return {
    acme: {
      caServer: `https://${api}/dir`,
      caCertificates: [join(own.folder, 'ca.crt')],
      caServerName: 'localhost',
      // Certificates of less than a day: looked at each minute, renewed when less than 20 are left.
      certificatesDuration: 1,
      clientTimeout: '5s',
      clientResponseHeaderTimeout: '5s',
    },
    ca,
    hang: () => void authority?.kill('SIGSTOP'),
    goOn: () => void authority?.kill('SIGCONT'),
    async close() {
      const gone = children.map((child) => once(child, 'close'))
      kill()
      await Promise.all(gone)
      process.off('exit', kill)
      own.remove()
    },
  }
}
