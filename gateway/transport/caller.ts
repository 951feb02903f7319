import type { Viewer } from '../domain/person/viewer.js'
import { transportLimits } from './limits.js'

/** Who gives a command and on which device, as they say themselves: it counts while nobody has to sign in. */
export interface SaidNames {
  readonly actor: string | undefined
  readonly device: string | undefined
}

/** Who calls: as they proved it, and as they say. */
export interface Caller extends SaidNames {
  readonly viewer: Viewer | undefined
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

// Control characters, lone surrogates, line and paragraph ends; joiners stay, emoji are made with them.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/** Header bytes reach us as latin1; a client that sent UTF-8 as it is means UTF-8. */
const fromHeader = (value: string): string => {
  if (!/^[\u0000-\u00ff]*[\u0080-\u00ff][\u0000-\u00ff]*$/.test(value)) return value
  const text = Buffer.from(value, 'latin1').toString('utf8')
  return text.includes('\ufffd') ? value : text
}

/** A name as sent, or why it cannot be taken. */
const readName = (value: unknown): { readonly name: string | undefined } | { readonly fault: string } => {
  if (value === undefined || value === null) return { name: undefined }
  if (typeof value !== 'string') return { fault: 'must be one text' }
  let name: string
  try {
    name = decodeURIComponent(fromHeader(value)).trim().normalize('NFC')
  } catch {
    return { fault: 'must be percent-encoded UTF-8' }
  }
  if ([...name].length > transportLimits.actorLength)
    return { fault: `must have at most ${transportLimits.actorLength} characters` }
  if (unprintable.test(name)) return { fault: 'must not have control characters' }
  return { name: name === '' ? undefined : name }
}

/** Reads `x-actor` and `x-device` of HTTP headers or of a WebSocket's init payload; or what is wrong with them. */
export const readNames = (fields: Readonly<Record<string, unknown>>): SaidNames | { readonly fault: string } => {
  const actor = readName(fields['x-actor'])
  if ('fault' in actor) return { fault: `x-actor ${actor.fault}` }
  const device = readName(fields['x-device'])
  if ('fault' in device) return { fault: `x-device ${device.fault}` }
  return { actor: actor.name, device: device.name }
}
