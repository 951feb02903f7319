import { useCallback, useEffect, useState } from 'react'
import { type Problem, problemOf } from './give'

/** What a page reads from the server. */
export interface Loaded<T> {
  /** Undefined until it is read; the last one stays when a later try fails. */
  readonly value: T | undefined
  /** Why the last try failed; null when it did not. */
  readonly problem: Problem | null
  readonly reload: () => void
}

const RETRY = 3_000
/** Asking again would get the same answer. */
const decided: ReadonlySet<string> = new Set([
  'SIGN_IN_REQUIRED',
  'AUTHENTICATOR_REQUIRED',
  'FORBIDDEN',
  'UNKNOWN_WAREHOUSE',
])

/** Reads once, and again after `reload`; tries every 3 s while it fails. `read` must stay the same function. */
export function useLoad<T>(read: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({ value: undefined, problem: null })
  const [round, setRound] = useState(0)
  useEffect(
    function load() {
      let wanted = true
      let timer: ReturnType<typeof setTimeout> | undefined
      async function attempt(): Promise<void> {
        try {
          const value = await read()
          if (wanted) setState({ value, problem: null })
        } catch (error) {
          if (!wanted) return
          const problem = problemOf(error)
          setState(({ value }) => ({ value, problem }))
          if (!decided.has(problem.code)) timer = setTimeout(() => void attempt(), RETRY)
        }
      }
      // A page that the browser has kept and brings back may be nobody's by now, or somebody else's.
      function lookAgain({ persisted }: PageTransitionEvent): void {
        if (persisted) void attempt()
      }
      addEventListener('pageshow', lookAgain)
      void attempt()
      return () => {
        wanted = false
        clearTimeout(timer)
        removeEventListener('pageshow', lookAgain)
      }
    },
    [read, round],
  )
  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { ...state, reload }
}
