import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { Network } from './network.js'
import { findProgram } from './programs.js'

/** The host name that people open, and the port that stands for 443: any user may listen on it. */
export const domain = 'wms.test'
export const httpPort = 8000
export const httpsPort = 8443

const folder = fileURLToPath(new URL('../../', import.meta.url))
const startWithinMs = 20_000

/** What stays as it is in the file is passed on. */
const staticFile = z.looseObject({
  entryPoints: z.object({
    http: z.looseObject({ address: z.string() }),
    https: z.looseObject({ address: z.string() }),
    internal: z.looseObject({ address: z.string() }),
  }),
  providers: z.looseObject({ file: z.looseObject({}), docker: z.looseObject({}) }),
  certificatesResolvers: z.object({ letsencrypt: z.object({ acme: z.looseObject({}) }) }),
})

/** Traefik in a process of its own, with the shipped configuration. */
export interface Traefik {
  readonly pid: number
  /** Its log and the access log, line by line. */
  lines(): readonly Readonly<Record<string, unknown>>[]
  /** The internal entry point: metrics, ping. */
  readonly internal: string
  stop(): Promise<void>
}

export interface TraefikOptions {
  readonly network: Network
  readonly engineUrl: string
  /** A folder of `local-certificate.sh`; without it certificates come from the authority of `acme`. */
  readonly certificates?: string
  readonly acme?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

/** Makes an authority and a certificate for a name, as the profile `local` does. */
export const makeCertificates = (name = domain): { readonly folder: string; readonly ca: string; remove(): void } => {
  const made = mkdtempSync(join(tmpdir(), 'wba-edge-'))
  execFileSync(join(folder, 'local-certificate.sh'), [name, made])
  return {
    folder: made,
    ca: readFileSync(join(made, 'ca.crt'), 'utf8'),
    remove: () => rmSync(made, { recursive: true, force: true }),
  }
}

/** The shipped static configuration, at other addresses: nothing else of it is changed. */
const configure = (into: string, { network, engineUrl, acme }: TraefikOptions): string => {
  const shipped = staticFile.parse(parse(readFileSync(join(folder, 'traefik.yml'), 'utf8')))
  const { http, https, internal } = shipped.entryPoints
  const file = join(into, 'traefik.yml')
  const changed = {
    ...shipped,
    entryPoints: {
      http: { ...http, address: `${network.traefik}:${httpPort}` },
      https: { ...https, address: `${network.traefik}:${httpsPort}` },
      internal: { ...internal, address: `${network.traefik}:8082` },
    },
    providers: {
      ...shipped.providers,
      file: { ...shipped.providers.file, directory: join(folder, 'dynamic') },
      docker: { ...shipped.providers.docker, endpoint: engineUrl },
    },
    certificatesResolvers: {
      letsencrypt: {
        acme: { ...shipped.certificatesResolvers.letsencrypt.acme, storage: join(into, 'acme.json'), ...acme },
      },
    },
  }
  writeFileSync(file, stringify(changed))
  return file
}

/** Starts Traefik; resolves when it answers for itself. */
export const startTraefik = async (options: TraefikOptions): Promise<Traefik> => {
  const { network, certificates, env } = options
  const into = mkdtempSync(join(tmpdir(), 'wba-traefik-'))
  const program = findProgram('traefik')
  if (program === undefined) throw new Error('there is no traefik: npm run test:edge fetches it')
  const child = spawn(program, [`--configFile=${configure(into, options)}`], {
    env: {
      DOMAIN: domain,
      ...(certificates !== undefined && {
        CERTIFICATE_FILE: join(certificates, 'local.crt'),
        CERTIFICATE_KEY_FILE: join(certificates, 'local.key'),
      }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
  const ended = once(child, 'close')
  const internal = `http://${network.traefik}:8082`
  const stop = async () => {
    child.kill()
    await ended
    process.off('exit', kill)
    rmSync(into, { recursive: true, force: true })
  }

  const answers = async () => (await fetch(`${internal}/ping`).catch(() => undefined))?.ok === true
  for (const deadline = Date.now() + startWithinMs; !(await answers()); await pause(25))
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`Traefik did not start:\n${text}`)

  return {
    pid: child.pid ?? 0,
    lines: () =>
      text
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
    internal,
    stop,
  }
}
