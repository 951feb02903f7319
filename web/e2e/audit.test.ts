import type pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPage, type WatchedPage } from './browser'
import { admin, gatherViolations, looks } from './identity'
import { laptop, type Managed, startManaged } from './managed'
import type { Product } from './product'
import type { Shift } from './shift'

let managed: Managed
let product: Product
let browser: Browser
let pool: pg.Pool
let shift: Shift
let desk: WatchedPage

beforeAll(async () => {
  managed = await startManaged('Подольск', 'Коледино')
  ;({ product, browser, pool, shift, desk } = managed)
  const orders = await shift.bring(30)
  await shift.give('release', orders)
  await shift.give('hold', orders.slice(0, 1))
}, 120_000)

afterAll(() => managed.close())

const openTrail = async (of: string): Promise<Page> => {
  const { page } = desk
  await page.goto(`${product.url}/audit?lang=ru&of=${of}`)
  await page.getByRole('heading', { name: 'Журнал действий' }).waitFor()
  return page
}

/** Makes a person in the warehouse, as the page `/people` does. */
async function makePicker(name: string): Promise<void> {
  const { page } = desk
  await page.goto(`${product.url}/people?lang=ru`)
  await page.getByRole('button', { name: 'Новый сотрудник' }).click()
  await page.getByLabel('Имя').fill(name)
  await page.getByRole('group', { name: 'Подольск' }).getByLabel('Сборщик').check()
  await page.getByRole('button', { name: 'Завести' }).click()
  await page.getByRole('button', { name: 'Готово' }).click()
}

it('tells what was done in plain words, by whom, from what and when by the warehouse’s clock', async () => {
  await makePicker('Гусев Павел')
  const page = await openTrail(shift.warehouseId)
  const made = page.locator('tr[data-action="PERSON_CREATED"]')
  expect(await made.textContent()).toContain('Заведён сотрудник: Гусев ПавелРоли: Сборщик')
  expect(await made.textContent()).toContain('Анна Админ')
  const held = page.locator('tr[data-action="HELD"]')
  expect(await held.textContent()).toMatch(/Анна.*устройство: e2e.*Отложено: задание \d+Причина: e2e/)
  const at = (await held.locator('time').getAttribute('datetime')) ?? ''
  const inMoscow = new Date(Date.parse(at) + 3 * 3_600_000).toISOString().slice(11, 19)
  expect(await held.locator('time').textContent()).toContain(inMoscow)
  await page.getByText('Время: Europe/Moscow').waitFor()
  expect(await page.locator('tbody').textContent()).not.toMatch(/[A-Z]+_[A-Z]+/)
})

it('says what is under seal and what is not yet, and who finds out whether the seals fit', async () => {
  const page = await openTrail(shift.warehouseId)
  await page.getByText('Печатей здесь ещё нет').waitFor()
  await page.getByText('npm run audit:verify').waitFor()
  await pool.query('SELECT seal_audit_chain($1, 1000)', [shift.warehouseId])
  await page.reload()
  await page.getByText(/Печать № 1 от .*20\d\d.* закрывает все записи\.$/).waitFor()
  await makePicker('Галкина Ольга')
  await openTrail(shift.warehouseId)
  await page.getByText('закрывает все записи, кроме 1 самой новой').waitFor()
})

it('turns its pages to older entries and back', async () => {
  const page = await openTrail(shift.warehouseId)
  const newest = await page.locator('tbody tr').first().textContent()
  expect(await page.locator('tbody tr').count()).toBe(50)
  await page.getByRole('button', { name: 'Старше' }).click()
  await page.getByText('Создан склад: Подольск').waitFor()
  expect(await page.getByRole('button', { name: 'Старше' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Новее' }).click()
  await expect.poll(() => page.locator('tbody tr').first().textContent()).toBe(newest)
})

it('shows what one person did, in an address that can be kept', async () => {
  const page = await openTrail(shift.warehouseId)
  await page.locator('tr[data-action="HELD"]').getByRole('button', { name: 'Анна' }).click()
  await page.getByText('Только: Анна').waitFor()
  await page.reload()
  await page.getByText('Только: Анна').waitFor()
  await page.waitForSelector('tbody tr')
  const actors = await page.locator('tbody tr td:nth-child(2) button').allTextContents()
  expect([...new Set(actors)]).toEqual(['Анна'])
  await page.getByRole('button', { name: 'Показать всех' }).click()
  await page.getByText('Только: Анна').waitFor({ state: 'detached' })
})

it('an administrator also reads what concerns no warehouse', async () => {
  const page = await openTrail(shift.warehouseId)
  await page.getByLabel('Чей журнал').selectOption('Вне складов: кабинеты и администраторы')
  await page.getByText('Создан кабинет: ИП').first().waitFor()
  expect(page.url()).toContain('of=installation')
  const signedIn = await page.locator('tr[data-action="SIGNED_IN"]').first().textContent()
  expect(signedIn).toMatch(/Анна АдминВход(с паролем|по ссылке)Chrome, Linux$/)
})

it('says so when there is nothing, when it cannot be read, and to whom it is not shown', async () => {
  const page = await openTrail(`${shift.warehouseId}&actor=никто`)
  await page.getByText('В этом журнале нет записей: никто').waitFor()
  await page.route('**/graphql', (route) => route.abort())
  await page.getByRole('button', { name: 'Показать всех' }).click()
  await page.getByText('Нет связи с сервером').waitFor()
  await page.unroute('**/graphql')
  await page.waitForSelector('tbody tr')

  const stranger = await openPage(browser, `${product.url}/audit?lang=ru`, laptop)
  await stranger.page.waitForURL('**/sign-in?next=%2Faudit%3Flang%3Dru')
  await stranger.close()
  const setRole = (role: string, warehouseId: string | null) =>
    pool.query(
      `UPDATE role_grant SET role = $1, warehouse_id = $2 WHERE person_id = (SELECT id FROM person WHERE name = $3)`,
      [role, warehouseId, admin.name],
    )
  try {
    await setRole('PICKER', shift.warehouseId)
    await page.reload()
    await page.getByText('Журнал видят менеджеры своих складов и администраторы').waitFor()
    await page.goto(`${product.url}/devices?lang=ru`)
    await page.getByText('видят только менеджеры и администраторы').waitFor()
    expect(await page.getByRole('link', { name: 'Журнал' }).count()).toBe(0)
  } finally {
    await setRole('ADMIN', null)
  }
})

it('nobody finds the ways in on the home page, and managers their pages', async () => {
  const stranger = await openPage(browser, `${product.url}/?lang=en`, laptop)
  for (const name of [/^Sign in/, /^This screen is a board/, /^This is a phone of the shift/])
    await stranger.page.locator('main section').first().getByRole('link', { name }).waitFor()
  await stranger.close()
  const { page } = desk
  await page.goto(`${product.url}/?lang=ru`)
  for (const name of ['Сотрудники', 'Устройства', 'Журнал']) await page.getByRole('link', { name }).waitFor()
})

for (const [theme, language] of looks)
  it(`finds no accessibility violation in the ${theme} theme`, async () => {
    const { found, check } = gatherViolations()
    const stranger = await openPage(browser, `${product.url}/?lang=${language}&theme=${theme}`)
    await check(stranger.page, 'a[href="/pair"]')
    await stranger.close()
    const { page } = desk
    await page.goto(`${product.url}/audit?lang=${language}&theme=${theme}&of=${shift.warehouseId}`)
    await check(page, 'tbody tr')
    await page.locator('tbody button').first().click()
    await page.setViewportSize({ width: 390, height: 844 })
    await check(page, 'tbody tr')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.setViewportSize(laptop.viewport)
    expect(found).toEqual([])
  })
