import { useSyncExternalStore } from 'react'

/** What the address of a page may carry after its `#`, by page. */
const kinds = { '/sign-in': ['link', 'first'], '/pair': ['device'] } as const
type Kind = (typeof kinds)[keyof typeof kinds][number]

/** A secret that a page was opened with. */
export interface LinkSecret {
  readonly kind: Kind
  readonly secret: string
}

const listeners = new Set<() => void>()
let kept: LinkSecret | null = null

const kindsAt = (path: string): readonly Kind[] => Object.entries(kinds).find(([page]) => page === path)?.[1] ?? []

// Whoever looks over a shoulder, at the history or at a shared screen must find no secret in the address.
function takeFromAddress(): void {
  const [, name, secret] = /^#([a-z]+)=(.+)$/.exec(location.hash) ?? []
  const kind = kindsAt(location.pathname).find((known) => known === name)
  if (!secret || !kind) return
  history.replaceState(history.state, '', location.pathname + location.search)
  kept = { kind, secret }
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
