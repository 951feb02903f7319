import { useRef, useState } from 'react'
import type { Problem } from '../../ui/give'
import type { WorkMessages } from '../messages.ru'

/** Something that only the server can do: one at a time, and what stood in its way. */
export interface Server {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly run: (call: () => Promise<Problem | null>) => Promise<boolean>
}

/** A problem as a person can act on it. */
export const problemText = ({ code }: Problem, say: WorkMessages): string =>
  code === 'NO_CONNECTION' || code === 'UNAVAILABLE' ? say.needsSignal : say.failed(code)

/** Asks the server, and remembers what it said until it is asked again. */
export function useServer(): Server {
  const running = useRef(false)
  const [state, setState] = useState<Pick<Server, 'busy' | 'problem'>>({ busy: false, problem: null })
  async function run(call: () => Promise<Problem | null>): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setState({ busy: true, problem: null })
    const problem = await call()
    running.current = false
    setState({ busy: false, problem })
    return problem === null
  }
  return { ...state, run }
}
