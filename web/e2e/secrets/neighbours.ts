import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runningDatabase } from '../../../gateway/storage/embedded/index.js'
import { type Product, startProduct } from '../product'
import { runProgram } from './programs'
import type { World } from './steps'

const read = (product: Product, name: string): string => readFileSync(join(product.dataDir, name), 'utf8').trim()

/** The settings with which other programs work on the product's database. */
export function settingsBeside(product: Product, { keep }: World) {
  keep('database password', read(product, 'postgres/wba.password'))
  return {
    DATABASE_URL: runningDatabase(product.dataDir) ?? '',
    PIN_PEPPER: keep('PIN_PEPPER', read(product, 'pin-pepper')),
    TOTP_KEY: keep('TOTP_KEY', read(product, 'totp-key')),
    LOG_LEVEL: 'trace',
  }
}

type Settings = ReturnType<typeof settingsBeside>

/** Programs that may not use the database say so. */
export async function comeWithWrongPassword(settings: Settings, { keep, heardFrom }: World): Promise<void> {
  const url = new URL(settings.DATABASE_URL)
  url.password = keep('wrong database password', 'trjum-bez-kljucha-52')
  for (const program of ['gateway', 'verify'] as const) {
    const printed = await runProgram(program, { ...settings, DATABASE_URL: url.href })
    expect(printed).toContain('password authentication failed')
    heardFrom(`a ${program} with a wrong password`, printed)
  }
}

/** A second gateway is asked while the database of both is away, and prints what it thinks of that. */
export async function outliveDatabase(
  product: Product,
  settings: Settings,
  { heardFrom }: World,
  ask: (url: string) => Promise<void>,
): Promise<void> {
  const second = await startProduct(settings)
  const [postmaster = ''] = read(product, 'postgres/postmaster.pid').split('\n')
  process.kill(Number(postmaster), 'SIGQUIT')
  await ask(second.url)
  for (const { url } of [second, product])
    await expect.poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: 30_000 }).toBe(200)
  await second.close()
  expect(second.printed()).toContain('an idle connection ended')
  heardFrom('the second gateway', second.printed())
}
