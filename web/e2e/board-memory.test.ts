import type { CDPSession } from 'playwright-core'
import { expect, it } from 'vitest'
import { waitForTrust } from './board-view'
import { launchBrowser, openPage } from './browser'
import { startProduct } from './product'
import { openShift } from './shift'

interface Footprint {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

async function footprint(cdp: CDPSession): Promise<Footprint> {
  for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

it('8,000 updates leave no more behind than the first 2,000 did', async () => {
  const [product, browser] = await Promise.all([startProduct(), launchBrowser()])
  const shift = await openShift(product.url)
  const orders = await shift.bring(100)
  await shift.give('release', orders)
  const { page, faults } = await openPage(browser, `${product.url}/board/${shift.warehouseId}?lang=en`)
  await waitForTrust(page, 'fresh')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')

  async function rounds(count: number): Promise<Footprint> {
    for (let i = 0; i < count; i += 1) {
      await shift.give('hold', orders)
      await shift.give('resume', orders)
    }
    await page.waitForFunction(() => document.querySelector('[data-column="released"] [data-count="100"]') !== null)
    return footprint(cdp)
  }

  const warm = await rounds(10)
  const later = await rounds(40)
  console.info(`board memory: ${JSON.stringify({ warm, later })}`)
  expect(later.heap - warm.heap).toBeLessThan(1_500_000)
  expect(later.nodes).toBeLessThan(warm.nodes * 1.2 + 200)
  expect(later.listeners).toBeLessThan(warm.listeners * 1.2 + 50)
  expect(faults).toEqual([])
  await browser.close()
  await product.close()
}, 180_000)
