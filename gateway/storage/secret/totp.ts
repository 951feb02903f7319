import { generateSecret, generateURI, verify } from 'otplib'
import type { Tx } from '../transaction.js'
import { seal, unseal } from './sealed.js'

export interface TotpDeps {
  /** What secrets are sealed with, kept outside of the database; undefined: authenticators are off. */
  readonly totpKey: Buffer | undefined
}

/** Somebody with an authenticator. */
export interface TotpOwner {
  readonly id: string
  readonly totpSecret: Buffer
  /** The step of the last code that was taken. */
  readonly totpLastStep: number | null
}

/** A new secret (Base32) and its `otpauth:` address. */
export const newTotp = (name: string): { readonly secret: string; readonly uri: string } => {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: 'WB Assistant', label: name, secret }) }
}

/** What is kept of a secret: it opens for this person alone. */
export const sealTotp = (secret: string, personId: string, key: Buffer): Buffer => seal(secret, personId, key)

const open = ({ totpKey }: TotpDeps, { id, totpSecret }: TotpOwner): string => {
  try {
    if (!totpKey) throw new Error('there is no key')
    return unseal(totpSecret, id, totpKey)
  } catch (cause) {
    throw new Error(`the authenticator of person ${id} cannot be opened: is TOTP_KEY the one of before?`, { cause })
  }
}

/** Takes a code once: the step it stands for and those before it are spent with it. */
export const spendCode = async (tx: Tx, deps: TotpDeps, owner: TotpOwner, code: string): Promise<boolean> => {
  const secret = open(deps, owner)
  if (!/^\d{6}$/.test(code)) return false
  // A clock may be half a minute off.
  const checked = await verify({
    secret,
    token: code,
    epochTolerance: 30,
    ...(owner.totpLastStep !== null && { afterTimeStep: owner.totpLastStep }),
  })
  if (!checked.valid || !('timeStep' in checked)) return false
  const spent = await tx.query(
    'UPDATE person SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
    [owner.id, checked.timeStep],
  )
  return spent.rowCount === 1
}
