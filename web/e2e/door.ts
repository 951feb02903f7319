import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { BrowserContextOptions } from 'playwright-core'
import { makeDemoLinks, makeDemoTokens, saveDemoPeople } from '../../gateway/storage/demo/demo-people.js'
import { makeApprovedPairing } from '../../gateway/storage/device/pairing.js'
import { inTransaction } from '../../gateway/storage/transaction.js'
import { openDatabase } from './identity'
import type { Product } from './product'

/** What a browser must have kept to be somebody. */
export type Kept = Pick<BrowserContextOptions, 'storageState'>

/** Ways to be somebody at a product without the screens that are for it: they have tests of their own. */
export interface Door {
  /** Access token of the administrator Анна. */
  readonly token: string
  /** A browser in which Анна is signed in. */
  readonly desk: Kept
  /** A browser that was let in as a board of the warehouse. */
  readonly boardOf: (warehouseId: string) => Promise<Kept>
}

const anna = { name: 'Анна', role: 'ADMIN' } as const
const manifest = new URL('../src/gql/persisted-documents.json', import.meta.url)

/** The texts of the screens' own operations, by their hashes. */
export const ownDocuments = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, string>>

/** The hash of one of the screens' own operations. */
export const ownHash = (name: string): string | undefined =>
  Object.entries(ownDocuments).find(
    ([, text]) => text.includes(`mutation ${name}(`) || text.includes(`query ${name} {`),
  )?.[0]

/** Sends one of the screens' own operations, as a page of the product would, in a browser that has kept this or nothing. */
async function send(url: string, name: string, variables: object, kept?: Kept): Promise<Response> {
  const sha256Hash = ownHash(name)
  const { storageState } = kept ?? {}
  const cookies = typeof storageState === 'object' ? storageState.cookies : []
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify({ query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  })
}

/** What one of the screens' own mutations answers; throws when it is refused. */
export async function giveOwn(
  url: string,
  mutation: string,
  variables: object,
  kept?: Kept,
): Promise<Readonly<Record<string, string>>> {
  const answer: unknown = await (await send(url, mutation, variables, kept)).json()
  const { data } = answer as { readonly data?: { readonly result?: Readonly<Record<string, string>> } }
  if (!data?.result || data.result['__typename'] === 'Refusal')
    throw new Error(`${mutation}: ${JSON.stringify(answer)}`)
  return data.result
}

/** The name of whoever is signed in, in a browser that has kept this. */
export async function whoIs(url: string, kept: Kept): Promise<string | undefined> {
  const answer: unknown = await (await send(url, 'Viewer', {}, kept)).json()
  const { data } = answer as { readonly data?: { readonly me?: { readonly person: { readonly name: string } } } }
  return data?.me?.person.name
}

/** Gives a mutation that lets a browser in, and keeps the cookie that comes. */
export async function enter(url: string, mutation: string, variables: object): Promise<Kept> {
  const response = await send(url, mutation, variables)
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? '') ?? []
  if (name === undefined || value === undefined) throw new Error(`${mutation} kept nothing: ${await response.text()}`)
  const at = { domain: new URL(url).hostname, path: '/', expires: Date.now() / 1_000 + 86_400 }
  const cookie = { name, value, ...at, httpOnly: true, secure: false, sameSite: 'Strict' } as const
  return { storageState: { cookies: [cookie], origins: [] } }
}

const withDatabase = async <T>(product: Product, work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
  const pool = openDatabase(product)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** Makes Анна, and what she needs to come in. */
export const openDoor = (product: Product): Promise<Door> =>
  withDatabase(product, async (pool) => {
    await saveDemoPeople({ pool }, randomUUID(), [anna])
    const token = (await makeDemoTokens({ pool }, [anna.name], ['READ', 'IMPORT', 'FLOOR'])).get(anna.name)
    const [link] = await makeDemoLinks({ pool }, [anna])
    if (token === undefined || link === undefined) throw new Error('somebody else is Анна')
    return {
      token,
      desk: await enter(product.url, 'SignInByLink', { secret: link.secret }),
      boardOf: (warehouseId) =>
        withDatabase(product, async (again) => {
          const { rows } = await again.query<{ id: string }>('SELECT id FROM person WHERE name = $1', [anna.name])
          const call = { name: 'Доска', warehouseId, personId: rows[0]?.id ?? '', minutes: 10 }
          const deviceCode = await inTransaction(again, (tx) => makeApprovedPairing(tx, call))
          return enter(product.url, 'FinishPairing', { deviceCode })
        }),
    }
  })
