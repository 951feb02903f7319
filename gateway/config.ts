import { isIP } from 'node:net'
import proxyAddress from '@fastify/proxy-addr'
import { z } from 'zod'
import { readSecretFiles } from './secret-files.js'
import { type TransportLimits, transportLimits } from './transport/limits.js'
import type { Sampling } from './watching/tracing.js'

/** The environment cannot be used; `faults` names every bad variable, one line each. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `the configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** What the process is told from outside. */
export interface Config {
  /** TCP port; 0 takes any free one. */
  readonly port: number
  /** The address to listen on; 0.0.0.0 and :: mean all of the machine's. */
  readonly host: string
  /** Where people reach the server through TLS: scheme and host alone. */
  readonly publicUrl: URL | undefined
  /** Addresses and networks of the proxies that end TLS at PUBLIC_URL. */
  readonly trustedProxies: readonly string[]
  /** How long a stopping gateway still takes what comes, so that a proxy has seen that it is not ready any more. */
  readonly drainDelayMs: number
  /** Absent means: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** What PINs are hashed with; the same on every gateway. */
  readonly pinPepper: string | undefined
  /** What secrets of authenticators are sealed with; the same on every gateway. */
  readonly totpKey: string | undefined
  /** Whether managers and administrators must have an authenticator. */
  readonly demandAuthenticator: boolean
  /** Folder with manifests of documents that others run by their hash. */
  readonly documentsDir: string | undefined
  /** `auto`: for an embedded database that is empty or that the demo itself filled. */
  readonly demo: 'auto' | 'on' | 'off'
  readonly logLevel: (typeof logLevels)[number]
  /** What a WebSocket may carry, and how many there may be. */
  readonly socketLimits: Pick<TransportLimits, SocketLimit>
  /** Absent: nothing is traced. */
  readonly tracing: Sampling | undefined
  /** Where the embedded PostgreSQL's programs may be found, and as whom they run. */
  readonly embedded: {
    readonly PG_BIN: string | undefined
    readonly PATH: string | undefined
    readonly EMBEDDED_PG_USER: string | undefined
  }
}

type SocketLimit =
  | 'frameBytes'
  | 'messagesPerSecond'
  | 'operationsPerSocket'
  | 'socketsPerCredential'
  | 'socketsPerPerson'
  | 'socketsPerAddress'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const samplers = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const
const addressOf = (text: string) => (text === 'localhost' ? '127.0.0.1' : text.replace(/^\[(.*)\]$/, '$1'))
const canBePublicUrl = (text: string) => {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return protocol === 'https:' && href === `${origin}/`
}
const switches: Readonly<Record<string, boolean>> = { 1: true, 0: false }
const demoModes: Readonly<Record<string, Config['demo']>> = { auto: 'auto', 1: 'on', 0: 'off' }
const withPassword = (url: string | undefined, password: string | undefined) => {
  if (url === undefined || password === undefined) return url
  const parsed = new URL(url)
  parsed.password = encodeURIComponent(password)
  return parsed.href
}
const canBePostgres = (text: string) => {
  try {
    return ['postgres:', 'postgresql:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

const wholeNumber = (least: number, most: number, usual: number, hint = '') =>
  z
    .string()
    .default(String(usual))
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}${hint}`,
    )
    .transform(Number)

const canBeProxies = (list: readonly string[]) => {
  try {
    proxyAddress.compile([...list])
    return true
  } catch {
    return false
  }
}

const longSecret = z.string().min(32, 'must have 32 characters at least').optional()
const receiver = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an http or https address')
  .optional()
const path = z.string().refine((text) => !text.includes('\0'), 'must be a path')

// The messages never repeat a value: DATABASE_URL holds a password, and logs are read by more people than may know it.
const environment = z.object({
  PORT: wholeNumber(0, 65_535, 4_000, ' (0: any free one)'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .transform(addressOf)
    .refine((text) => isIP(text) !== 0, 'must be an IP address of this machine; 0.0.0.0 and :: mean all of them'),
  PUBLIC_URL: z
    .string()
    .refine(canBePublicUrl, 'must be the https address that people open, such as https://wms.example.ru')
    .transform((text) => new URL(text))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      canBeProxies,
      'must be addresses or networks parted by commas, such as 172.31.0.0/24; loopback means this machine',
    ),
  DRAIN_DELAY: z
    .string()
    .default('0')
    .refine((text) => /^\d{1,2}$/.test(text), 'must be a number of seconds from 0 to 99')
    .transform((text) => Number(text) * 1_000),
  DATABASE_URL: z
    .string()
    .refine(canBePostgres, 'must look like postgresql://user:password@host:5432/database')
    .optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATA_DIR: path.default('.data'),
  DOCUMENTS_DIR: path.optional(),
  DEMO: z
    .string()
    .default('auto')
    .refine((text) => Object.hasOwn(demoModes, text), 'must be auto, 1 or 0')
    .transform((text) => demoModes[text] ?? 'auto'),
  PIN_PEPPER: longSecret,
  TOTP_KEY: longSecret,
  DEMAND_AUTHENTICATOR: z
    .string()
    .default('1')
    .refine((text) => Object.hasOwn(switches, text), 'must be 1 or 0')
    .transform((text) => switches[text] ?? true),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  // Below the least our own screens would not work; above the most one socket or caller could take a gateway for itself.
  SOCKET_MESSAGE_BYTES: wholeNumber(4_096, 1_048_576, transportLimits.frameBytes),
  SOCKET_MESSAGES_PER_SECOND: wholeNumber(2, 1_000, transportLimits.messagesPerSecond),
  SOCKET_OPERATIONS: wholeNumber(1, 1_000, transportLimits.operationsPerSocket),
  SOCKETS_PER_CREDENTIAL: wholeNumber(1, transportLimits.connections, transportLimits.socketsPerCredential),
  SOCKETS_PER_PERSON: wholeNumber(1, transportLimits.connections, transportLimits.socketsPerPerson),
  SOCKETS_PER_ADDRESS: wholeNumber(1, transportLimits.connections, transportLimits.socketsPerAddress),
  // Where traces go and how; the rest of OpenTelemetry's variables its exporter reads by itself.
  OTEL_EXPORTER_OTLP_ENDPOINT: receiver,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: receiver,
  OTEL_SDK_DISABLED: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.enum(samplers, `must be one of ${samplers.join(', ')}`).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .default('1')
    .refine((text) => text.trim() !== '' && Number(text) >= 0 && Number(text) <= 1, 'must be a share from 0 to 1')
    .transform(Number),
  PG_BIN: z.string().optional(),
  PATH: z.string().optional(),
  EMBEDDED_PG_USER: z.string().optional(),
})

/** The access token with which the command line speaks to a gateway; empty counts as absent. */
export const parseToken = (env: Readonly<Record<string, string | undefined>> = process.env): string | undefined =>
  env['WBA_TOKEN']?.trim() || undefined

/** Reads the environment once; an empty variable counts as absent. Throws a ConfigError that names all faults. */
export const parseConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const { secrets, faults } = readSecretFiles(given)
  const parsed = environment.safeParse({ ...given, ...secrets })
  const issues = parsed.success ? [] : parsed.error.issues
  if (!parsed.success || faults.length > 0)
    throw new ConfigError([...faults, ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)])
  const said = parsed.data
  const receiver = said.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? said.OTEL_EXPORTER_OTLP_ENDPOINT
  return Object.freeze({
    port: said.PORT,
    host: said.HOST,
    publicUrl: said.PUBLIC_URL,
    trustedProxies: said.TRUSTED_PROXIES,
    drainDelayMs: said.DRAIN_DELAY,
    databaseUrl: withPassword(said.DATABASE_URL, said.DATABASE_PASSWORD),
    dataDir: said.DATA_DIR,
    pinPepper: said.PIN_PEPPER,
    totpKey: said.TOTP_KEY,
    demandAuthenticator: said.DEMAND_AUTHENTICATOR,
    documentsDir: said.DOCUMENTS_DIR,
    demo: said.DEMO,
    logLevel: said.LOG_LEVEL,
    socketLimits: Object.freeze({
      frameBytes: said.SOCKET_MESSAGE_BYTES,
      messagesPerSecond: said.SOCKET_MESSAGES_PER_SECOND,
      operationsPerSocket: said.SOCKET_OPERATIONS,
      socketsPerCredential: said.SOCKETS_PER_CREDENTIAL,
      socketsPerPerson: said.SOCKETS_PER_PERSON,
      socketsPerAddress: said.SOCKETS_PER_ADDRESS,
    }),
    tracing:
      receiver === undefined || said.OTEL_SDK_DISABLED?.toLowerCase() === 'true'
        ? undefined
        : { sampler: said.OTEL_TRACES_SAMPLER, ratio: said.OTEL_TRACES_SAMPLER_ARG },
    embedded: Object.freeze({ PG_BIN: said.PG_BIN, PATH: said.PATH, EMBEDDED_PG_USER: said.EMBEDDED_PG_USER }),
  })
}
