import type { Page } from 'playwright-core'
import type { FloorOrder } from './shift'

const columnOf: Readonly<Record<string, string>> = {
  NEW: 'new',
  RELEASED: 'released',
  CLAIMED: 'claimed',
  PICKED: 'picked',
  PACKED: 'packed',
  STAGED: 'staged',
}

type Columns = Readonly<Record<string, readonly string[]>>

/** What a viewer must see of these orders: the ids in each column. */
export function expectedColumns(orders: readonly FloorOrder[]): Columns {
  const columns: Record<string, string[]> = {}
  for (const { id, state } of orders) (columns[columnOf[state] ?? 'attention'] ??= []).push(id)
  for (const ids of Object.values(columns)) ids.sort()
  return columns
}

/** The ids that are on screen, by column. */
export async function shownColumns(page: Page): Promise<Columns> {
  return page.evaluate(() => {
    const columns: Record<string, string[]> = {}
    for (const column of document.querySelectorAll<HTMLElement>('section[data-column]')) {
      const ids = [...column.querySelectorAll<HTMLElement>('[data-order]')].map((card) => card.dataset['order'] ?? '')
      if (ids.length > 0) columns[column.dataset['column'] ?? ''] = ids.toSorted()
    }
    return columns
  })
}

/** Waits until the board says of itself that it may be believed, or not. */
export async function waitForTrust(page: Page, trust: 'fresh' | 'stale', timeout = 30_000): Promise<void> {
  await page.waitForSelector(`main[data-trust="${trust}"]`, { timeout })
}

/** Waits until an order's card stands in a column. */
export async function waitForCard(page: Page, orderId: string, column: string, timeout = 10_000): Promise<void> {
  await page.waitForSelector(`[data-column="${column}"] [data-order="${orderId}"]`, { timeout })
}

/** Waits until a column counts so many; a board that does not get there says in the error what it believes instead. */
export async function waitForCount(page: Page, column: string, count: number, timeout = 15_000): Promise<void> {
  await page.waitForSelector(`[data-column="${column}"] [data-count="${count}"]`, { timeout }).catch(async () => {
    const told = await page.evaluate(() => ({
      ...document.querySelector<HTMLElement>('main')?.dataset,
      counts: [...document.querySelectorAll('[data-count]')].map((element) => element.textContent).join(' '),
      banner: document.querySelector('[data-stale-banner]')?.textContent ?? null,
    }))
    throw new Error(`${column} did not come to ${count}: ${JSON.stringify(told)}`)
  })
}
