import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigError } from './config.js'

/** What is kept outside of the database, so that a stolen copy of it gives nothing away. */
export interface Secrets {
  /** What PINs are hashed with; undefined: badges are off. */
  readonly pinPepper: Buffer | undefined
  /** What the secrets of authenticators are sealed with, 256 bits; undefined: authenticators are off. */
  readonly totpKey: Buffer | undefined
}

type Settings = Pick<Config, 'pinPepper' | 'totpKey' | 'demandAuthenticator' | 'databaseUrl' | 'dataDir'>

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * A setting, else what stands in a file beside the embedded database, made at the first start. Undefined for a database
 * of somebody else's without the setting: gateways there must share one.
 */
const read = async (given: string | undefined, name: string, settings: Settings): Promise<string | undefined> => {
  if (given !== undefined) return given
  if (settings.databaseUrl !== undefined) return undefined
  const file = join(settings.dataDir, name)
  await mkdir(settings.dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!isThere(error)) throw error
  })
  return readFile(file, 'utf8')
}

/** Reads the settings PIN_PEPPER and TOTP_KEY, or their files. Throws ConfigError when an authenticator is demanded and none possible. */
export const readSecrets = async (settings: Settings): Promise<Secrets> => {
  const pinPepper = await read(settings.pinPepper, 'pin-pepper', settings)
  const totpKey = await read(settings.totpKey, 'totp-key', settings)
  if (totpKey === undefined && settings.demandAuthenticator)
    throw new ConfigError([
      'TOTP_KEY must be set beside DATABASE_URL, for the authenticators of managers: 32 random characters, the same on every gateway and at each start (openssl rand -base64 32); or DEMAND_AUTHENTICATOR=0',
    ])
  return {
    pinPepper: pinPepper === undefined ? undefined : Buffer.from(pinPepper),
    // Whatever its length is, the cipher wants 256 bits.
    totpKey: totpKey === undefined ? undefined : createHash('sha256').update(totpKey).digest(),
  }
}
