import type pg from 'pg'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser, openPage, type WatchedPage } from './browser'
import { becomeAdmin, firstAdminAddress, openDatabase } from './identity'
import { type Product, startProduct } from './product'
import { openShift, type Shift } from './shift'

export const laptop = { viewport: { width: 1280, height: 800 }, locale: 'ru-RU' }

/** A product with warehouses, whose first administrator sits at a desk. */
export interface Managed {
  readonly product: Product
  readonly browser: Browser
  readonly pool: pg.Pool
  /** Of the first warehouse. */
  readonly shift: Shift
  readonly desk: WatchedPage
  readonly close: () => Promise<void>
}

/** Starts a product and a browser, opens the warehouses and makes the first administrator. */
export async function startManaged(name: string, ...others: readonly string[]): Promise<Managed> {
  const [product, browser] = await Promise.all([startProduct(), launchBrowser()])
  const pool = openDatabase(product)
  const shift = await openShift(product, name)
  for (const other of others) await openShift(product, other)
  const desk = await openPage(browser, await firstAdminAddress(product, pool), laptop)
  await becomeAdmin(desk.page)
  return {
    product,
    browser,
    pool,
    shift,
    desk,
    async close() {
      await pool.end()
      await browser.close()
      await product.close()
      // Last: a fault found here leaves nothing running.
      expect(desk.faults).toEqual([])
    },
  }
}
