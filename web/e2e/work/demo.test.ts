import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { demoPeople, newcomer } from '../../../prisma/seed/people.js'
import { demoAccountName } from '../../../prisma/seed/warehouses.js'
import { waitForTrust } from '../board-view'
import { launchBrowser, wall } from '../browser'
import { enter, whoIs } from '../door'
import { type Product, startProduct } from '../product'
import { askAs } from '../shift'
import { phoneSize } from './floor'

let product: Product
let browser: Browser
let context: BrowserContext
/** What the start has printed for whoever comes in. */
let printed: string

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ LOG_LEVEL: 'trace' }, []), launchBrowser()])
  await vi.waitUntil(() => product.printed().includes('GraphiQL'), { timeout: 60_000 })
  printed = product
    .printed()
    .split('\n')
    .filter((line) => !line.startsWith('{'))
    .join('\n')
  // A narrow window of a computer's browser, in which the board is open as well.
  context = await browser.newContext({ viewport: phoneSize.viewport, locale: phoneSize.locale })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await product.close()
})

const tokenOf = (): string => /Sandbox .*#token=(wba_[\w-]+)/.exec(printed)?.[1] ?? ''
const ask = (query: string, variables: object) => askAs({ url: product.url, token: tokenOf() }, query, variables)

it('prints links to be somebody of every role, and none into the log', async () => {
  const links = [...printed.matchAll(/http\S+\/sign-in\S*#link=([\w-]{43})/g)].map(([, secret = '']) => secret)
  expect(links).toHaveLength(6)
  const names = new Set<string | undefined>()
  // A demo link opens as often as it is clicked.
  for (const secret of [...links, ...links])
    names.add(await whoIs(product.url, await enter(product.url, 'SignInByLink', { secret })))
  expect(names).toEqual(new Set(demoPeople.map(({ name }) => name)))
  const [, deviceCode = ''] = /\/pair#device=([\w-]{43})/.exec(printed) ?? []
  const logged = product.printed().replaceAll(/^[^{].*$/gm, '')
  for (const secret of [tokenOf(), deviceCode, ...links]) {
    expect(secret).not.toBe('')
    expect(logged).not.toContain(secret)
  }
})

/** The demo's first warehouse, once it is filled: what is taken before that is of a past that goes on. */
async function filledWarehouse(): Promise<string> {
  type Warehouses = readonly { id: string; wbWarehouseId: string; sellerAccount: { name: string } }[]
  let found: Warehouses = []
  const read = async (): Promise<readonly string[]> => {
    const answer = await ask('{ warehouses { id wbWarehouseId sellerAccount { name } } }', {})
    found = answer['warehouses'] as Warehouses
    return found.map(({ sellerAccount }) => sellerAccount.name)
  }
  await expect.poll(read, { timeout: 90_000, interval: 200 }).toEqual([demoAccountName, demoAccountName])
  return found.find(({ wbWarehouseId }) => wbWarehouseId === newcomer.wbWarehouseId)?.id ?? ''
}

/** What the newcomer has done by now, by the API. */
async function doneBy(what: 'pickedBy' | 'packedBy', warehouseId: string): Promise<readonly string[]> {
  const { orders } = (await ask(
    `query ($filter: OrderFilter!) { orders(filter: $filter, first: 100, orderBy: CHANGED_DESC) { edges { node { id pickedBy packedBy } } } }`,
    { filter: { warehouseId } },
  )) as { orders: { edges: readonly { node: { id: string; pickedBy: string | null; packedBy: string | null } }[] } }
  return orders.edges.flatMap(({ node }) => (node[what] === newcomer.name ? [node.id] : []))
}

/** Shows one column on the whole of a board: all its cards have room, and none waits for its page to be turned. */
async function showAlone(board: Page, warehouseId: string, state: 'CLAIMED' | 'PICKED'): Promise<void> {
  await board.goto(`${product.url}/board/${warehouseId}?states=${state}`)
  await waitForTrust(board, 'fresh')
  expect(await board.locator('[data-pages]').count()).toBe(0)
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

/** Types a code, as whoever has no scanner does. */
async function type(page: Page, code: string): Promise<void> {
  await press(page, 'Ввести')
  await page.getByRole('dialog').getByRole('textbox').fill(code)
  await press(page, 'Готово')
}

it('leads from the picker’s link to a packed unit by way of a first pick, which the board shows within a second', async () => {
  const warehouseId = await filledWarehouse()
  const board = await context.newPage()
  await board.setViewportSize(wall)
  await board.goto(/http\S+\/pair#device=\S+/.exec(printed)?.[0] ?? '')
  await board.waitForURL(`**/board/${warehouseId}*`)
  await showAlone(board, warehouseId, 'CLAIMED')

  const since = performance.now()
  const page = await context.newPage()
  await page.goto(/Picker .*(http\S+\/sign-in\S*#link=\S+)/.exec(printed)?.[1] ?? '')
  expect(page.url()).toBe(`${product.url}/sign-in?next=/work`)
  await page.locator('main').getByRole('button', { name: 'Войти' }).click()
  await page.waitForURL(`${product.url}/work`)
  await press(page, `Работать как ${newcomer.name}`)
  await press(page, 'Начать смену')
  await press(page, 'Взять 5')
  await page.locator('[data-left="5"]').waitFor()
  await board.waitForSelector('[data-column="claimed"] [data-order]:has-text("Новенький")')
  await showAlone(board, warehouseId, 'PICKED')
  expect(await page.locator('[data-cell]').textContent()).toMatch(/^[ABC]-\d\d-\d\d$/)
  await press(page, 'Я у ячейки')
  const barcode = (await page.locator('[data-barcodes] > *').first().textContent()) ?? ''
  await type(page, barcode)
  await page.locator('[data-signal="GREEN"]').waitFor()
  const green = performance.now()
  await expect.poll(() => doneBy('pickedBy', warehouseId), { interval: 50 }).toHaveLength(1)
  const [order = ''] = await doneBy('pickedBy', warehouseId)
  await board.waitForSelector(`[data-column="picked"] [data-order="${order}"]`)
  console.info(
    `first pick after ${Math.round(green - since)} ms, on the board ${Math.round(performance.now() - green)} ms later`,
  )
  expect(performance.now() - green).toBeLessThan(1_000)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

  await press(page, 'Меню')
  await press(page, 'Упаковывать')
  expect(await page.locator('[data-in-tote]').textContent()).toContain(barcode)
  await type(page, barcode)
  const code = page.getByText('Считайте код: «Честный знак»')
  const box = page.getByText('Упакуйте и считайте короб')
  await code.or(box).waitFor()
  if (await code.isVisible()) await type(page, `010${barcode}21first-1`)
  await press(page, 'Без короба')
  await page.locator('[data-signal="GREEN"]', { hasText: 'Упаковано' }).waitFor()
  await expect.poll(() => doneBy('packedBy', warehouseId), { interval: 50 }).toHaveLength(1)
})
