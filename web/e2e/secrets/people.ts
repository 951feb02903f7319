import { generate } from 'otplib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openPage } from '../browser'
import { readStorage } from './kept'
import type { Place } from './search'

/** Secrets by what they are called: a name may have had several values. */
export interface Secrets {
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  /** Keeps a value to search for later, and answers it. */
  readonly keep: (name: string, value: string) => string
}

/** An empty collection of secrets. */
export function createSecrets(): Secrets {
  const values = new Map<string, Set<string>>()
  return {
    values,
    keep(name, value) {
      if (value.length < 6) throw new Error(`${name} is too short to be looked for: ${JSON.stringify(value)}`)
      values.set(name, (values.get(name) ?? new Set()).add(value))
      return value
    },
  }
}

/** A browser whose words and addresses are kept, and at the end what its scripts remember. */
export interface WatchedBrowser {
  readonly page: Page
  /** What it said and asked for so far, and what it stores now. */
  readonly places: () => Promise<readonly Place[]>
}

/** Opens an address as somebody at a screen of their own. */
export async function sitDown(
  browser: Browser,
  name: string,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedBrowser> {
  const { page } = await openPage(browser, 'about:blank', { locale: 'ru-RU', ...options })
  const places: Place[] = []
  page.on('console', (message) => places.push({ name: `console of ${name}`, content: message.text() }))
  page.on('pageerror', ({ message }) => places.push({ name: `console of ${name}`, content: message }))
  // Whatever is asked for, of whomever. What stands after the `#` goes nowhere.
  page.on('request', (request) => {
    const { referer = '' } = request.headers()
    places.push({ name: `addresses asked by ${name}`, content: `${request.url().replace(/#.*/s, '')} ${referer}` })
  })
  await page.goto(address)
  return { page, places: async () => [...places, ...(await readStorage(page, name))] }
}

/** The code of an authenticator, so many seconds from now. */
export const codeIn = (secret: string, seconds: number): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + seconds })
