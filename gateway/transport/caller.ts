import type { Viewer } from '../domain/person/viewer.js'
import { transportLimits } from './limits.js'
import type { Way } from './way.js'

/** Who calls. */
export interface Caller {
  /** As they proved it; undefined: nobody is signed in. */
  readonly viewer: Viewer | undefined
  readonly way: Way
  /** What a program says of the device that it runs on: kept beside what it does, and never a proof. */
  readonly device: string | undefined
  /** Where from; counted by throttles, never trusted. */
  readonly address: string
  /** What their program calls itself. */
  readonly agent: string
  /** What the browser's device cookie says. */
  readonly deviceSecret: string | undefined
  /** Keeps a device's secret in its cookie. */
  readonly keepDevice: (device: { readonly secret: string; readonly expiresAt: Date }) => void
  /** Keeps a session's secret in the browser's cookie, or takes it away (null). */
  readonly keepSession: (session: { readonly secret: string; readonly expiresAt: Date } | null) => void
}

/** Whom a caller is counted as: a person over all their sessions and tokens, a board, or the address of nobody. */
export const callerName = ({ viewer, address }: Pick<Caller, 'viewer' | 'address'>): string =>
  viewer ? (viewer.kind === 'PERSON' ? `person ${viewer.personId}` : `device ${viewer.by.id}`) : addressName(address)

/** Whom an address is counted as, as long as it is not known who calls from it. */
export const addressName = (address: string | undefined): string => `address ${address}`

// Control characters, lone surrogates, line and paragraph ends; joiners stay, emoji are made with them.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/** Header bytes reach us as latin1; a client that sent UTF-8 as it is means UTF-8. */
const fromHeader = (value: string): string => {
  if (!/^[\u0000-\u00ff]*$/.test(value)) return value
  const text = Buffer.from(value, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? value : text
}

const fault = (what: string) => ({ fault: `x-device ${what}` })

/** Reads `x-device` of HTTP headers or of a WebSocket's init payload; or what is wrong with it. */
export const readDevice = (
  fields: Readonly<Record<string, unknown>>,
): { readonly device: string | undefined } | { readonly fault: string } => {
  const value = fields['x-device']
  if (value === undefined || value === null) return { device: undefined }
  if (typeof value !== 'string') return fault('must be one text')
  let name: string
  try {
    name = decodeURIComponent(fromHeader(value)).trim().normalize('NFC')
  } catch {
    return fault('must be percent-encoded UTF-8')
  }
  if ([...name].length > transportLimits.deviceLength)
    return fault(`must have at most ${transportLimits.deviceLength} characters`)
  if (unprintable.test(name)) return fault('must not have control characters')
  return { device: name === '' ? undefined : name }
}
