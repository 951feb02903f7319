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
  return createPool(url)
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

/** The proof of everybody's identity is too old for what matters. */
export async function letProofsAge(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE session SET authenticated_at = now() - interval '11 minutes'`)
}

/** What axe finds wrong with a page, shortly; nothing when all is well. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
