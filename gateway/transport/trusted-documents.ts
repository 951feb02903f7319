import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Documents that may be run by the SHA-256 of their text, known since the start: hash → text. */
export type TrustedDocuments = ReadonlyMap<string, string>

/** A manifest cannot be used; the message says which and why. */
export class ManifestError extends Error {
  constructor(file: string, fault: string) {
    super(`the manifest of documents ${file} ${fault}`)
    this.name = 'ManifestError'
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const manifest = z.record(z.string(), z.string())

const readManifest = async (file: string): Promise<Readonly<Record<string, string>>> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new ManifestError(file, `cannot be read: ${error.message}`)
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ManifestError(file, 'is not JSON')
  }
  const { data } = manifest.safeParse(value)
  if (!data) throw new ManifestError(file, 'must be one JSON object: the SHA-256 of each document → its text')
  for (const [hash, document] of Object.entries(data))
    if (sha256(document) !== hash)
      throw new ManifestError(file, `says ${hash} of a document whose SHA-256 is ${sha256(document)}`)
  return data
}

const manifestsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: Error) => {
    throw new ManifestError(folder, `cannot be listed: ${error.message}`)
  })
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name))
}

/** Reads the manifest of our own screens and every `*.json` of the folder, if there is one. Throws ManifestError. */
export const loadTrustedDocuments = async (own: string, folder: string | undefined): Promise<TrustedDocuments> => {
  const files = [own, ...(folder === undefined ? [] : await manifestsIn(folder))]
  const manifests = await Promise.all(files.map(readManifest))
  return new Map(manifests.flatMap((documents) => Object.entries(documents)))
}
