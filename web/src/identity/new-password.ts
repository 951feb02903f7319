import type { Problem } from '../ui/give'
import type { IdentityMessages } from './messages'

/** Why a new password was refused, as exactly as can be said; null when it was not. */
export function weakness(problem: Problem | null, password: string, say: IdentityMessages): string | null {
  if (problem?.code !== 'WEAK_PASSWORD') return null
  const length = [...password].length
  if (length < 12) return say.passwordShort
  return length > 200 ? say.passwordLong : say.passwordKnown
}
