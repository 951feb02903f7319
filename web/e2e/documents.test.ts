import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { waitForTrust } from './board-view'
import { launchBrowser, openPage } from './browser'
import type { Kept } from './door'
import { type Product, startProduct } from './product'
import { openShift } from './shift'

let product: Product
let browser: Browser
let board: string
let screen: Kept

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  const shift = await openShift(product)
  screen = shift.screen
  board = `${product.url}/board/${shift.warehouseId}`
}, 120_000)

afterAll(async () => {
  await browser.close()
  await product.close()
})

it('the screens ask for their documents by hash and never send a text', async () => {
  const { page, faults, close } = await openPage(browser, 'about:blank', screen)
  const sent: string[] = []
  page.on('request', (request) => request.url().endsWith('/graphql') && sent.push(request.postData() ?? ''))
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  for (const url of [board, product.url]) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'))
    await page.goto(url)
    expect((await answered).status()).toBe(200)
    if (url === board) await waitForTrust(page, 'fresh')
  }
  const asked = sent.filter((text) => text.includes('persistedQuery'))
  expect(asked.some((text) => text.includes('"subscribe"'))).toBe(true)
  expect(asked.length).toBeGreaterThan(2)
  expect(sent.filter((text) => /\b(query|subscription|mutation) \w|\{ *\w+ *\{/.test(text))).toEqual([])
  expect(faults).toEqual([])
  await close()
})

it('a page whose document the server does not know loads the newer page soon', async () => {
  const { page, close } = await openPage(browser, 'about:blank', screen)
  const unknown = { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }
  await page.route('**/graphql', (route) => route.fulfill({ status: 400, json: { errors: [unknown] } }))
  // What the server of another release would answer.
  await page.route(product.url + '/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script src="/assets/index-newer.js"></script>' }),
  )
  await page.goto(board)
  await page.waitForEvent('load')
  await close()
})
