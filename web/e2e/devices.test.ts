import type pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForTrust } from './board-view'
import { openPage, type WatchedPage } from './browser'
import { gatherViolations, letProofsAge, looks, password } from './identity'
import { laptop, type Managed, startManaged } from './managed'
import { admit, codeOf, letScreenAsk, letScreenGoOn, ownClock } from './pairing'
import type { Product } from './product'
import type { Shift } from './shift'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let managed: Managed
let product: Product
let browser: Browser
let pool: pg.Pool
let shift: Shift
let desk: WatchedPage

beforeAll(async () => {
  managed = await startManaged('Подольск', 'Коледино')
  ;({ product, browser, pool, shift, desk } = managed)
  await shift.bring(3)
}, 120_000)

afterAll(() => managed.close())

const openPair = (search = '', options = {}, prepare = ownClock) =>
  openPage(browser, `${product.url}/pair${search}`, options, prepare)

/** A browser that lets its pages keep nothing but cookies. */
const withoutStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('not on this screen', 'SecurityError')
        },
      })
  })

/** On `/devices`, takes a board out; answers once that is done. */
async function takeOut(name: string): Promise<void> {
  const { page } = desk
  await page.getByRole('button', { name: `Отключить: ${name}` }).click()
  await page.getByText('Доска погаснет через две секунды').waitFor()
  const removed = page.waitForResponse('**/graphql')
  await page.getByRole('dialog').getByRole('button', { name: 'Отключить' }).click()
  await removed
}

describe('a television', () => {
  it('shows a code until a manager lets it in, then the board, and leaves it within two seconds of being removed', async () => {
    const screen = await openPage(browser, `${product.url}/pair?lang=ru&theme=dark`)
    const code = await codeOf(screen)
    expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    await screen.page.getByText('Код действует ещё').waitFor()
    const letters = await screen.page.locator('[data-code]').boundingBox()
    expect(letters?.height).toBeGreaterThan(250)

    const { page } = desk
    await letProofsAge(pool)
    await page.goto(`${product.url}/devices#code=${code}`)
    expect(await page.getByLabel('Код', { exact: true }).inputValue()).toBe(code)
    await admit(page, ` ${code.toLowerCase().replace('-', ' — ')} `, 'Доска у ворот')
    const proof = page.getByRole('dialog', { name: 'Это точно вы?' })
    await proof.getByLabel('Пароль', { exact: true }).fill(password)
    await proof.getByRole('button', { name: 'Подтвердить' }).click()
    await page.getByText('Доска подключена').waitFor()
    expect(page.url()).toBe(`${product.url}/devices`)

    await screen.page.getByText('Экран подключён').waitFor()
    await screen.page.waitForURL(`**/board/${shift.warehouseId}?lang=ru&theme=dark&as=board`)
    await waitForTrust(screen.page, 'fresh')
    expect(await screen.page.locator('[data-order]').count()).toBe(3)

    await page.locator('[data-device="Доска у ворот"]').getByText('Подольск').waitFor()
    await takeOut('Доска у ворот')
    await screen.page.waitForURL('**/pair?lang=ru&theme=dark&as=board', { timeout: 2_000, waitUntil: 'commit' })
    expect(await codeOf(screen)).not.toBe(code)
    expect(screen.faults).toEqual([])
    await screen.close()
  })

  it('shows a new code when the old one is over, and the old one opens nothing', async () => {
    const screen = await openPair('?lang=en')
    const old = await codeOf(screen)
    await pool.query('UPDATE pairing SET expires_at = now() WHERE user_code = $1', [old.replace('-', '')])
    await letScreenAsk(screen, pool)
    expect(await codeOf(screen, old)).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    const { page } = desk
    await page.goto(`${product.url}/devices`)
    await admit(page, old, 'Опоздавшая')
    await page.getByText('Такого кода сейчас нет ни на одном экране').waitFor()
    await admit(page, 'BCDF', 'Опоздавшая')
    await page.getByText('В коде восемь латинских букв').waitFor()
    await screen.close()
  })

  it('keeps its code through a lost connection, and slows down when it is told to', async () => {
    const screen = await openPair('?lang=en')
    const code = await codeOf(screen)
    const { page } = screen
    await page.route('**/graphql', (route) => route.abort())
    await page.clock.fastForward(5_000)
    await page.getByText('No connection to the server').waitFor()
    expect(await codeOf(screen)).toBe(code)
    await page.unroute('**/graphql')
    const refusal = { __typename: 'Refusal', code: 'SLOW_DOWN', message: '', retryAt: null }
    await page.route('**/graphql', (route) => route.fulfill({ json: { data: { result: refusal } } }))
    const told = page.waitForResponse('**/graphql')
    // Who was not answered waits twice as long.
    await page.clock.fastForward(10_000)
    await told
    await page.getByText('No connection to the server').waitFor({ state: 'detached' })
    await page.unroute('**/graphql')
    let asked = 0
    page.on('request', () => (asked += 1))
    await page.clock.fastForward(7_000)
    expect(await codeOf(screen)).toBe(code)
    expect(asked).toBe(0)
    const answered = page.waitForResponse('**/graphql')
    await page.clock.fastForward(3_000)
    await answered
    expect(await codeOf(screen)).toBe(code)
    await screen.close()
  })

  it('that can store nothing is let in at once by an approved link, whose secret leaves the address, and is back at its code once removed', async () => {
    const maker = await openPage(browser, 'about:blank')
    const started = maker.page.waitForResponse(
      async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('deviceCode'),
    )
    await maker.page.goto(`${product.url}/pair`)
    const { data } = (await (await started).json()) as {
      readonly data: { readonly result: { readonly deviceCode: string; readonly userCode: string } }
    }
    await maker.close()
    const { deviceCode, userCode } = data.result
    await desk.page.goto(`${product.url}/devices`)
    await admit(desk.page, userCode, 'Доска по ссылке')
    await desk.page.getByText('Доска подключена').waitFor()
    const screen = await openPair(`?lang=en#device=${deviceCode}`, {}, async (page) => {
      await ownClock(page)
      await withoutStorage(page)
    })
    expect(screen.page.url()).toBe(`${product.url}/pair?lang=en`)
    await letScreenGoOn(screen)
    await screen.page.waitForURL(`**/board/${shift.warehouseId}?lang=en&as=board`)
    await waitForTrust(screen.page, 'fresh')
    await desk.page.goto(`${product.url}/devices`)
    await takeOut('Доска по ссылке')
    await codeOf(screen)
    expect(screen.page.url()).toBe(`${product.url}/pair?lang=en&as=board`)
    await screen.close()

    const late = await openPair(`?lang=en#device=${deviceCode}`)
    await late.page.getByText('The link does not work').waitFor()
    await codeOf(late)
    await late.close()
  })
})

describe('a phone', () => {
  it('is let in the same way, and says so when it comes again', async () => {
    const pocket = await openPair('?as=phone&lang=en', phone)
    const code = await codeOf(pocket)
    expect(await pocket.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await desk.page.goto(`${product.url}/devices`)
    await admit(desk.page, code, 'Телефон 3')
    await desk.page.getByText('Телефон подключён').waitFor()
    await letScreenAsk(pocket, pool)
    await letScreenGoOn(pocket)
    await pocket.page.waitForURL('**/badge')
    await pocket.page.goto(`${product.url}/pair?as=phone`)
    await pocket.page.getByText('This phone is let in already').waitFor()
    await pocket.page.getByRole('button', { name: 'Let it in anew' }).click()
    await codeOf(pocket)
    expect(pocket.faults).toEqual([])
    await pocket.close()
  })
})

it('whoever scans the code signs in first, and finds it in the form', async () => {
  const visitor = await openPage(browser, `${product.url}/devices?lang=ru#code=BCDF-GHJK`, laptop)
  const { page } = visitor
  await page.waitForURL('**/sign-in?next=%2Fdevices%3Flang%3Dru#code=BCDF-GHJK')
  await page.getByLabel('Логин').fill('anna@example.com')
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/devices?lang=ru#code=BCDF-GHJK')
  await expect.poll(() => page.getByLabel('Код', { exact: true }).inputValue()).toBe('BCDF-GHJK')
  await visitor.close()
})

for (const [theme, language] of looks)
  it(`finds no accessibility violation in the ${theme} theme`, async () => {
    const { found, check } = gatherViolations()
    const screen = await openPair(`?lang=${language}&theme=${theme}`)
    await check(screen.page, '[data-code]')
    await screen.page.setViewportSize(phone.viewport)
    await check(screen.page, '[data-code]')
    await screen.close()
    const { page } = desk
    await page.goto(`${product.url}/devices?lang=${language}&theme=${theme}`)
    await check(page, '[data-device]')
    await page.locator('form button[type="submit"]').click()
    await check(page, '[aria-invalid="true"]')
    await page.locator('[data-device] button').first().click()
    await check(page, 'dialog[open]')
    await page.goto(`${product.url}/devices?lang=ru`)
    expect(found).toEqual([])
  })
