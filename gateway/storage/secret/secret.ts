import { createHash, randomBytes } from 'node:crypto'

/** What is kept of a secret: with 256 random bits in it, one round of SHA-256 is enough (ASVS 5.0, 6.5.2). */
export const hashSecret = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A new secret of 256 bits; the text goes to its owner once, the hash is kept. */
export const newSecret = (): { readonly text: string; readonly hash: Buffer } => {
  const text = randomBytes(32).toString('base64url')
  return { text, hash: hashSecret(text) }
}
