import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForTrust } from './board-view'
import { launchBrowser, openPage, wall } from './browser'
import { violations } from './identity'
import { type Product, startProduct } from './product'
import { openShift, type Shift } from './shift'

const ORDERS = 600
let product: Product
let browser: Browser
let shift: Shift

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  shift = await openShift(product)
  const ids = await shift.bring(ORDERS)
  // Every third order stays new, so that each column has urgent and patient ones.
  const moved = ids.filter((_, index) => index % 3 > 0)
  await shift.give('release', moved)
  await shift.give('hold', moved.slice(0, 30))
  const claimed = moved.filter((_, index) => index > 30 && index % 4 === 0)
  await shift.give('claim', claimed)
  for (const id of claimed.slice(0, 40)) await shift.pick(id)
  for (const id of claimed.slice(0, 25)) await shift.pack(id)
  await shift.give('stage', claimed.slice(0, 10))
}, 120_000)

afterAll(async () => {
  await browser.close()
  await product.close()
})

const address = (query: string): string => `${product.url}/board/${shift.warehouseId}?${query}`

/** Elements that a hand would have to scroll, the page included. */
const scrollable = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('main, main *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
        const root = element === document.documentElement
        return (
          ((root || scrolls(overflowY)) && element.scrollHeight > element.clientHeight) ||
          ((root || scrolls(overflowX)) && element.scrollWidth > element.clientWidth)
        )
      })
      .map((element) => element.className || element.tagName),
  )

/** The orders whose cards are wholly on the screen. */
const shownOrders = (page: Page): Promise<readonly string[]> =>
  page.$$eval('[data-order]', (cards) =>
    cards
      .filter((card) => {
        const { top, bottom, left, right } = card.getBoundingClientRect()
        return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom - top > 30
      })
      .map((card) => card.getAttribute('data-order') ?? ''),
  )

describe('600 orders on a wall', () => {
  it('fit 1920×1080 without a scroll bar, and each is on screen within the time the board states', async () => {
    // A minute and a half of turning pages are put forward second by second.
    const wallClock = (page: Page): Promise<void> => page.clock.install()
    const { page, faults, close } = await openPage(browser, address('lang=ru&theme=dark'), shift.screen, wallClock)
    await waitForTrust(page, 'fresh')
    await page.waitForSelector('[data-pages]')
    expect(await scrollable(page)).toEqual([])
    const stated = await page.$$eval('[data-pages]', (pagers) =>
      pagers.map((pager) => Number(/\d+/.exec(pager.getAttribute('title') ?? '')?.[0])),
    )
    const longest = Math.max(...stated)
    expect(longest).toBeLessThanOrEqual(90)
    const seen = new Set<string>()
    for (let second = 0; second <= longest && seen.size < ORDERS; second += 1) {
      for (const id of await shownOrders(page)) seen.add(id)
      await page.clock.runFor(1_000)
    }
    expect(seen.size).toBe(ORDERS)
    expect(faults).toEqual([])
    await close()
  })

  it('count what the database counts', async () => {
    const { page, close } = await openPage(browser, address('lang=en'), shift.screen)
    await waitForTrust(page, 'fresh')
    const shown = await page.$$eval('section [data-count]', (counts) =>
      counts.map((count) => Number(count.textContent)),
    )
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe((await shift.board()).length)
    await close()
  })

  it('show the states that the address asks for, and say so', async () => {
    const { page, close } = await openPage(browser, address('lang=en&states=CLAIMED,PICKED'), shift.screen)
    await waitForTrust(page, 'fresh')
    const columns = await page.$$eval('section[data-column]', (all) =>
      all.map((column) => column.getAttribute('data-column')),
    )
    expect(columns).toEqual(['claimed', 'picked'])
    await page.click('text=show all')
    await page.waitForSelector('section[data-column="new"]')
    await close()
  })
})

describe('everybody can read it', () => {
  for (const theme of ['dark', 'light'])
    it(`no accessibility violation in the ${theme} theme`, async () => {
      const { page, close } = await openPage(browser, address(`lang=en&theme=${theme}`), shift.desk)
      await waitForTrust(page, 'fresh')
      expect(await violations(page)).toEqual([])
      await page.goto(`${product.url}/?theme=${theme}`)
      await page.waitForSelector('a[href^="/board/"]')
      expect(await violations(page)).toEqual([])
      await close()
    })

  it('speaks Russian and English, and remembers which', async () => {
    const { page, close } = await openPage(browser, address('lang=ru'), shift.desk)
    await page.waitForSelector('text=Выданы')
    await page.click('button[lang="en"]')
    await page.waitForSelector('text=Released')
    await page.goto(`${product.url}/board/${shift.warehouseId}`)
    await page.waitForSelector('text=Released')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await close()
  })

  it('is a list of tabs on a phone, as wide as the phone', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page, faults, close } = await openPage(browser, address('lang=en'), { ...phone, ...shift.desk })
    await page.waitForSelector('[role="tablist"]')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.click('[role="tab"][data-column="picked"]')
    await page.waitForSelector('[role="tabpanel"][data-column="picked"] [data-order]')
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  it('fits a laptop without scrolling', async () => {
    const { page, close } = await openPage(browser, address('lang=en'), {
      ...shift.screen,
      viewport: { width: 1366, height: 768 },
    })
    await waitForTrust(page, 'fresh')
    await page.waitForSelector('section [data-order]')
    expect(await scrollable(page)).toEqual([])
    expect(wall.width).toBeGreaterThan(1366)
    await close()
  })
})

describe('other addresses', () => {
  it('GET /graphql frames Apollo Sandbox by a script of our own, without cookies, on this endpoint', async () => {
    const { page, close } = await openPage(browser, `${product.url}/graphql#token=${shift.token}`)
    const frame = await page.waitForSelector('iframe', { state: 'attached' })
    const source = new URL((await frame.getAttribute('src')) ?? '')
    expect(source.origin).toBe('https://sandbox.embed.apollographql.com')
    expect(source.searchParams.get('endpoint')).toBe(`${product.url}/graphql`)
    expect(decodeURIComponent(source.href)).not.toContain(shift.token)
    // A token stays neither in the address nor in the history.
    expect(page.url()).toBe(`${product.url}/graphql`)
    const scripts = await page.$$eval('script[src]', (all) => all.map((script) => script.getAttribute('src') ?? ''))
    expect(scripts.every((path) => path.startsWith('/assets/'))).toBe(true)
    await close()
  })

  it('what the frame of Sandbox asks for is sent with the token, which the frame never sees', async () => {
    const { page, close } = await openPage(browser, 'about:blank')
    // Speaks to our page as Apollo's does, which is not there without the internet.
    const body = `<pre></pre><script>
      const given = new URL(location).searchParams
      addEventListener('message', ({ data }) => { if (data.response) document.querySelector('pre').append(JSON.stringify(data)) })
      parent.postMessage({ name: 'ExplorerRequest', operationId: 'a', operation: '{ me { person { name } } }',
        endpointUrl: given.get('endpoint'), headers: JSON.parse(given.get('defaultHeaders')) }, '*')
      parent.postMessage({ name: 'ExplorerSubscriptionRequest', operationId: 'b', protocol: 'graphql-ws', httpMultipartParams: {},
        operation: 'subscription ($id: ID!) { orderBoard(warehouseId: $id) { __typename } }', variables: { id: '${shift.warehouseId}' },
        subscriptionUrl: given.get('subscriptionEndpoint'), headers: JSON.parse(given.get('defaultHeaders')) }, '*')
    </script>`
    await page.route('https://sandbox.embed.apollographql.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body }),
    )
    await page.goto(`${product.url}/graphql#token=${shift.token}`)
    const shown = page.frameLocator('iframe').locator('pre')
    await shown.getByText('Анна').waitFor()
    await shown.getByText('BoardSnapshot').waitFor()
    expect(await shown.textContent()).not.toContain(shift.token)
    await close()
  })

  it('an unknown warehouse is named, with those there are', async () => {
    const { page, close } = await openPage(browser, `${product.url}/board/nowhere?lang=en`, shift.desk)
    await page.waitForSelector('text=No such warehouse')
    await page.click('text=Подольск')
    await waitForTrust(page, 'fresh')
    await close()
  })

  it('the explorer runs a query and a subscription against this server', async () => {
    const statuses: number[] = []
    const { page, faults, close } = await openPage(browser, `${product.url}/graphiql`, shift.desk, async (opened) =>
      opened.on('response', (response) => statuses.push(response.status())),
    )
    await page.waitForSelector('.graphiql-query-editor >> text=serverTime', { timeout: 60_000 })
    await page.click('button[aria-label^="Execute"]')
    await page.waitForSelector('.graphiql-response >> text=serverTime', { timeout: 30_000 })
    await page.click('[role="tab"]:has-text("Follow"), .graphiql-tab:has-text("Follow")')
    await page.click('button[aria-label^="Execute"]')
    await page.waitForSelector('.graphiql-response >> text=BoardHeartbeat', { timeout: 30_000 })
    // The schema too was told.
    expect(statuses.filter((status) => status >= 400)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })
})
