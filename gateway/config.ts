import { isIP } from 'node:net'
import proxyAddress from '@fastify/proxy-addr'
import { z } from 'zod'
import { readSecretFiles } from './secret-files.js'
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
  /** Absent: nothing is traced. */
  readonly tracing: Sampling | undefined
  /** Where the embedded PostgreSQL's programs may be found, and as whom they run. */
  readonly embedded: {
    readonly PG_BIN: string | undefined
    readonly PATH: string | undefined
    readonly EMBEDDED_PG_USER: string | undefined
  }
}

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
  PORT: z
    .string()
    .default('4000')
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'must be a number from 0 to 65535 (0: any free one)',
    )
    .transform(Number),
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
  const {
    PORT,
    HOST,
    PUBLIC_URL,
    TRUSTED_PROXIES,
    DATABASE_URL,
    DATABASE_PASSWORD,
    DATA_DIR,
    PIN_PEPPER,
    TOTP_KEY,
    DEMAND_AUTHENTICATOR,
    DOCUMENTS_DIR,
    DEMO,
    LOG_LEVEL,
    OTEL_EXPORTER_OTLP_ENDPOINT,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    OTEL_SDK_DISABLED,
    OTEL_TRACES_SAMPLER,
    OTEL_TRACES_SAMPLER_ARG,
    PG_BIN,
    PATH,
    EMBEDDED_PG_USER,
  } = parsed.data
  const receiver = OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? OTEL_EXPORTER_OTLP_ENDPOINT
  return Object.freeze({
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    trustedProxies: TRUSTED_PROXIES,
    databaseUrl: withPassword(DATABASE_URL, DATABASE_PASSWORD),
    dataDir: DATA_DIR,
    pinPepper: PIN_PEPPER,
    totpKey: TOTP_KEY,
    demandAuthenticator: DEMAND_AUTHENTICATOR,
    documentsDir: DOCUMENTS_DIR,
    demo: DEMO,
    logLevel: LOG_LEVEL,
    tracing:
      receiver === undefined || OTEL_SDK_DISABLED?.toLowerCase() === 'true'
        ? undefined
        : { sampler: OTEL_TRACES_SAMPLER, ratio: OTEL_TRACES_SAMPLER_ARG },
    embedded: Object.freeze({ PG_BIN, PATH, EMBEDDED_PG_USER }),
  })
}
