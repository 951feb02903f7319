import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type pg from 'pg'
import { runningDatabase } from '../../gateway/storage/embedded/index.js'
import { createPool } from '../../gateway/storage/pool.js'
import { makeFirstAdminLink } from '../../gateway/storage/session/sign-in-links.js'
import type { Product } from './product'

export const password = 'Корабли-в-бутылке-7'
export const admin = { name: 'Анна Админ', login: 'anna@example.com', password } as const

/** The product's database, for what time alone would do there. */
export function openDatabase(product: Product): pg.Pool {
  const url = runningDatabase(product.dataDir)
  if (url === undefined) throw new Error('the product’s database does not run')
  return createPool(url, { role: null })
}

/** The address that makes the first administrator. */
export async function firstAdminAddress(product: Product, pool: pg.Pool): Promise<string> {
  const secret = await makeFirstAdminLink({ pool }, 10)
  if (secret === undefined) throw new Error('there is an administrator')
  return `${product.url}/sign-in#first=${secret}`
}

/** Makes the first administrator, in Russian; ends on `/account`. */
export async function becomeAdmin(page: Page): Promise<void> {
  await page.getByLabel('Имя').fill(admin.name)
  await page.getByLabel('Логин').fill(admin.login)
  await page.getByLabel('Новый пароль', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Завести и войти' }).click()
  await page.waitForURL('**/account')
}

/** Changes sessions as time would, and waits until the gateway knows: it has begun to look once more after a look that saw it. */
export async function changeSessions(pool: pg.Pool, statement: string): Promise<void> {
  await pool.query(statement)
  const { rows } = await pool.query<{ at: Date }>(
    'UPDATE rights_head SET version = version + 1 RETURNING clock_timestamp() AS at',
  )
  const looks = new Set<string>()
  while (looks.size < 2) {
    const seen = await pool.query<{ at: string }>(
      `SELECT query_start::text AS at FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wba log reader' AND query_start > $1`,
      [rows[0]?.at],
    )
    for (const { at } of seen.rows) looks.add(at)
  }
}

/** The proof of everybody's identity is too old for what matters. */
export const letProofsAge = (pool: pg.Pool): Promise<void> =>
  changeSessions(pool, `UPDATE session SET authenticated_at = now() - interval '11 minutes'`)

/** Both themes, each in one of the languages. */
export const looks = [
  ['dark', 'ru'],
  ['light', 'en'],
] as const

/** What axe finds wrong with several pages, each looked at once it is ready. */
export function gatherViolations() {
  const found: string[] = []
  return {
    found,
    async check(page: Page, ready: string): Promise<void> {
      await page.waitForSelector(ready)
      for (const fault of await violations(page)) found.push(`${page.url()} ${fault}`)
    },
  }
}

/** What axe finds wrong with a page, shortly; nothing when all is well. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
