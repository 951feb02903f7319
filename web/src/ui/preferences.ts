import { useSyncExternalStore } from 'react'

export const languages = ['ru', 'en'] as const
export const themes = ['auto', 'dark', 'light'] as const
export type Language = (typeof languages)[number]
export type Theme = (typeof themes)[number]

/** What this screen shows everything in; a TV gets it from its address, a person from the switches. */
export interface Preferences {
  readonly language: Language
  readonly theme: Theme
}

const KEY = 'wb-assistant.preferences'
const listeners = new Set<() => void>()

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null =>
  all.find((item) => item === value) ?? null

/** Storage may be switched off on a locked-down screen: then nothing is remembered, and nothing breaks. */
export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown
  } catch {
    return null
  }
}

/** Remembers a small JSON value on this screen, where that is allowed; null forgets. */
export function remember(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Not allowed here: see recall.
  }
}

function load(): Preferences {
  const saved = (recall(KEY) ?? {}) as { readonly language?: unknown; readonly theme?: unknown }
  const asked = new URLSearchParams(location.search)
  const spoken = navigator.language.startsWith('ru') ? 'ru' : 'en'
  return {
    language: oneOf(languages, asked.get('lang')) ?? oneOf(languages, saved.language) ?? spoken,
    theme: oneOf(themes, asked.get('theme')) ?? oneOf(themes, saved.theme) ?? 'auto',
  }
}

const darkness = matchMedia('(prefers-color-scheme: dark)')

function show({ language, theme }: Preferences): void {
  document.documentElement.lang = language
  document.documentElement.dataset['theme'] = theme === 'auto' ? (darkness.matches ? 'dark' : 'light') : theme
}

let current = load()
remember(KEY, current)
show(current)
darkness.addEventListener('change', () => setPreferences({}))

/** Changes what is given, here and for the next visit. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  remember(KEY, current)
  show(current)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The screen's language and theme; renders anew when they change. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)

/** The member of a message catalogue that is in the screen's language. */
export const useMessages = <T>(catalogue: Readonly<Record<Language, T>>): T => catalogue[usePreferences().language]
