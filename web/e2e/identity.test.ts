import { generate } from 'otplib'
import type pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { admin, becomeAdmin, changeSessions, firstAdminAddress, letProofsAge, openDatabase, password } from './identity'
import { type Product, startProduct } from './product'
import { openShift } from './shift'

const laptop = { viewport: { width: 1366, height: 768 }, locale: 'ru-RU' }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let product: Product
let browser: Browser
let pool: pg.Pool
let desk: WatchedPage
let pocket: WatchedPage
let totpSecret = ''
let signInLink = ''

const codeIn = (seconds: number): Promise<string> =>
  generate({ secret: totpSecret, epoch: Math.floor(Date.now() / 1_000) + seconds })

/** Where the focus is: the label or the text of the element. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent) ?? ''
  })

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  pool = openDatabase(product)
  await openShift(product, 'Подольск')
  await openShift(product, 'Коледино')
}, 120_000)

afterAll(async () => {
  for (const opened of [desk, pocket]) expect(opened.faults).toEqual([])
  await pool.end()
  await browser.close()
  await product.close()
})

describe('the first administrator', () => {
  it('opens a link whose secret leaves the address at once, and is told at the field what is wrong', async () => {
    desk = await openPage(browser, await firstAdminAddress(product, pool), laptop)
    const { page } = desk
    expect(page.url()).toBe(`${product.url}/sign-in`)
    await page.getByLabel('Имя').fill(admin.name)
    await page.getByLabel('Логин').fill('a b')
    await page.getByLabel('Новый пароль', { exact: true }).fill('qwerty')
    await page.getByRole('button', { name: 'Завести и войти' }).click()
    await expect.poll(() => focused(page)).toBe('Логин')
    await page.getByLabel('Логин').fill(admin.login)
    await page.getByRole('button', { name: 'Завести и войти' }).click()
    await page.waitForSelector('text=Пароль короче 12 знаков')
    expect(await focused(page)).toBe('Новый пароль')
    await becomeAdmin(page)
    await page.waitForSelector('text=на всех складах')
  })

  it('connects an authenticator by its QR code or its secret', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Подключить' }).click()
    await page.getByRole('img', { name: 'QR-код для приложения с кодами' }).waitFor()
    totpSecret = await page.getByLabel('Секрет').inputValue()
    await page.getByLabel('Код из приложения').fill('000 000')
    await page.getByRole('button', { name: 'Включить' }).click()
    await page.waitForSelector('text=Код не подходит')
    await page.getByLabel('Код из приложения').fill(await codeIn(-30))
    await page.getByRole('button', { name: 'Включить' }).click()
    await page.waitForSelector('text=Приложение подключено')
  })

  it('signs out, and in again with the keyboard alone, and gets to where they were going', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Выйти' }).click()
    await page.getByRole('link', { name: 'Войти', exact: true }).waitFor()
    await page.goto(`${product.url}/people`)
    await page.waitForURL('**/sign-in?next=%2Fpeople')
    await expect.poll(() => focused(page)).toBe('Логин')
    await page.keyboard.type(admin.login)
    await page.keyboard.press('Tab')
    await page.keyboard.type('не тот пароль')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Неверный логин или пароль')
    expect(await focused(page)).toBe('Пароль')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Код из приложения')
    await page.keyboard.type(await codeIn(0))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/people')
    await page.getByText(admin.name).first().waitFor()
  })

  it('proves once more who they are, and goes on with what they meant: a new person', async () => {
    const { page } = desk
    await letProofsAge(pool)
    await page.getByRole('button', { name: 'Новый сотрудник' }).click()
    await page.getByLabel('Имя').fill('Борис')
    await page.getByRole('button', { name: 'Завести' }).click()
    const proof = page.getByRole('dialog', { name: 'Это точно вы?' })
    await proof.getByLabel('Пароль', { exact: true }).fill('не тот пароль')
    await proof.getByLabel('Код из приложения').fill('123456')
    await proof.getByRole('button', { name: 'Подтвердить' }).click()
    await proof.getByText('Неверный пароль или код').waitFor()
    await proof.getByLabel('Пароль', { exact: true }).fill(password)
    await proof.getByLabel('Код из приложения').fill(await codeIn(30))
    await proof.getByRole('button', { name: 'Подтвердить' }).click()
    await page.waitForSelector('text=Отметьте хотя бы одну роль')
    await page.getByRole('group', { name: 'Подольск' }).getByLabel('Менеджер').check()
    await page.getByRole('button', { name: 'Завести' }).click()
    await page.getByRole('img', { name: 'QR-код ссылки для входа' }).waitFor()
    signInLink = await page.getByLabel('Ссылка', { exact: true }).inputValue()
    expect(signInLink).toMatch(new RegExp(`^${product.url}/sign-in#link=[\\w-]{43}$`))
    await page.keyboard.press('Escape')
    await page.locator('[data-person="Борис"]').getByText('Подольск').waitFor()
  })

  it('stays an administrator when nobody else is, and is told so', async () => {
    const { page } = desk
    await pool.query(
      'DELETE FROM role_grant g USING person p WHERE p.id = g.person_id AND p.name <> $1 AND g.role = $2',
      [admin.name, 'ADMIN'],
    )
    await page.getByRole('button', { name: `Роли: ${admin.name}` }).click()
    await page.getByLabel('Администратор: всё').uncheck()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.waitForSelector('text=не останется ни одного администратора')
    await page.getByRole('button', { name: 'Отмена' }).click()
    expect(await focused(page)).toBe('Роли')
  })
})

describe('a new manager', () => {
  it('signs in on a phone by one press of a button, and not by looking at the link', async () => {
    pocket = await openPage(browser, signInLink, phone)
    const { page } = pocket
    expect(page.url()).toBe(`${product.url}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in by link' }).waitFor()
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      signInLink.slice(-20),
    )
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/account')
    await page.waitForSelector('text=You have no password')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

    const late = await openPage(browser, signInLink, phone)
    await late.page.locator('main').getByRole('button', { name: 'Sign in' }).click()
    await late.page.waitForSelector('text=The link does not work')
    await late.close()
  })

  it('sets a password, and is told in plain words when an old proof does not suffice and there is none to give', async () => {
    const { page } = pocket
    await page.getByLabel('Login').fill('boris')
    await page.getByLabel('New password', { exact: true }).fill(password)
    await changeSessions(
      pool,
      `UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE person_id =
       (SELECT id FROM person WHERE name = 'Борис')`,
    )
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.waitForSelector('text=Ask your manager for a new sign-in link')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await changeSessions(pool, 'UPDATE session SET authenticated_at = now()')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.waitForSelector('text=The password is set')
    await page.getByRole('button', { name: 'Change the password' }).waitFor()
  })

  it('makes a token that is shown once, works at once and is gone when revoked', async () => {
    const { page } = pocket
    await page.getByRole('button', { name: 'New token' }).click()
    await page.getByLabel('Name').fill('Report')
    await page.getByLabel('Days to live').fill('365')
    await page.getByRole('button', { name: 'Create the token' }).click()
    await page.waitForSelector('text=A token lives 1 to 90 days')
    await page.getByLabel('Days to live').fill('7')
    await page.getByRole('button', { name: 'Create the token' }).click()
    const token = await page.getByLabel('Token', { exact: true }).inputValue()
    expect(token).toMatch(/^wba_/)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.reload()
    await page.getByText(`…${token.slice(-4)}`).waitFor()
    expect(await page.content()).not.toContain(token)

    const whoAmI = async (): Promise<string> => {
      const response = await fetch(`${product.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ me { person { name } } }' }),
      })
      return response.text()
    }
    expect(await whoAmI()).toContain('Борис')
    await page.getByRole('button', { name: 'Revoke: Report' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.waitForSelector('text=No tokens')
    expect(await whoAmI()).not.toContain('Борис')
  })

  it('makes people for the own warehouse alone, and can let one in no longer', async () => {
    const { page } = pocket
    await page.goto(`${product.url}/people`)
    await page.getByRole('button', { name: 'New person' }).click()
    expect(await page.getByRole('group', { name: 'Коледино' }).count()).toBe(0)
    expect(await page.getByLabel('Manager').count()).toBe(0)
    await page.getByLabel('Name').fill('Вера')
    await page.getByLabel('Picker').check()
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Disable: Вера' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('button', { name: 'Enable: Вера' }).click()
    await page.getByRole('button', { name: 'Disable: Вера' }).waitFor()
    await page.getByRole('button', { name: 'Roles: Вера' }).click()
    await page.getByLabel('Packer').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('[data-person="Вера"]').getByText('Packer').waitFor()
    await page.getByRole('button', { name: 'Reset sign-in: Вера' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reset sign-in' }).click()
    await page.getByRole('img', { name: 'QR code of the sign-in link' }).waitFor()
  })

  it('sees a browser that somebody else signed in with, and ends its session', async () => {
    const thief = await openPage(browser, `${product.url}/sign-in?lang=en`, laptop)
    await thief.page.getByLabel('Login').fill('boris')
    await thief.page.getByLabel('Password', { exact: true }).fill(password)
    await thief.page.keyboard.press('Enter')
    await thief.page.waitForURL(`${product.url}/`)
    await thief.page.getByText('Борис').waitFor()

    const { page } = pocket
    await page.goto(`${product.url}/account`)
    await page.locator('[data-session="other"]').getByRole('button').click()
    await page.waitForSelector('[data-session="other"]', { state: 'detached' })
    await thief.page.goto(`${product.url}/account`)
    await thief.page.waitForURL('**/sign-in?next=%2Faccount')
    await thief.close()
  })
})
