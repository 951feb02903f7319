import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutations } from '../identity/browser.js'

/** What a witness follows. */
export type Kind = 'orderBoard' | 'orderEvents'

/** The two live streams, with what is not for everybody. */
export const subscriptions: Readonly<Record<Kind, string>> = {
  orderBoard: `subscription ($id: ID!) { stream: orderBoard(warehouseId: $id) { __typename seq prevSeq at ... on BoardSnapshot { last orders { price { amount } } } ... on OrderUpserted { order { price { amount } } } } }`,
  orderEvents: `subscription ($id: ID!) { stream: orderEvents(warehouseId: $id) { __typename seq prevSeq at order { price { amount } } } }`,
}

/** A folder with the manifest of what browsers send here: a gateway in a process of its own trusts nothing else of them. */
export const writeManifest = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'wba-documents-'))
  const texts = [...Object.values(mutations), ...Object.values(subscriptions)]
  const manifest = Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]))
  writeFileSync(join(folder, 'revocation.json'), JSON.stringify(manifest))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
