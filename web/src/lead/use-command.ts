import { useRef, useState } from 'react'
import type { Answer, Problem } from '../ui/give'
import { useAction } from '../ui/use-action'

/** After these nobody knows whether it was done: the very same command is to be sent again. */
const unanswered: ReadonlySet<string> = new Set([
  'NO_CONNECTION',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'RATE_LIMITED',
  'TOO_MANY_REQUESTS',
])

/** A command that a button gives. */
export interface Command<Variables, Success> {
  readonly busy: boolean
  readonly problem: Problem | null
  /** The last one was not answered: what is given next is that one again, whatever its variables. */
  readonly repeats: boolean
  readonly give: (variables: Variables) => Promise<Success | null>
}

/** Gives commands, one at a time; one that was not answered is repeated with its id, so that it is done once. */
export function useCommand<Variables, Success>(
  send: (commandId: string, variables: Variables) => Promise<Answer<Success>>,
): Command<Variables, Success> {
  const { busy, problem, run } = useAction()
  const open = useRef<{ readonly commandId: string; readonly variables: Variables } | null>(null)
  const [repeats, setRepeats] = useState(false)
  function give(variables: Variables): Promise<Success | null> {
    return run(async () => {
      const command = (open.current ??= { commandId: crypto.randomUUID(), variables })
      const answer = await send(command.commandId, command.variables)
      const again = answer.problem !== undefined && unanswered.has(answer.problem.code)
      if (!again) open.current = null
      setRepeats(again)
      return answer
    })
  }
  return { busy, problem, repeats, give }
}

interface Outcomes {
  readonly outcomes: readonly { readonly refusal: { readonly code: string; readonly retryAt: string | null } | null }[]
}

/** The answer of a call that named one thing: its refusal is the call's. */
export function ofOne<Success extends Outcomes>(answer: Answer<Success>): Answer<Success> {
  const refusal = answer.success?.outcomes[0]?.refusal
  return refusal ? { problem: { code: refusal.code, retryAt: refusal.retryAt } } : answer
}
