import type pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage, type WatchedPage } from './browser'
import { gatherViolations, looks } from './identity'
import { type Managed, startManaged } from './managed'
import { admit, codeOf, letScreenAsk, letScreenGoOn, ownClock } from './pairing'
import type { Product } from './product'

const phoneSize = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'ru-RU' }

let managed: Managed
let product: Product
let browser: Browser
let pool: pg.Pool
let desk: WatchedPage
let pocket: WatchedPage

interface Badge {
  readonly badge: string
  readonly pin: string
}
let first: Badge

beforeAll(async () => {
  managed = await startManaged('Подольск')
  ;({ product, browser, pool, desk } = managed)
  const { page } = desk
  await page.goto(`${product.url}/people`)
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  await page.getByLabel('Имя').fill('Гусев Павел')
  await page.getByLabel('Сборщик').check()
  await page.getByRole('button', { name: 'Завести' }).click()
  await page.getByRole('button', { name: 'Готово' }).click()

  pocket = await openPage(browser, `${product.url}/pair?as=phone`, phoneSize, ownClock)
  const code = await codeOf(pocket)
  await page.goto(`${product.url}/devices`)
  await admit(page, code, 'Телефон 3')
  await page.getByText('Телефон подключён').waitFor()
  await letIn(pocket)
  await pocket.page.waitForURL('**/badge')
}, 120_000)

afterAll(async () => {
  expect(pocket.faults).toEqual([])
  await managed.close()
})

/** A phone that a manager has let in comes to know of it. */
async function letIn(phone: WatchedPage): Promise<void> {
  await letScreenAsk(phone, pool)
  await letScreenGoOn(phone)
}

/** Issues a badge on `/people`; its texts are nowhere but in that answer and on the sheet. */
async function issue(name: string): Promise<Badge> {
  const { page } = desk
  await page.goto(`${product.url}/people`)
  await page.getByRole('button', { name: `Бейдж: ${name}` }).click()
  const answered = page.waitForResponse(
    async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('wbab_'),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Выдать бейдж' }).click()
  const { data } = (await (await answered).json()) as { readonly data: { readonly result: Badge } }
  await page.getByRole('img', { name: `QR-код бейджа: ${name}` }).waitFor()
  return data.result
}

/** Types as a scanner does: at once, with Enter at the end, on a page that waits for it. */
async function scan(page: Page, badge: string): Promise<void> {
  await page.waitForSelector('input[type="password"]:not([inputmode])')
  await page.keyboard.type(`${badge}\n`)
}

const touch = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap()
}

const otherThan = (pin: string): string => (pin === '000000' ? '000001' : '000000')

describe('a badge', () => {
  it('is issued with a warning, shown once, and printed without the page around it', async () => {
    first = await issue('Гусев Павел')
    const { page } = desk
    const shown = page.getByRole('dialog')
    expect((await shown.textContent())?.replaceAll(/\s/g, '')).toContain(first.pin)
    expect(await shown.getByRole('button', { name: 'Напечатать' }).isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Напечатать' }).isVisible()).toBe(false)
    expect(await page.locator('#root').isVisible()).toBe(false)
    expect(await page.locator('[data-pin]').isVisible()).toBe(true)
    const sheet = await page.getByRole('img', { name: 'QR-код бейджа' }).boundingBox()
    expect(sheet?.width).toBeGreaterThan(110)
    await page.emulateMedia({ media: null })
    await page.getByRole('button', { name: 'Готово' }).click()
    expect(await page.content()).not.toContain(first.pin)
  })

  it('signs in on a phone that was let in: by its scanner, and a PIN on keys for thumbs', async () => {
    const { page } = pocket
    await page.getByText('Телефон: Телефон 3').waitFor()
    await scan(page, first.badge)
    await page.getByRole('heading', { name: 'Введите ПИН-код' }).waitFor()
    for (const key of await page.locator('form button').all()) {
      const box = await key.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await touch(page, first.pin)
    await page.waitForURL(`${product.url}/`)
    await page.getByText('Гусев Павел').waitFor()
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      first.badge,
    )
  })

  it('takes over from whoever was signed in, by hand and by keyboard alone', async () => {
    const { page } = pocket
    await page.goto(`${product.url}/badge`)
    await page.getByText('вошёл сотрудник Гусев Павел').waitFor()
    await page.getByLabel('Код бейджа', { exact: true }).fill('wbab_short')
    await page.keyboard.press('Enter')
    await page.getByText('Это не код бейджа').waitFor()
    await page.getByLabel('Код бейджа', { exact: true }).fill(first.badge)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Введите ПИН-код' }).waitFor()
    await page.keyboard.type(first.pin.slice(0, 5))
    await page.keyboard.press('Backspace')
    await page.keyboard.type(first.pin.slice(4))
    await page.waitForURL(`${product.url}/`)
  })

  it('is locked by five wrong PINs until a new one is issued, and then the old one opens nothing', async () => {
    const { page } = pocket
    await page.goto(`${product.url}/badge`)
    await scan(page, first.badge)
    for (let tries = 0; tries < 5; tries += 1) {
      await page.keyboard.type(otherThan(first.pin))
      await page.getByText('Бейдж или ПИН-код неверный').waitFor()
      await expect.poll(() => page.getByLabel('ПИН-код', { exact: true }).inputValue()).toBe('')
    }
    await page.keyboard.type(first.pin)
    await page.getByRole('heading', { name: 'Бейдж закрыт' }).waitFor()

    const second = await issue('Гусев Павел')
    await page.getByRole('button', { name: 'Другой бейдж' }).tap()
    await scan(page, first.badge)
    await page.keyboard.type(first.pin)
    await page.getByText('Бейдж или ПИН-код неверный').waitFor()
    await page.getByRole('button', { name: 'Другой бейдж' }).tap()
    await scan(page, second.badge)
    await touch(page, second.pin)
    await page.waitForURL(`${product.url}/`)
    first = second
  })

  it('opens nothing on a phone that was not let in, or is taken out meanwhile', async () => {
    const stranger = await openPage(browser, `${product.url}/badge`, phoneSize)
    await stranger.page.getByRole('heading', { name: 'Этот телефон не подключён' }).waitFor()
    await stranger.page.getByRole('link', { name: 'Подключить этот телефон' }).click()
    await stranger.page.waitForURL('**/pair?as=phone')
    await stranger.close()

    const { page } = pocket
    await page.goto(`${product.url}/badge`)
    await scan(page, first.badge)
    await page.getByRole('heading', { name: 'Введите ПИН-код' }).waitFor()
    await desk.page.goto(`${product.url}/devices`)
    await desk.page.getByRole('button', { name: 'Отключить: Телефон 3' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Отключить' }).click()
    await desk.page.locator('[data-device="Телефон 3"]').waitFor({ state: 'detached' })
    await page.keyboard.type(first.pin)
    await page.getByText('Бейдж или ПИН-код неверный').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Этот телефон не подключён' }).waitFor()
  })
})

for (const [theme, language] of looks)
  it(`finds no accessibility violation in the ${theme} theme`, async () => {
    const { found, check } = gatherViolations()
    const address = `${product.url}/badge?lang=${language}&theme=${theme}`
    const phone = await openPage(browser, address, phoneSize, ownClock)
    await check(phone.page, '[role="alert"]')
    await phone.page.goto(`${product.url}/pair?as=phone`)
    await pool.query(
      `UPDATE pairing SET name = 'x', warehouse_id = (SELECT id FROM warehouse LIMIT 1),
         approved_by = (SELECT id FROM person LIMIT 1) WHERE user_code = $1`,
      [(await codeOf(phone)).replace('-', '')],
    )
    await letIn(phone)
    await phone.page.waitForURL('**/badge')
    await check(phone.page, 'form')
    await scan(phone.page, first.badge)
    await check(phone.page, 'input[inputmode="none"]')
    await phone.page.keyboard.type(otherThan(first.pin))
    await check(phone.page, '[role="alert"]')
    await phone.close()
    const { page } = desk
    await page.goto(`${product.url}/people?lang=ru&theme=${theme}`)
    first = await issue('Гусев Павел')
    await check(page, '[data-pin]')
    expect(found).toEqual([])
  })
