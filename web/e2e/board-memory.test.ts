import type { CDPSession } from 'playwright-core'
import { expect, it } from 'vitest'
import { waitForCount, waitForTrust } from './board-view'
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

/** Rounds of 200 changes each, by group; the garbage is collected and counted after each group. */
const GROUPS = 5
const ROUNDS = 10

it('10,000 changes leave no more behind than the first 2,000 did', async () => {
  const [product, browser] = await Promise.all([startProduct(), launchBrowser()])
  const shift = await openShift(product)
  const orders = await shift.bring(100)
  await shift.give('release', orders)
  const { page, faults } = await openPage(browser, `${product.url}/board/${shift.warehouseId}?lang=en`, shift.screen)
  await waitForTrust(page, 'fresh')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')

  const counted: Footprint[] = []
  for (let group = 0; group < GROUPS; group += 1) {
    for (let round = 0; round < ROUNDS; round += 1) {
      await shift.give('hold', orders)
      await shift.give('resume', orders)
    }
    await waitForCount(page, 'released', 100)
    counted.push(await footprint(cdp))
  }
  console.info(`board memory: ${JSON.stringify(counted)}`)
  const least = (of: keyof Footprint, from: readonly Footprint[]): number => Math.min(...from.map((one) => one[of]))
  const [first, ...later] = counted
  // React keeps the cards it took away last until it next takes some away: one board's worth of nodes may come and go.
  // A leak of one element a change would be ten times that.
  const attached = await page.evaluate(() => document.querySelectorAll('*').length)
  expect(least('heap', later) - (first?.heap ?? 0)).toBeLessThan(1_500_000)
  expect(Math.max(...counted.map(({ nodes }) => nodes))).toBeLessThan(attached * 5)
  expect(least('listeners', later)).toBeLessThan((first?.listeners ?? 0) * 1.2 + 50)
  expect(faults).toEqual([])
  await browser.close()
  await product.close()
}, 180_000)
