import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shownColumns, waitForTrust } from '../board-view'
import { launchBrowser, openPage } from '../browser'
import { laptop } from '../managed'
import { type Product, startProduct } from '../product'
import { type Floor, openFloor, phoneContext } from './floor'
import { delivered, installed, leftOf, openApp, pick, queueOf, scan, signIn, takeWork } from './hands'

let product: Product
let browser: Browser
let floor: Floor
let context: BrowserContext

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ PIN_PEPPER: 'pepper '.repeat(8) }), launchBrowser()])
  floor = await openFloor(product)
}, 120_000)

afterAll(async () => {
  await browser.close()
  await product.close()
})

it('takes twenty units through lost answers, a dead server, a killed page and no network: each once', async () => {
  await floor.bring(5)
  const pavel = await floor.hire('Гусев Павел')
  context = await phoneContext(browser, await floor.phone('Телефон 3'))
  let hands = await openApp(context, product.url)
  await signIn(hands, pavel)
  await takeWork(hands, 20)
  await installed(hands)
  expect(await leftOf(hands)).toBe(20)

  await pick(hands, floor.goods, 3)
  await delivered(hands)

  // The server does it, and its answer never comes.
  await context.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"commands"')) {
      await route.fetch().catch(() => undefined)
      await route.abort()
    } else await route.continue()
  })
  await pick(hands, floor.goods, 4)
  expect(await queueOf(hands)).toBeGreaterThan(0)
  await product.kill()
  await context.unroute('**/graphql')
  await pick(hands, floor.goods, 5)
  await hands.page.getByText('Без связи').waitFor()
  expect(await leftOf(hands)).toBe(8)

  // Killed in the middle of a write: the unit counts or it does not, and the screen says which.
  const { barcode } = floor.goods.find(({ cell }) => cell === 'B-07-2')!
  await scan(hands, barcode)
  await hands.page.close()
  hands = await openApp(context, product.url)
  await hands.page.locator('[data-sku]').waitFor()
  const left = await leftOf(hands)
  expect([7, 8]).toContain(left)
  await pick(hands, floor.goods, left)
  expect(await queueOf(hands)).toBeGreaterThanOrEqual(17)
  expect(await hands.page.getByRole('heading').first().textContent()).toBe('Взять задания')

  await product.start()
  await delivered(hands)
  const orders = await floor.orders()
  expect(orders.map(({ state, pickedBy, picks }) => ({ state, pickedBy, picks }))).toEqual(
    Array.from({ length: 20 }, () => ({ state: 'PICKED', pickedBy: pavel.name, picks: 1 })),
  )
  expect(hands.faults).toEqual([])

  // The wall and the lead show each once, as Pavel's.
  const { shift } = floor
  const board = await openPage(browser, `${product.url}/board/${shift.warehouseId}`, shift.screen)
  await waitForTrust(board.page, 'fresh')
  expect(await shownColumns(board.page)).toEqual({ picked: orders.map(({ id }) => id) })
  const lead = await openPage(browser, `${product.url}/lead`, {
    ...laptop,
    ...(await floor.desk('Зуева Ольга', 'SHIFT_LEAD')),
  })
  const row = lead.page.locator(`[data-worker="${pavel.name}"]`)
  await row.getByText('взято 0, собрано и упаковано 20').waitFor()
  await row.locator('summary').click()
  const numbers = await row.locator('[data-work]').evaluateAll((items) => items.map((item) => item.dataset['work']))
  expect(new Set(numbers).size).toBe(20)
  expect(
    await row
      .locator('[data-work]')
      .getByText(/^собрано с \d\d:\d\d/)
      .count(),
  ).toBe(20)
})
