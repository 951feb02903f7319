import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bwip from 'bwip-js/node'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../browser'
import { type Product, startProduct } from '../product'
import { openFloor, phoneContext } from './floor'
import { delivered, installed, leftOf, openApp, scan, signIn, takeWork } from './hands'

const [width, height, pixels] = [640, 480, 4]
const folder = mkdtempSync(join(tmpdir(), 'wba-camera-'))
const film = join(folder, 'code.y4m')

/** A film of a Code 128 in the middle of the picture, for a camera that plays it. */
function shoot(text: string): void {
  const [made] = bwip.raw('code128', text, {})
  if (!made || !('sbs' in made)) throw new Error('no bars')
  const bars = made.sbs.flatMap((size, place) => Array.from({ length: size }, () => place % 2 === 0))
  const left = Math.floor((width - bars.length * pixels) / 2)
  const light = Buffer.alloc(width * height, 225)
  for (let y = 120; y < 360; y += 1)
    bars.forEach(
      (dark, bar) => dark && light.fill(30, y * width + left + bar * pixels, y * width + left + (bar + 1) * pixels),
    )
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(film, Buffer.concat([header, ...Array.from({ length: 10 }, () => frame)]))
}

let product: Product
let browser: Browser

beforeAll(async () => {
  shoot('4600000000015')
  ;[product, browser] = await Promise.all([
    startProduct({ PIN_PEPPER: 'pepper '.repeat(8) }),
    launchBrowser(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ),
  ])
}, 120_000)

afterAll(async () => {
  await browser.close()
  await product.close()
  rmSync(folder, { recursive: true })
})

it('takes a unit by the camera, without a network: the decoder has come with the app', async () => {
  const floor = await openFloor(product)
  await floor.bring(2)
  const pavel = await floor.hire('Гусев Павел')
  const context = await phoneContext(browser, await floor.phone('Телефон 3'))
  await context.grantPermissions(['camera'], { origin: product.url })
  const hands = await openApp(context, product.url)
  await signIn(hands, pavel)
  await takeWork(hands, 5)
  await installed(hands)
  await scan(hands, `CELL-${floor.goods[0]?.cell}`)
  await context.setOffline(true)
  await hands.page.getByRole('button', { name: 'Камера' }).tap()
  await hands.page.locator('[data-signal="GREEN"]', { hasText: 'Взято' }).waitFor()
  expect(await leftOf(hands)).toBe(4)
  await hands.page.getByRole('button', { name: 'Закрыть' }).tap()
  await context.setOffline(false)
  await delivered(hands)
  expect((await floor.orders()).filter(({ state }) => state === 'PICKED').length).toBe(1)
  expect(hands.faults).toEqual([])
})
