import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDemoLinks } from '../../gateway/storage/demo/demo-people.js'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { admin, becomeAdmin, firstAdminAddress, gatherViolations, openDatabase } from './identity'
import { type Product, startProduct } from './product'
import { openShift } from './shift'

let product: Product
let browser: Browser
let desk: WatchedPage

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  await openShift(product)
  const pool = openDatabase(product)
  desk = await openPage(browser, await firstAdminAddress(product, pool), { locale: 'ru-RU' })
  await becomeAdmin(desk.page)
  await pool.end()
}, 120_000)

afterAll(async () => {
  expect(desk.faults).toEqual([])
  await browser.close()
  await product.close()
})

it('waits after too many tries, and sees for how long', async () => {
  const { page, close } = await openPage(browser, `${product.url}/sign-in?lang=en`)
  await page.getByLabel('Login').fill('nobody')
  await page.getByLabel('Password', { exact: true }).fill('wrong password')
  const submit = page.locator('main').getByRole('button', { name: 'Sign in' })
  for (let tries = 0; tries < 6; tries += 1) {
    const answered = page.waitForResponse('**/graphql')
    await submit.click()
    await answered
    await expect.poll(() => submit.textContent()).toBe('Sign in')
  }
  expect(await page.getByRole('alert').textContent()).toContain('Too many tries')
  expect(await page.getByRole('timer').textContent()).toMatch(/^1[45]:\d\d to go$/)
  expect(await submit.getAttribute('aria-disabled')).toBe('true')
  await close()
})

it('shows nobody the ways in and no warehouse', async () => {
  // Looked for before the page is opened: a browser forgets the bodies of answers to a page that it has left.
  let refused: Promise<unknown> | undefined
  const { page, close } = await openPage(browser, `${product.url}/?lang=en`, {}, async (opening) => {
    refused = opening.waitForResponse(
      async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('SIGN_IN_REQUIRED'),
    )
  })
  await refused
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  expect(await page.locator('a[href^="/board/"], a[href="/people"], [role="alert"]').count()).toBe(0)
  await close()
})

it('is told when the server cannot answer, and keeps what was typed', async () => {
  const { page, close } = await openPage(browser, `${product.url}/sign-in?lang=en`)
  await page.getByLabel('Login').fill('anna@example.com')
  await page.getByLabel('Password', { exact: true }).fill('some password')
  const away = { errors: [{ message: 'away', extensions: { code: 'UNAVAILABLE' } }] }
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: away }))
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=The server cannot answer just now')
  await page.unroute('**/graphql')
  await page.route('**/graphql', (route) => route.abort())
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=No connection to the server')
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('some password')
  await close()
})

it('is told when a page cannot be read or does not load, and gets it when it can', async () => {
  const { page, close } = await openPage(browser, `${product.url}/?lang=en`)
  await page.route('**/graphql', (route) => route.abort())
  await page.goto(`${product.url}/people`)
  await page.waitForSelector('text=No connection to the server')
  await page.unroute('**/graphql')
  await page.waitForURL('**/sign-in?next=%2Fpeople')
  await page.route('**/assets/identity-*.js', (route) => route.abort())
  await page.goto(`${product.url}/account`)
  await page.waitForSelector('text=The page did not load')
  await page.unroute('**/assets/identity-*.js')
  await page.getByRole('button', { name: 'Load again' }).click()
  await page.waitForURL('**/sign-in?next=%2Faccount')
  await close()
})

it('is told at the field whose name or login somebody else has', async () => {
  const { page } = desk
  await page.goto(`${product.url}/people?lang=ru`)
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Сборщик').check()
  const [name, login] = [dialog.getByLabel('Имя'), dialog.getByLabel('Логин')]
  await name.fill(admin.name)
  await login.fill(admin.login)
  await dialog.getByRole('button', { name: 'Завести' }).click()
  await dialog.getByText('Это имя уже занято').waitFor()
  expect(await name.getAttribute('aria-invalid')).toBe('true')
  expect(await login.getAttribute('aria-invalid')).not.toBe('true')
  await name.fill('Борис')
  await dialog.getByRole('button', { name: 'Завести' }).click()
  await dialog.getByText('Этот логин уже занят').waitFor()
  expect(await name.getAttribute('aria-invalid')).not.toBe('true')
  expect(await login.getAttribute('aria-invalid')).toBe('true')
})

it('somebody of the demo comes by their link straight to their work, with no password to set', async () => {
  const pool = openDatabase(product)
  const [link] = await makeDemoLinks({ pool }, [{ name: 'Анна', role: 'ADMIN' }])
  await pool.end()
  const { page, close } = await openPage(browser, `${product.url}/sign-in?lang=en#link=${link?.secret}`)
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${product.url}/`)
  await page.waitForSelector('a[href^="/board/"]')
  await close()
})

it('who is signed in is sent on, to a path of ours alone', async () => {
  const { page } = desk
  await page.goto(`${product.url}/sign-in?next=/people`)
  await page.waitForURL('**/people')
  await page.goto(`${product.url}/sign-in?next=//evil.example/`)
  await page.waitForURL(`${product.url}/`)
})

for (const theme of ['dark', 'light'])
  it(`finds no accessibility violation in the ${theme} theme`, async () => {
    const { found, check } = gatherViolations()
    const anonymous = await openPage(browser, `${product.url}/sign-in?theme=${theme}`)
    await check(anonymous.page, 'input[autocomplete="current-password"]')
    for (const kind of ['link', 'first']) {
      await anonymous.page.goto(`${product.url}/#`)
      await anonymous.page.goto(`${product.url}/sign-in#${kind}=none`)
      await check(anonymous.page, 'h1')
    }
    await anonymous.close()
    const { page } = desk
    await page.goto(`${product.url}/?theme=${theme}`)
    await check(page, 'a[href="/people"]')
    await page.goto(`${product.url}/account`)
    await check(page, 'h2')
    await page.getByRole('button', { name: 'Новый токен' }).click()
    await check(page, 'dialog[open]')
    await page.goto(`${product.url}/people`)
    await check(page, '[data-person]')
    await page.getByRole('button', { name: 'Новый сотрудник' }).click()
    await check(page, 'dialog[open]')
    expect(found).toEqual([])
  })

it('leaves nothing behind for whoever presses Back after a sign-out', async () => {
  const { page, close } = await openPage(browser, `${product.url}/?lang=ru`, {
    storageState: await desk.page.context().storageState(),
  })
  await page.goto(`${product.url}/people`)
  await page.waitForSelector('[data-person]')
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('link', { name: 'Войти', exact: true }).waitFor()
  await page.goBack()
  await page.waitForURL('**/sign-in?next=%2Fpeople')
  await close()
})
