import type { Page } from 'playwright-core'
import type { WatchedPage } from './browser'

/** The code that a screen shows; not `other`. */
export async function codeOf({ page }: Pick<WatchedPage, 'page'>, other = ''): Promise<string> {
  const shown = page.locator(`[data-code]:not([data-code="${other}"])`)
  return (await shown.getAttribute('data-code', { timeout: 30_000 })) ?? ''
}

/** On `/devices` in Russian, a manager lets the device in that shows the code. */
export async function admit(page: Page, code: string, name: string): Promise<void> {
  await page.getByLabel('Код', { exact: true }).fill(code)
  await page.getByLabel('Название').fill(name)
  await page.getByLabel('Склад').selectOption('Подольск')
  await page.getByRole('button', { name: 'Подключить' }).click()
}
