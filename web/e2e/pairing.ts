import type pg from 'pg'
import type { Page } from 'playwright-core'
import type { WatchedPage } from './browser'

/** The code that a screen shows; not `other`. */
export async function codeOf({ page }: Pick<WatchedPage, 'page'>, other = ''): Promise<string> {
  const shown = page.locator(`[data-code]:not([data-code="${other}"])`)
  return (await shown.getAttribute('data-code', { timeout: 30_000 })) ?? ''
}

/** What `openPage` prepares where the screen's waits are put forward; its clock goes on as clocks do. */
export const ownClock = (page: Page): Promise<void> => page.clock.install()

/** Lets the seconds pass after which a screen asks whether it is let in, by its clock and by the server's. */
export async function letScreenAsk({ page }: Pick<WatchedPage, 'page'>, pool: pg.Pool): Promise<void> {
  await pool.query('UPDATE pairing SET asked_at = NULL')
  await page.clock.fastForward(5_000)
}

/** Lets the seconds pass in which a screen that was let in says so, before it goes on by itself. */
export async function letScreenGoOn({ page }: Pick<WatchedPage, 'page'>): Promise<void> {
  await page.waitForSelector('a[href^="/board/"], a[href="/badge"]')
  await page.clock.fastForward(4_000)
}

/** On `/devices` in Russian, a manager lets the device in that shows the code. */
export async function admit(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel('Код', { exact: true }).fill(code)
  await page.getByLabel('Название').fill(name)
  await page.getByLabel('Склад').selectOption('Подольск')
  await page.getByRole('button', { name: 'Подключить' }).click()
}
