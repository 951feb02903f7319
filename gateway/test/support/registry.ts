import { createHash } from 'node:crypto'
import { folders } from '../../folders.js'
import { loadTrustedDocuments } from '../../transport/trusted-documents.js'

// One for all gateways of this process: a manifest says nothing of who may run what.
const texts = new Map(await loadTrustedDocuments(folders.webDocuments, undefined))

/** Documents that the tests' gateways trust: those of our screens, and what browsers of tests register. */
export const registry: ReadonlyMap<string, string> = texts

/** A document of our own screens by its operation's name: what a program of its own trusts without a manifest of ours. */
export const ownDocument = (name: string): string => {
  const found = [...texts.values()].find((text) => new RegExp(`\\b(query|mutation) ${name}\\b`).test(text))
  if (found === undefined) throw new Error(`no screen has a document ${name}`)
  return found
}

/** A trusted document as a browser asks for it; the gateways of this process trust it from now on. */
export const byHash = (text: string) => {
  const sha256Hash = createHash('sha256').update(text).digest('hex')
  texts.set(sha256Hash, text)
  return { query: '', extensions: { persistedQuery: { version: 1, sha256Hash } } }
}
