import { generate } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { admin, becomeAdmin, firstAdminAddress, openDatabase, password, violations } from './identity'
import { type Product, startProduct } from './product'

let product: Product
let browser: Browser
let desk: Promise<WatchedPage> | undefined
let secret = ''

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ DEMAND_AUTHENTICATOR: '1' }), launchBrowser()])
}, 120_000)

afterAll(async () => {
  const faults = (await desk)?.faults ?? []
  await browser.close()
  await product.close()
  expect(faults).toEqual([])
})

const codeIn = (seconds: number): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + seconds })

async function connect(page: Page, words: { readonly [word in 'connect' | 'secret' | 'code' | 'turnOn']: string }) {
  await page.getByRole('button', { name: words.connect }).click()
  secret = await page.getByLabel(words.secret).inputValue()
  await page.getByLabel(words.code).fill(await codeIn(-30))
  await page.getByRole('button', { name: words.turnOn }).click()
}
const russian = { connect: 'Подключить', secret: 'Секрет', code: 'Код из приложения', turnOn: 'Включить' }
const english = { connect: 'Connect', secret: 'Secret', code: 'Code of the authenticator', turnOn: 'Turn on' }

/** The first administrator, led to an authenticator wherever they go; on the page of people. */
async function begin(): Promise<WatchedPage> {
  const pool = openDatabase(product)
  await pool.query(`WITH a AS (INSERT INTO seller_account (id, name) VALUES (gen_random_uuid(), 'ИП') RETURNING id)
    INSERT INTO warehouse (id, seller_account_id, wb_warehouse_id, name, time_zone, assembly_minutes, cut_offs, amber_minutes, red_minutes)
    SELECT gen_random_uuid(), id, 1, 'Подольск', 'Europe/Moscow', 240, '{}', 120, 30 FROM a`)
  const opened = await openPage(browser, await firstAdminAddress(product, pool), { locale: 'ru-RU' })
  await pool.end()
  const { page } = opened
  await becomeAdmin(page)
  for (const path of ['/people', '/', '/board/none']) {
    await page.goto(`${product.url}${path}`)
    await page.waitForURL('**/account')
    await page.getByRole('heading', { name: 'Сначала подключите приложение с кодами' }).waitFor()
  }
  expect(await page.getByRole('link', { name: 'Сотрудники' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Новый токен' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await connect(page, russian)
  await page.waitForSelector('text=Включено: при входе спрашиваем код')
  await page.getByRole('button', { name: 'Новый токен' }).waitFor()
  expect(await page.getByRole('button', { name: 'Отключить' }).count()).toBe(0)
  return opened
}

/** Their page of people, as it opens. */
async function people(): Promise<Page> {
  const { page } = await (desk ??= begin())
  await page.goto(`${product.url}/people`)
  return page
}

it('leads the first administrator to an authenticator, wherever they go, and then lets them in', async () => {
  const page = await people()
  await page.getByText(admin.name).first().waitFor()
})

it('is turned off by whoever need not have one', async () => {
  const page = await people()
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  await page.getByLabel('Имя').fill('Вера')
  await page.getByRole('group', { name: 'Подольск' }).getByLabel('Сборщик').check()
  await page.getByRole('button', { name: 'Завести' }).click()
  const link = await page.getByLabel('Ссылка', { exact: true }).inputValue()

  const pocket = await openPage(browser, link, { locale: 'en-GB' })
  await pocket.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await pocket.page.getByLabel('Login').fill('vera')
  await pocket.page.getByLabel('New password', { exact: true }).fill(password)
  await pocket.page.getByRole('button', { name: 'Set the password' }).click()
  await connect(pocket.page, english)
  await pocket.page.getByRole('button', { name: 'Turn off' }).click()
  const sure = pocket.page.getByRole('dialog', { name: 'Turn the authenticator off?' })
  await sure.getByRole('button', { name: 'Turn off' }).click()
  await pocket.page.waitForSelector('text=Beside the password')
  expect(pocket.faults).toEqual([])
  await pocket.close()
})

it('leads a manager who came by a link to a password and an authenticator', async () => {
  const page = await people()
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  await page.getByLabel('Имя').fill('Борис')
  await page.getByLabel('Администратор: всё').check()
  await page.getByRole('button', { name: 'Завести' }).click()
  const link = await page.getByLabel('Ссылка', { exact: true }).inputValue()

  const pocket = await openPage(browser, link, { locale: 'en-GB' })
  await pocket.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await pocket.page.getByRole('heading', { name: 'Connect an authenticator first' }).waitFor()
  await pocket.page.waitForSelector('text=Set a password first')
  await pocket.page.getByLabel('Login').fill('boris')
  await pocket.page.getByLabel('New password', { exact: true }).fill(password)
  await pocket.page.getByRole('button', { name: 'Set the password' }).click()
  await connect(pocket.page, english)
  await pocket.page.getByRole('link', { name: 'People' }).click()
  await pocket.page.getByText('Борис').first().waitFor()
  expect(pocket.faults).toEqual([])
  await pocket.close()
})
