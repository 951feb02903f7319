import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { waitForTrust } from '../board-view'
import { admin, becomeAdmin } from '../identity'
import { laptop } from '../managed'
import { admit, codeOf } from '../pairing'
import { codeIn, type Secrets } from './people'
import { runProgram } from './programs'

/** A product that people come to, and where their secrets are kept for the search. */
export interface World {
  readonly url: string
  readonly keep: Secrets['keep']
  /** Somebody opens an address in a browser of their own. */
  readonly open: (name: string, address: string, options?: BrowserContextOptions) => Promise<Page>
  /** What a program printed is searched too. */
  readonly heardFrom: (program: string, printed: string) => void
}

/** The first administrator comes by the printed link, sets everything up, and signs in again after some mistakes. */
export async function administer({ url, keep, open }: World, first: string) {
  const page = await open('the desk', `${url}/sign-in#first=${keep('first link', first)}`, laptop)
  keep('password', admin.password)
  await becomeAdmin(page)

  await page.getByRole('button', { name: 'Подключить' }).click()
  const totp = keep('TOTP secret', await page.getByLabel('Секрет').inputValue())
  await page.getByLabel('Код из приложения').fill(keep('code', await codeIn(totp, 0)))
  await page.getByRole('button', { name: 'Включить' }).click()
  await page.waitForSelector('text=Включено: при входе спрашиваем код')

  const newPassword = page.getByLabel('Новый пароль', { exact: true })
  await newPassword.fill(keep('refused password', 'Мачта-7'))
  await page.getByRole('button', { name: 'Сменить пароль' }).click()
  await page.waitForSelector('text=Пароль короче 12 знаков')
  const password = keep('new password', 'Мачта-и-парус-19')
  await newPassword.fill(password)
  await page.getByRole('button', { name: 'Сменить пароль' }).click()
  await page.waitForSelector('text=Пароль сохранён')

  await page.getByRole('button', { name: 'Новый токен' }).click()
  await page.getByLabel('Название').fill('Загрузка')
  await page.getByRole('checkbox', { name: 'Загрузка' }).check()
  await page.getByRole('button', { name: 'Создать токен' }).click()
  const token = keep('access token', await page.getByLabel('Токен', { exact: true }).inputValue())
  await page.getByRole('button', { name: 'Готово' }).click()

  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('link', { name: 'Войти', exact: true }).waitFor()
  await page.goto(`${url}/sign-in`)
  const signIn = async (login: string, text: string): Promise<void> => {
    await page.getByLabel('Логин').fill(login)
    await page.getByLabel('Пароль', { exact: true }).fill(text)
    await page.keyboard.press('Enter')
  }
  await signIn(keep('password typed as login', 'якорь.под.ковриком-8'), 'anna')
  await page.waitForSelector('text=Неверный логин или пароль')
  const refused = page.waitForResponse('**/graphql')
  await signIn(admin.login, keep('wrong password', 'Чужой-ключ-от-трюма'))
  await refused
  await signIn(admin.login, password)
  await page.getByLabel('Код из приложения').fill(keep('code', await codeIn(totp, 30)))
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/`)
  return { desk: page, token }
}

const order = {
  ...{
    id: 13_833_711,
    rid: 'rid-1',
    orderUid: 'basket-1',
    warehouseId: 658_434,
    nmId: 123_456_789,
    chrtId: 987_654_321,
  },
  ...{ article: 'FUTB-BLK', skus: ['6665956397512'], createdAt: new Date().toISOString(), price: 101_400 },
  ...{ currencyCode: 643, cargoType: 1, crossBorderType: 0 },
}

/** The command line brings an order with a token, and says what is wrong with other tokens. */
export async function importOrders({ url, keep, heardFrom }: World, token: string): Promise<void> {
  const input = JSON.stringify([order])
  const target = ['-', '--url', `${url}/graphql`]
  const args = [...target, '--account', 'ИП', '--warehouse', '658434=Подольск@Europe/Moscow']
  const good = await runProgram('import', { WBA_TOKEN: token }, { args, input })
  expect(good).toContain('imported 1')
  const bad = keep('bad token', `wba_${'no-such-token-of-anybody-'.repeat(2)}1f`)
  const outputs = await Promise.all(
    [bad, `${bad}\n${bad}`].map((wrong) => runProgram('import', { WBA_TOKEN: wrong }, { args: target, input })),
  )
  for (const printed of [good, ...outputs]) heardFrom('the command line', printed)
}

/** Somebody new comes by a sign-in link; a phone is let in, and they work on it with a badge. */
export async function admitNewcomer({ url, keep, open }: World, desk: Page): Promise<void> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const pocket = await open('the phone', `${url}/pair?as=phone`, phone)
  const code = await codeOf({ page: pocket })
  await desk.goto(`${url}/devices`)
  await admit(desk, code, 'Телефон 3')
  await desk.getByText('Телефон подключён').waitFor()

  await desk.goto(`${url}/people`)
  await desk.getByRole('button', { name: 'Новый сотрудник' }).click()
  await desk.getByLabel('Имя').fill('Гусев Павел')
  await desk.getByLabel('Сборщик').check()
  await desk.getByRole('button', { name: 'Завести' }).click()
  const link = await desk.getByLabel('Ссылка', { exact: true }).inputValue()
  keep('sign-in link', link.slice(-43))
  await desk.getByRole('button', { name: 'Готово' }).click()
  const home = await open('the new one', link, laptop)
  await home.getByRole('main').getByRole('button', { name: 'Войти' }).click()
  await home.waitForURL('**/account')

  await desk.getByRole('button', { name: 'Бейдж: Гусев Павел' }).click()
  const answered = desk.waitForResponse(async (response) => (await response.text()).includes('wbab_'))
  await desk.getByRole('dialog').getByRole('button', { name: 'Выдать бейдж' }).click()
  const { data } = (await (await answered).json()) as { data: { result: { badge: string; pin: string } } }
  const badge = keep('badge', data.result.badge)
  const pin = keep('PIN', data.result.pin)

  await pocket.waitForURL('**/badge')
  await pocket.waitForSelector('input[type="password"]:not([inputmode])')
  await pocket.keyboard.type(`${badge}\n`)
  await pocket.getByRole('heading', { name: 'Введите ПИН-код' }).waitFor()
  await pocket.keyboard.type(keep('wrong PIN', pin === '739164' ? '739165' : '739164'))
  await pocket.getByText('Бейдж или ПИН-код неверный').waitFor()
  await expect.poll(() => pocket.getByLabel('ПИН-код', { exact: true }).inputValue()).toBe('')
  await pocket.keyboard.type(pin)
  await pocket.waitForURL(`${url}/`)
}

/** A board is looked at, and both explorers with a token. */
export async function lookAround({ url, open }: World, desk: Page, token: string): Promise<void> {
  await desk.goto(url)
  await desk.click('a[href^="/board/"]')
  await waitForTrust(desk, 'fresh')
  const explorer = await open('GraphiQL', `${url}/graphiql#token=${token}`, laptop)
  await explorer.waitForSelector('.graphiql-tab')
  const sandbox = await open('Sandbox', `${url}/graphql#token=${token}`, laptop)
  await sandbox.waitForSelector('iframe', { state: 'attached' })
}
