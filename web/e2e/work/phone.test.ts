import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../browser'
import { type Product, startProduct } from '../product'
import { type Floor, openFloor, phoneContext, type Picker } from './floor'
import { delivered, type Hands, installed, leftOf, openApp, pick, queueOf, scan, signIn, takeWork } from './hands'

let product: Product
let browser: Browser
let floor: Floor
let context: BrowserContext
let hands: Hands
let pavel: Picker
let irina: Picker

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ PIN_PEPPER: 'pepper '.repeat(8) }), launchBrowser()])
  floor = await openFloor(product)
  ;[pavel, irina] = [await floor.hire('Гусев Павел'), await floor.hire('Котова Ирина')]
  await floor.bring(8)
  context = await phoneContext(browser, await floor.phone('Телефон 3'))
  hands = await openApp(context, product.url)
}, 120_000)

afterAll(async () => {
  expect(hands.faults).toEqual([])
  await browser.close()
  await product.close()
})

const menu = async (item: string): Promise<void> => {
  await hands.page.getByRole('button', { name: 'Меню' }).tap()
  await hands.page.getByRole('button', { name: item }).tap()
}
const signal = (kind: 'GREEN' | 'RED' | 'ELSEWHERE') => hands.page.locator(`[data-signal="${kind}"]`)
const sorted = (times: readonly number[]) => times.toSorted((one, other) => one - other)
const at = (article: string) => floor.goods.find((one) => one.article === article)!

describe('a picker’s phone', () => {
  it('leads from cell to item, and says of each scan what it is', async () => {
    const { page } = hands
    await signIn(hands, pavel)
    await takeWork(hands, 20)
    const [first, second] = floor.goods
    await page.getByText('Считайте ячейку').waitFor()
    const lines = await page.locator('[data-cell]').evaluate((code) => {
      const range = document.createRange()
      range.selectNodeContents(code)
      return range.getClientRects().length
    })
    expect(lines, 'lines of a cell’s code').toBe(1)
    await scan(hands, `CELL-${second?.cell}`)
    await signal('ELSEWHERE').getByText(`Нужна ${first?.cell}`).waitFor()
    await scan(hands, `CELL-${first?.cell}`)
    await signal('GREEN').getByText(`Ячейка ${first?.cell}`).waitFor()
    await scan(hands, second?.barcode ?? '')
    await signal('ELSEWHERE').getByText(`его место ${second?.cell}`).waitFor()
    await scan(hands, '4006381333931')
    await signal('RED').getByText('Такого кода в задании нет').waitFor()
    await scan(hands, '4006381333932')
    await signal('RED').getByText('Код прочитан с ошибкой').waitFor()
    expect(await leftOf(hands)).toBe(20)
    await pick(hands, floor.goods, 1)
    for (const button of await page.locator('button:visible').all()) {
      const box = await button.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
    }
    // What a scan came to stands above the buttons, and is covered by none.
    const said = await signal('GREEN').boundingBox()
    const buttons = await page.getByRole('button', { name: 'Проблема' }).boundingBox()
    expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it('answers a scan within 100 ms at p95, with no network in its way', async () => {
    await context.setOffline(true)
    const barcodes = Object.fromEntries(floor.goods.map(({ article, barcode }) => [article, barcode]))
    const times = await hands.page.evaluate(async (known) => {
      const answered = (): Promise<void> =>
        new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            watch.disconnect()
            resolve()
          })
          watch.observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true })
        })
      const found: number[] = []
      // Units, each written to the memory before it is green, and codes that are of nothing here.
      for (let count = 0; count < 40; count += 1) {
        const article = document.querySelector('[data-sku]')?.getAttribute('data-sku') ?? ''
        const code = count % 5 === 0 ? (known[article] ?? '') : `NO-SUCH-${count}`
        const since = performance.now()
        const seen = answered()
        for (const key of [...code, 'Enter'])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        await seen
        found.push(performance.now() - since)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return found
    }, barcodes)
    expect(await leftOf(hands)).toBe(11)
    const units = times.filter((_, index) => index % 5 === 0)
    const [median = Infinity, p95 = Infinity] = [0.5, 0.95].map(
      (part) => sorted(times)[Math.floor(times.length * part)],
    )
    console.info(
      `a scan answered: p50 ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, the slowest unit ${sorted(units).at(-1)?.toFixed(1)} ms`,
    )
    expect(p95).toBeLessThanOrEqual(100)
    expect(sorted(units).at(-1)).toBeLessThanOrEqual(100)
    await context.setOffline(false)
  })

  it('buzzes within 2 s when an order in the hand is cancelled, and its next scan is refused', async () => {
    const { page } = hands
    await delivered(hands)
    await page.getByText('На связи').waitFor()
    const orders = await floor.orders()
    const held = await floor.heldOf(at('SHAPKA-RED').article)
    expect(orders.length).toBe(32)
    const since = performance.now()
    await floor.shift.give('cancel', held)
    await page.getByRole('button', { name: /Нужно внимание/ }).waitFor()
    const took = performance.now() - since
    console.info(`a cancel reached the hand in ${took.toFixed(0)} ms`)
    expect(took).toBeLessThan(2_000)
    await scan(hands, at('SHAPKA-RED').barcode)
    await signal('RED').getByText('Отменено: не берите').waitFor()
    await page.getByRole('button', { name: /Нужно внимание/ }).tap()
    for (const _ of held) await page.getByRole('button', { name: 'Понятно' }).first().tap()
    await page.getByRole('button', { name: 'Назад' }).tap()
    expect(await page.getByRole('button', { name: /Нужно внимание/ }).count()).toBe(0)
  })

  it('shows a second tab what the first one does', async () => {
    const other = await openApp(context, product.url)
    await other.page.locator('[data-sku]').waitFor()
    await pick(hands, floor.goods, 1)
    const left = await leftOf(hands)
    await expect.poll(() => leftOf(other)).toBe(left)
    await other.page.close()
  })
})

describe('a phone that several share', () => {
  it('locks, opens to the same badge without a signal, and gives what A did to A though B signs in', async () => {
    const { page } = hands
    await delivered(hands)
    const before = (await floor.orders()).filter(({ picks }) => picks > 0).length
    await context.route('**/graphql', (route) => route.abort())
    await pick(hands, floor.goods, 2)
    await menu('Пауза')
    await page.getByRole('heading', { name: 'Экран закрыт' }).waitFor()
    await scan(hands, irina.badge)
    await signal('RED').getByText('Это не бейдж').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Экран закрыт' }).waitFor()
    await scan(hands, pavel.badge)
    await page.locator('[data-sku]').waitFor()
    await menu('Пауза')

    // The signal is back, and the journal is not delivered yet.
    await context.unroute('**/graphql')
    await context.route('**/graphql', (route) =>
      route.request().postData()?.includes('"commands"') ? route.abort() : route.continue(),
    )
    await page.getByRole('button', { name: 'Войти другому сотруднику' }).tap()
    await signIn(hands, irina)
    await page.getByRole('heading', { name: 'Начать смену?' }).waitFor()
    expect(await page.content()).not.toContain(at('FUTB-BLK').cell)
    expect(await queueOf(hands)).toBe(2)
    await menu('Выйти')
    await page.getByText('Они останутся на этом телефоне').waitFor()
    await page.getByRole('button', { name: 'Нет' }).tap()
    await page.getByRole('button', { name: 'Назад' }).tap()

    await context.unroute('**/graphql')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await delivered(hands)
    const picked = (await floor.orders()).filter(({ picks }) => picks > 0)
    expect(picked.length).toBe(before + 2)
    expect(new Set(picked.map(({ pickedBy, picks }) => `${pickedBy} ${picks}`))).toEqual(new Set([`${pavel.name} 1`]))
  })
})

describe('the phone’s own troubles', () => {
  it('is open within 2 s without a network on a slow phone', async () => {
    const { page } = hands
    await page.getByRole('button', { name: 'Начать смену' }).tap()
    await page.getByRole('button', { name: 'Взять 5', exact: true }).tap()
    await page.locator('[data-sku]').waitFor()
    await installed(hands)
    await page.close()
    product.freeze()
    await context.setOffline(true)
    const cold = await context.newPage()
    const devtools = await context.newCDPSession(cold)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const since = performance.now()
    await cold.goto(`${product.url}/work`)
    await cold.locator('[data-sku]').waitFor()
    const took = performance.now() - since
    console.info(`a cold start without a network, at a quarter of the speed: ${took.toFixed(0)} ms`)
    expect(took).toBeLessThan(2_000)
    await devtools.detach()
    product.thaw()
    await context.setOffline(false)
    hands = { page: cold, faults: hands.faults }
  })

  it('turns no screen green when its memory is full', async () => {
    const { page } = hands
    const left = await leftOf(hands)
    const article = (await page.locator('[data-sku]').getAttribute('data-sku')) ?? ''
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = () => {
        IDBObjectStore.prototype.add = add
        throw new DOMException('The phone is full.', 'QuotaExceededError')
      }
    })
    await scan(hands, at(article).barcode)
    await signal('RED').getByText('Не записано!').waitFor()
    expect(await leftOf(hands)).toBe(left)
    await pick(hands, floor.goods, 1)
    expect(await page.locator('[data-storage]').count()).toBe(0)
  })

  it('lets a newer app in over an undelivered journal only when the person says so, and delivers it then', async () => {
    const { page } = hands
    await delivered(hands)
    await context.route('**/graphql', (route) => route.abort())
    await pick(hands, floor.goods, 1)
    const worker = new URL('../../../dist/web/work-worker.js', import.meta.url)
    const built = readFileSync(worker)
    try {
      appendFileSync(worker, '\n// newer')
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/work'))?.update())
      await page.getByText('они останутся на телефоне').waitFor()
      const loaded = page.waitForEvent('load')
      await page.getByRole('button', { name: 'Обновить приложение' }).tap()
      await loaded
    } finally {
      writeFileSync(worker, built)
    }
    await page.locator('[data-screen]').waitFor()
    expect(await queueOf(hands)).toBe(1)
    await context.unroute('**/graphql')
    await delivered(hands)
  })

  it('says so when the phone has thrown its memory away with something undelivered', async () => {
    const { page } = hands
    await context.route('**/graphql', (route) => route.abort())
    await pick(hands, floor.goods, 1)
    await page.evaluate(() => indexedDB.deleteDatabase('wb-assistant-work'))
    await page.locator('[data-storage="CLOSED"]').waitFor()
    await page.getByRole('button', { name: 'Загрузить заново' }).tap()
    await page.locator('[data-storage="LOST"]').waitFor()
    await context.unroute('**/graphql')
  })
})
