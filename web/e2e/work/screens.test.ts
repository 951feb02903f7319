import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../browser'
import { gatherViolations, looks } from '../identity'
import { type Product, startProduct } from '../product'
import { type Floor, openFloor, phoneContext, type Picker } from './floor'
import { delivered, type Hands, openApp, pick, scan, signIn, takeWork } from './hands'

let product: Product
let browser: Browser
let floor: Floor
let context: BrowserContext
let hands: Hands
let irina: Picker

const GS = '\u001d'
/** A marking code of the item, whose serial number is that of the unit. */
const markingCode = (barcode: string, unit: number): string =>
  `010${barcode}21${String(unit).padStart(13, 'x')}${GS}91EE06${GS}92${'Ab1+/=dQ'.repeat(5)}Zz09`

beforeAll(async () => {
  ;[product, browser] = await Promise.all([
    startProduct({ PIN_PEPPER: 'pepper '.repeat(8) }),
    launchBrowser('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'),
  ])
  floor = await openFloor(product)
  irina = await floor.hire('Котова Ирина')
  await floor.bring(2, ['sgtin'])
  context = await phoneContext(browser, await floor.phone('Стол 1'))
  hands = await openApp(context, product.url)
  await signIn(hands, irina)
  await takeWork(hands, 10)
}, 120_000)

afterAll(async () => {
  expect(hands.faults).toEqual([])
  await browser.close()
  await product.close()
})

const text = (wanted: string) => hands.page.locator('main').getByText(wanted)

it('packs a unit for the order that waits: marking code checked, box scanned', async () => {
  const { page } = hands
  await pick(hands, floor.goods, 4)
  await delivered(hands)
  const [{ barcode } = { barcode: '' }, other] = floor.goods
  await page.getByRole('button', { name: 'Меню' }).tap()
  await page.getByRole('button', { name: 'Упаковывать' }).tap()
  await scan(hands, floor.goods[3]?.barcode ?? '')
  await text('Этот товар никто не ждёт').waitFor()
  await scan(hands, barcode)
  await text('Ждут такого товара: 2').waitFor()
  await scan(hands, barcode)
  await text('Код маркировки не годится').waitFor()
  await scan(hands, markingCode(other?.barcode ?? '', 1))
  await text('Это код другого товара').waitFor()
  await scan(hands, markingCode(barcode, 1).replaceAll(GS, '{GS}'))
  await text('Код принят').waitFor()
  await scan(hands, 'BOX-17')
  await text('В коробе BOX-17').waitFor()
  await delivered(hands)
  const { board } = (await floor.ask(
    'query ($id: ID!) { board: orderBoard(warehouseId: $id, filter: { states: [PACKED] }) { orders { box packedBy attachedMeta } } }',
    { id: floor.shift.warehouseId },
  )) as { board: { orders: readonly object[] } }
  expect(board.orders).toEqual([{ box: 'BOX-17', packedBy: irina.name, attachedMeta: ['sgtin'] }])
})

it('packs without a signal what was picked on this phone', async () => {
  await context.setOffline(true)
  await text('Считайте товар со стола').waitFor()
  await scan(hands, floor.goods[1]?.barcode ?? '')
  await text('Без связи').waitFor()
  await scan(hands, markingCode(floor.goods[1]?.barcode ?? '', 2))
  await text('Код принят').waitFor()
  await hands.page.getByRole('button', { name: 'Без короба' }).tap()
  await text('Упаковано').waitFor()
  await context.setOffline(false)
  await delivered(hands)
  const states = (await floor.orders()).map(({ state }) => state).toSorted()
  expect(states).toEqual(['CLAIMED', 'CLAIMED', 'CLAIMED', 'CLAIMED', 'PACKED', 'PACKED', 'PICKED', 'PICKED'])
})

it('says what came of a unit whose order was cancelled without a signal, and leads it back to its shelf', async () => {
  const { page } = hands
  await page.getByRole('button', { name: 'Собирать' }).tap()
  const wanted = floor.goods[2]
  const held = await floor.heldOf(wanted?.article ?? '')
  await context.setOffline(true)
  await pick(hands, floor.goods, 1)
  await floor.shift.give('cancel', held)
  await context.setOffline(false)
  await delivered(hands)
  await page.getByRole('button', { name: /Нужно внимание/ }).tap()
  const { found, check } = gatherViolations()
  await check(page, 'main[data-screen="ATTENTION"]')
  await page.getByRole('button', { name: /^Вернуть на полку/ }).tap()
  await check(page, 'main[data-screen="PUT_BACK"]')
  expect(found).toEqual([])
  await scan(hands, wanted?.barcode ?? '')
  await text('Возвращено').waitFor()
  await text('Возвращать нечего').waitFor()
  await delivered(hands)
  const board = await floor.shift.board()
  expect(board.filter(({ putBackRequired }) => putBackRequired)).toEqual([])
})

/** What the menu asks about in a sheet over the screen. */
const sheets = [
  ['Вернуть всё, что не взято', 'Give back all that is not taken'],
  ['Передать задания другому', 'Hand my work over'],
  ['Закончить смену', 'End the shift'],
  ['Выйти', 'Sign out'],
] as const

for (const [theme, language] of looks)
  it(`finds no accessibility violation in the ${theme} theme`, async () => {
    const { page } = hands
    const { found, check } = gatherViolations()
    const button = (ru: string, en: string) =>
      page.getByRole('button', { name: language === 'ru' ? ru : en, exact: true })
    const step = 'main[data-screen="PICK"]'
    await page.goto(`${product.url}/work?lang=${language}&theme=${theme}`)
    await check(page, step)
    await scan(hands, 'nonsense')
    await check(page, '[data-signal="RED"]')
    await button('Проблема', 'Problem').tap()
    await check(page, 'dialog[open]')
    await page.keyboard.press('Escape')
    await button('Ввести', 'Type').tap()
    await check(page, 'dialog[open] input')
    await page.keyboard.press('Escape')
    await button('Камера', 'Camera').tap()
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
    await check(page, 'video')
    await button('Закрыть', 'Close').tap()
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await button('Камера', 'Camera').tap()
    await check(page, '[role="alert"]')
    await button('Закрыть', 'Close').tap()
    await button('Меню', 'Menu').tap()
    await check(page, 'main[data-screen="MENU"]')
    for (const [ru, en] of sheets) {
      await button(ru, en).tap()
      await check(page, 'dialog[open]:not(:has([role="status"]))')
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
    }
    await button('Все места', 'All places').tap()
    await check(page, 'main[data-screen="LIST"]')
    await button('Назад', 'Back').tap()
    await button('Меню', 'Menu').tap()
    await button('Упаковывать', 'Pack').tap()
    await check(page, 'main[data-screen="PACK"]')
    await button('Меню', 'Menu').tap()
    await button('Пауза: закрыть экран', 'Pause: lock the screen').tap()
    await check(page, 'h1')
    await scan(hands, irina.badge)
    await page.locator('main[data-screen]').waitFor()
    await checkBeginning(`lang=${language}&theme=${theme}`, check)
    expect(found).toEqual([])
  })

/** The way in and the beginning of a shift, on a phone that knows nobody. */
async function checkBeginning(look: string, check: (page: Page, ready: string) => Promise<void>): Promise<void> {
  const fresh = await phoneContext(browser, await floor.phone(`Стол ${look}`))
  const page = await fresh.newPage()
  await page.goto(`${product.url}/work?${look}`)
  await check(page, 'h1')
  await signIn({ page, faults: [] }, await floor.hire(`Новый ${look}`))
  const begin = page.locator('main button').last()
  await check(page, 'main button')
  await begin.tap()
  await page.locator('main button').nth(3).waitFor()
  await check(page, 'main button')
  await fresh.close()
}
