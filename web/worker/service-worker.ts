import { precacheAndRoute } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope
/** What the app consists of; the build puts it here. */
declare const __FILES__: readonly { readonly url: string; readonly revision: string | null }[]

// The whole app, without a network: the page, its scripts and styles, the decoder of the camera.
precacheAndRoute([...__FILES__], { ignoreURLParametersMatching: [/./] })

// A newer app waits until the page says so: it says when nothing is undelivered, or when a person wants it.
self.addEventListener('message', ({ data }) => {
  if (data === 'SKIP_WAITING') void self.skipWaiting()
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
