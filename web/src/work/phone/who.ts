import { isBadge } from '../../ui/badge-text'

/** Whose phone this is just now. */
export interface Who {
  readonly personId: string
  readonly person: string
  readonly warehouseId: string
  readonly device: string | null
  /** SHA-256 of the badge that was signed in with: it unlocks the screen without the server. Null after a password. */
  readonly badgeHash: string | null
}

/** After so long without a touch or a scan the screen locks, ms. */
export const LOCKS_AFTER = 15 * 60_000

/** SHA-256, hexadecimal. A badge holds 128 random bits: its hash tells nothing of it. */
export async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether a scan is the badge of whoever works here. */
export const isOwnBadge = async ({ badgeHash }: Who, text: string): Promise<boolean> =>
  badgeHash !== null && isBadge(text) && (await hashOf(text)) === badgeHash
