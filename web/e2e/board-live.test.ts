import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectedColumns, shownColumns, waitForCard, waitForTrust } from './board-view'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { type Product, startProduct } from './product'
import { openShift, type Shift } from './shift'

let product: Product
let browser: Browser
let shift: Shift
let orders: readonly string[]
let board: WatchedPage

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  shift = await openShift(product)
  orders = await shift.bring(20)
  board = await openPage(browser, `${product.url}/board/${shift.warehouseId}?lang=ru&theme=dark`, shift.screen)
  await waitForTrust(board.page, 'fresh')
}, 120_000)

afterAll(async () => {
  expect(board.faults).toEqual([])
  await board.close()
  await browser.close()
  await product.close()
})

it('a card moves within a second of its order', async () => {
  const { page } = board
  const [order = ''] = orders
  await waitForCard(page, order, 'new')
  const steps = [
    ['released', () => shift.give('release', [order])],
    ['claimed', () => shift.give('claim', [order])],
    ['picked', () => shift.pick(order)],
    ['packed', () => shift.pack(order)],
    ['staged', () => shift.give('stage', [order])],
  ] as const
  for (const [column, act] of steps) {
    await act()
    const done = performance.now()
    await waitForCard(page, order, column)
    expect(performance.now() - done, `to ${column}`).toBeLessThan(1_000)
  }
  const left = page.waitForSelector(`[data-order="${order}"]`, { state: 'detached', timeout: 1_000 })
  await shift.give('handOver', [order])
  await left
  expect(await page.textContent('[data-closed="HANDED_OVER"]')).toBe('1')
})

it('says within 5 s that its server is gone, and heals to the database’s exact state', async () => {
  const { page } = board
  await product.kill()
  const killed = performance.now()
  await waitForTrust(page, 'stale', 6_000)
  expect(performance.now() - killed).toBeLessThan(5_000)
  expect(await page.isVisible('[data-stale-banner]')).toBe(true)

  await product.start()
  await shift.give('release', orders.slice(1, 8))
  await shift.give('claim', orders.slice(1, 4))
  await shift.give('cancel', orders.slice(10, 12))
  await shift.bring(3)
  await waitForTrust(page, 'fresh', 40_000)
  await expect.poll(async () => shownColumns(page), { timeout: 5_000 }).toEqual(expectedColumns(await shift.board()))
  expect(await page.isVisible('[data-stale-banner]')).toBe(false)
})

it('notices a server that hangs with its sockets open', async () => {
  const { page } = board
  product.freeze()
  const frozen = performance.now()
  await waitForTrust(page, 'stale', 6_000)
  expect(performance.now() - frozen).toBeLessThan(5_000)
  product.thaw()
  await waitForTrust(page, 'fresh', 40_000)
  await expect.poll(async () => shownColumns(page), { timeout: 5_000 }).toEqual(expectedColumns(await shift.board()))
})
