import { useEffect, useState } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

function tick(): void {
  // Aligned to the second, so that all clocks on the page turn over together and none skips one.
  timer = setTimeout(tick, 1_000 - (Date.now() % 1_000))
  for (const listener of listeners) listener()
}

/** The page's one timer: calls back once a second until the returned function is called. */
export function everySecond(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) timer = setTimeout(tick, 1_000 - (Date.now() % 1_000))
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

/** A value read anew each second; the component renders only when it has changed. */
export function useEachSecond<T extends string | number | boolean | null>(read: () => T): T {
  const [, render] = useState<T>()
  const value = read()
  useEffect(function readEachSecond() {
    return everySecond(() => render(read()))
  })
  return value
}
