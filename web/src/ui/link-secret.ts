import { useSyncExternalStore } from 'react'

/** What a link to `/sign-in` carries after its `#`. */
export interface LinkSecret {
  readonly kind: 'link' | 'first'
  readonly secret: string
}

const listeners = new Set<() => void>()
let kept: LinkSecret | null = null

// Whoever looks over a shoulder, at the history or at a shared screen must find no secret in the address.
function takeFromAddress(): void {
  const [, kind, secret] = /^#(link|first)=(.+)$/.exec(location.hash) ?? []
  if (!secret || location.pathname !== '/sign-in') return
  history.replaceState(history.state, '', location.pathname + location.search)
  kept = { kind: kind === 'first' ? 'first' : 'link', secret }
  for (const listener of listeners) listener()
}

takeFromAddress()
addEventListener('hashchange', takeFromAddress)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The secret that this page was opened with, in memory alone; null without one. Importing this takes it out of the address. */
export const useLinkSecret = (): LinkSecret | null => useSyncExternalStore(subscribe, () => kept)
