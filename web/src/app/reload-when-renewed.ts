import { onUnknownDocument } from '../ui/trusted-document'

const EVERY = 5 * 60_000
/** Screens of a warehouse do not come all at once, and a page between two replicas of different age does not spin. */
const SOON = 1_000
const SPREAD = 4_000

/** The page's own script: its name holds the hash of the build. */
const ownScript = (): string | null =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src^="/assets/"]')?.getAttribute('src') ?? null

/**
 * A wall TV shows one page for months, over many releases. Looks now and then, and soon when the server does not know
 * a document of this page, whether the server serves another build; only when it really answered with one loads it: a
 * reload into a dead server would leave an empty screen.
 */
export function reloadWhenRenewed(): () => void {
  const script = ownScript()
  if (!script) return () => undefined
  const look = (): void => {
    // Not under anybody's hands: a form that is half filled, or a secret that is shown once, would be lost.
    if (document.querySelector('form, dialog')) return
    fetch('/', { headers: { accept: 'text/html' }, cache: 'no-store' })
      .then(async (response) => {
        const page = response.ok ? await response.text() : script
        if (page.includes('/assets/') && !page.includes(script)) location.reload()
      })
      .catch(() => undefined)
  }
  const timer = setInterval(look, EVERY)
  let soon: ReturnType<typeof setTimeout> | undefined
  const stopListening = onUnknownDocument(() => {
    soon ??= setTimeout(
      () => {
        soon = undefined
        look()
      },
      SOON + Math.random() * SPREAD,
    )
  })
  return () => {
    clearInterval(timer)
    clearTimeout(soon)
    stopListening()
  }
}
