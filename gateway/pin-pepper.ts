import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.js'

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * What PINs are hashed with, kept outside of the database: PIN_PEPPER, else a file beside the embedded database, made at
 * the first start. Undefined for a database of somebody else's without the setting: gateways there must share one.
 */
export const readPinPepper = async ({
  pinPepper,
  databaseUrl,
  dataDir,
}: Pick<Config, 'pinPepper' | 'databaseUrl' | 'dataDir'>): Promise<Buffer | undefined> => {
  if (pinPepper !== undefined) return Buffer.from(pinPepper)
  if (databaseUrl !== undefined) return undefined
  const file = join(dataDir, 'pin-pepper')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!isThere(error)) throw error
  })
  return Buffer.from(await readFile(file, 'utf8'))
}
