/** A newer app that waits to be let in. */
export interface Updates {
  /** Whether one waits; renders anew through `subscribe`. */
  readonly isWaiting: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Lets it in: the page loads anew. */
  readonly apply: () => void
}

const LOOK_EVERY = 30 * 60_000

/** Of the browser's trusted types, which TypeScript does not know. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

/** The one script address that may become a worker: the page's policy takes no plain text for one. */
function workerAddress(): string {
  const path = '/work-worker.js'
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy('work', { createScriptURL: (url) => url }).createScriptURL(path) ?? path
}

/**
 * Installs the app on the phone, so that it opens without a network, and looks for newer ones. None is let in by itself:
 * the caller knows when nothing would be interrupted.
 */
export function watchUpdates(): Updates {
  const listeners = new Set<() => void>()
  let registration: ServiceWorkerRegistration | undefined
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  function follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', tell)
  }
  const look = (): void => void registration?.update().catch(() => undefined)

  async function install(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
    const updating = navigator.serviceWorker.controller !== null
    // The first worker takes over a page that is its own already.
    navigator.serviceWorker.addEventListener('controllerchange', () => updating && location.reload())
    registration = await navigator.serviceWorker.register(workerAddress(), { scope: '/work' })
    registration.addEventListener('updatefound', () => follow(registration?.installing ?? null))
    follow(registration.installing)
    tell()
    setInterval(look, LOOK_EVERY)
    addEventListener('focus', look)
  }
  install().catch(() => undefined)

  return {
    isWaiting: () => registration?.waiting != null && navigator.serviceWorker.controller !== null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply: () => registration?.waiting?.postMessage('SKIP_WAITING'),
  }
}
