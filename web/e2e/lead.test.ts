import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { gatherViolations, looks } from './identity'
import { laptop } from './managed'
import { type Product, startProduct } from './product'
import { type Floor, openFloor, phoneContext, type Picker } from './work/floor'
import { delivered, type Hands, openApp, pick, scan, signIn, takeWork } from './work/hands'

let product: Product
let browser: Browser
let floor: Floor
let context: BrowserContext
let hands: Hands
let pavel: Picker
let desk: WatchedPage
let fresh: readonly string[]

const comeIn = async (name: string, role: 'SHIFT_LEAD' | 'ANALYST'): Promise<WatchedPage> =>
  openPage(browser, `${product.url}/lead`, { ...laptop, ...(await floor.desk(name, role)) })

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ PIN_PEPPER: 'pepper '.repeat(8) }), launchBrowser()])
  floor = await openFloor(product)
  pavel = await floor.hire('Гусев Павел')
  await floor.bring(3)
  context = await phoneContext(browser, await floor.phone('Телефон 3'))
  hands = await openApp(context, product.url)
  await signIn(hands, pavel)
  await takeWork(hands, 10)
  fresh = await floor.shift.bring(8)
  desk = await comeIn('Зуева Ольга', 'SHIFT_LEAD')
}, 120_000)

afterAll(async () => {
  expect([...desk.faults, ...hands.faults]).toEqual([])
  await browser.close()
  await product.close()
})

/** Waits until a number at the top is this; nobody loads the page anew. */
const counts = (name: string, count: number) =>
  desk.page.locator(`[data-count="${name}"]`, { hasText: new RegExp(`^${count}\\D`) }).waitFor()
const press = (name: string | RegExp) => desk.page.getByRole('button', { name }).click()
const worker = () => desk.page.locator(`[data-worker="${pavel.name}"]`)
const stateOf = async (id: string) => (await floor.orders()).find((order) => order.id === id)?.state

it('gives the most urgent to the floor, and once, though the answer is lost', async () => {
  const { page } = desk
  await counts('fresh', 8)
  await counts('free', 2)
  await page.getByLabel('Сколько').fill('3')
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('orderIds')) {
      await route.fetch()
      await route.abort()
    } else await route.continue()
  })
  await press('Выдать самые срочные: 3')
  await page.getByText('неизвестно, сделано ли').waitFor()
  await counts('fresh', 5)
  await page.unroute('**/graphql')
  await press('Повторить')
  await page.getByText('Выдано: 3 задания.').waitFor()
  await counts('free', 5)
  expect(await Promise.all(fresh.map(stateOf))).toEqual([
    ...Array<string>(3).fill('RELEASED'),
    ...Array<string>(5).fill('NEW'),
  ])
})

it('shows who works on what, as it is done', async () => {
  await worker().getByText('взято 10, собрано и упаковано 0').waitFor()
  await worker().getByText('Телефон 3').waitFor()
  await pick(hands, floor.goods, 4)
  await worker().getByText('взято 6, собрано и упаковано 4').waitFor()
  await worker().locator('summary').click()
  expect(await worker().locator('[data-state="PICKED"]').count()).toBe(4)
})

it('settles a shortage and the count that it asks for', async () => {
  await hands.page.getByRole('button', { name: 'Проблема' }).tap()
  await hands.page.getByRole('button', { name: 'Товара нет на месте' }).tap()
  await counts('stuck', 1)
  await counts('recounts', 1)
  await press(/^Товар нашёлся/)
  await counts('stuck', 0)
  await desk.page.getByLabel(/^Насчитано/).fill('2')
  await press(/^Записать/)
  await counts('recounts', 0)
})

it('takes a cancelled unit back by its scan, and refuses another’s', async () => {
  const picked = (await floor.orders()).find(({ state }) => state === 'PICKED')
  await floor.shift.give('cancel', [picked!.id])
  await hands.page.getByRole('button', { name: 'Нужно внимание: 2' }).waitFor({ timeout: 2_000 })
  await counts('putBacks', 1)
  await press(/^Вернули/)
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByLabel('Баркод товара').fill('4006381333931')
  await desk.page.keyboard.press('Enter')
  await dialog.getByText('Это другой товар').waitFor()
  const rows = await desk.page.locator('[data-put-back] h3').textContent()
  await dialog.getByLabel('Баркод товара').fill(floor.goods.find(({ article }) => rows?.includes(article))!.barcode)
  await desk.page.keyboard.press('Enter')
  await counts('putBacks', 0)
  await dialog.waitFor({ state: 'detached' })
})

it('decides on an act of a phone that the server could not', async () => {
  const unit = (await floor.orders()).find(({ state }) => state === 'PICKED')
  const { order } = (await floor.ask('query ($id: ID!) { order(id: $id) { sku { article } } }', { id: unit!.id })) as {
    order: { sku: { article: string } }
  }
  const { barcode } = floor.goods.find(({ article }) => article === order.sku.article)!
  await hands.page.getByRole('button', { name: 'Меню' }).tap()
  await hands.page.getByRole('button', { name: 'Упаковывать' }).tap()
  await context.setOffline(true)
  await scan(hands, barcode)
  await hands.page.getByRole('button', { name: 'Без короба' }).tap()
  await hands.page.getByText('Упаковано').waitFor()
  // Meanwhile somebody at the table packs and ships everything of that kind.
  const sameKind = (await floor.orders()).filter(({ state }) => state === 'PICKED')
  const packed: string[] = []
  for (const { id } of sameKind) {
    const { done } = (await floor
      .ask(
        `mutation ($commandId: UUID!, $orderId: ID!, $barcode: String!) {
        done: packOrder(commandId: $commandId, orderId: $orderId, barcode: $barcode) {
          __typename ... on Refusal { code } } }`,
        { commandId: randomUUID(), orderId: id, barcode },
      )
      .catch(() => ({ done: { __typename: 'Refusal' } }))) as { done: { __typename: string } }
    if (done.__typename !== 'Refusal') packed.push(id)
  }
  await floor.shift.give('stage', packed)
  await floor.shift.give('handOver', packed)
  await context.setOffline(false)
  await delivered(hands)
  await counts('parked', 1)
  const row = desk.page.locator('[data-parked]')
  await row.getByText(`${pavel.name}, Телефон 3: упаковать`).waitFor()
  await row.getByText('сейчас: передано').waitFor()
  await press(/^Не выполнять/)
  await counts('parked', 0)
})

it('takes work back from whoever holds it', async () => {
  await press(`Забрать взятое… ${pavel.name}`)
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Забрать', exact: true }).click()
  await counts('claimed', 0)
  await expect.poll(async () => (await floor.orders()).filter(({ state }) => state === 'CLAIMED').length).toBe(0)
})

it('says within 5 s that what it shows is old, and is current again by itself', async () => {
  product.freeze()
  try {
    await desk.page.locator('[data-stale]').waitFor({ timeout: 5_000 })
  } finally {
    product.thaw()
  }
  await desk.page.locator('[data-stale]').waitFor({ state: 'detached' })
})

it('is not for others, and has no fault that axe finds', async () => {
  const other = await comeIn('Аналитик', 'ANALYST')
  await other.page.getByText('Вы не ведёте смену').waitFor()
  await other.close()
  const { found, check } = gatherViolations()
  for (const [theme, lang] of looks) {
    await desk.page.goto(`${product.url}/lead?theme=${theme}&lang=${lang}`)
    await check(desk.page, '[data-worker]')
  }
  expect(found).toEqual([])
})
