import { createContext, use, useRef, useState } from 'react'
import type { Answer, Problem } from './give'
import { signInAddress } from './here'

/** Asks the person to prove who they are; false when they would rather not. */
export const AskIdentity = createContext<() => Promise<boolean>>(() => Promise.resolve(false))

/** One thing that a form or a button does, and what came in its way. */
export interface Action {
  readonly busy: boolean
  readonly problem: Problem | null
  /** The success; null when there is a problem, or when the person thought better of it. */
  readonly run: <Success>(call: () => Promise<Answer<Success>>) => Promise<Success | null>
}

/** Runs mutations one at a time. Where the gateway wants a fresh proof of identity it is asked for, and the call goes on. */
export function useAction(): Action {
  const askIdentity = use(AskIdentity)
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function settle<Success>(call: () => Promise<Answer<Success>>): Promise<Success | null> {
    let answer = await call()
    if (answer.problem?.code === 'CONFIRM_IDENTITY') {
      if (!(await askIdentity())) return null
      answer = await call()
    }
    if (!answer.problem) return answer.success
    if (answer.problem.code === 'SIGN_IN_REQUIRED') location.assign(signInAddress())
    setProblem(answer.problem)
    return null
  }

  async function run<Success>(call: () => Promise<Answer<Success>>): Promise<Success | null> {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setProblem(null)
    try {
      return await settle(call)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
