import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Goods, Picker } from './floor'

/** A phone in somebody's hands, in Russian. */
export interface Hands {
  readonly page: Page
  /** Uncaught errors, and what the page's security policy refused. */
  readonly faults: readonly string[]
}

/** Opens the app in a tab. */
export async function openApp(context: BrowserContext, url: string): Promise<Hands> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedType/i.test(message.text()))
      faults.push(message.text())
  })
  await page.goto(`${url}/work`)
  return { page, faults }
}

/** Types as a hardware scanner does: at once, with Enter at the end. A busy machine would type like a person. */
export const scan = ({ page }: Pick<Hands, 'page'>, text: string): Promise<void> =>
  page.evaluate(
    (keys) => {
      for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    },
    [...text, 'Enter'],
  )

/** Signs in with badge and PIN; the phone is ready to begin a shift, or in the middle of one. */
export async function signIn(hands: Hands, { badge, pin }: Picker): Promise<void> {
  const { page } = hands
  await page.waitForSelector('input[type="password"]:not([inputmode])')
  await page.keyboard.type(`${badge}\n`)
  await page.waitForSelector('input[inputmode="none"]')
  await page.keyboard.type(pin)
  await page.locator('[data-screen]').waitFor()
}

/** Begins a shift and takes work. */
export async function takeWork({ page }: Hands, count: 5 | 10 | 20): Promise<void> {
  await page.getByRole('button', { name: 'Начать смену' }).tap()
  await page.getByRole('button', { name: `Взять ${count}`, exact: true }).tap()
  await page.locator('[data-sku]').waitFor()
}

/** The app is on the phone: it opens without a network from now on. */
export const installed = ({ page }: Hands): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })

/** How many units the screen says are left; 0 when there is no step. */
export async function leftOf({ page }: Pick<Hands, 'page'>): Promise<number> {
  const text = await page
    .locator('[data-left]')
    .getAttribute('data-left', { timeout: 200 })
    .catch(() => null)
  return Number(text ?? 0)
}

/** How many acts are not delivered, by the screen. */
export const queueOf = async ({ page }: Pick<Hands, 'page'>): Promise<number> =>
  Number(await page.locator('[data-queue]').getAttribute('data-queue'))

/** What one would scan for the step on the screen: the cell where it is asked for, else the unit. */
async function wanted({ page }: Hands, goods: readonly Goods[]): Promise<Goods> {
  const article = await page.locator('[data-sku]').getAttribute('data-sku')
  const found = goods.find((one) => one.article === article)
  if (!found) throw new Error(`no goods of ${article}`)
  return found
}

/** Takes the next units, each with its cell scanned when one comes to it; green each time. */
export async function pick(hands: Hands, goods: readonly Goods[], count: number): Promise<void> {
  const { page } = hands
  for (let taken = 0; taken < count; taken += 1) {
    const left = await leftOf(hands)
    const { cell, barcode } = await wanted(hands, goods)
    if ((await page.locator('[data-there="false"]').count()) > 0) {
      await scan(hands, `CELL-${cell}`)
      await page.locator('[data-there="true"]').waitFor()
    }
    await scan(hands, barcode)
    await page
      .locator('[data-signal="GREEN"]', { hasText: 'Взято' })
      .or(page.getByRole('heading', { name: 'Взять задания' }))
      .first()
      .waitFor()
    await expect.poll(() => leftOf(hands), { interval: 20 }).toBe(left - 1)
  }
}

/** Waits until nothing is undelivered. */
export const delivered = (hands: Pick<Hands, 'page'>): Promise<void> =>
  expect.poll(() => queueOf(hands), { timeout: 45_000, interval: 100 }).toBe(0)
