import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env['CHROME_BIN'] ?? '',
]

/** A Chromium: the system's when there is one, else the one that npm brought; with further arguments of its own. */
export async function launchBrowser(...further: readonly string[]): Promise<Browser> {
  const found = system.find((path) => path !== '' && existsSync(path))
  const common = ['--no-sandbox', '--disable-dev-shm-usage', '--js-flags=--expose-gc', ...further]
  if (found) return chromium.launch({ executablePath: found, args: common, headless: true })
  sparticuz.setGraphicsMode = false
  // The package's own arguments are for a function in a cloud: one process for all, which a crash or a kill would end,
  // and no web security, without which a browser says no Origin and a session's cookie counts for nothing.
  const args = sparticuz.args.filter((arg) => !/single-process|no-zygote|headless|web-security|insecure/.test(arg))
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...args, ...common],
    headless: true,
  })
}

/** A page that fails its test by `faults` when a script of ours threw. */
export interface WatchedPage {
  readonly page: Page
  /** Uncaught errors, and what the page's security policy refused. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

export const wall = { width: 1920, height: 1080 } as const

/** Opens an address in a context of its own, prepared before: nothing is remembered from another test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: wall, locale: 'en-US', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|TrustedType/i.test(message.text()))
      faults.push(message.text())
  })
  await prepare?.(page)
  await page.goto(url)
  return { page, faults, close: () => context.close() }
}
