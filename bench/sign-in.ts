// How many sign in with a password at once, and what that costs a picker: sign-ins one after the other, and a hundred of them
// at any time, each from an account of its own. `npm run bench sign-in`
import { hashPassword } from '../gateway/storage/secret/password-hash.js'
import { folders } from '../gateway/folders.js'
import { loadTrustedDocuments } from '../gateway/transport/trusted-documents.js'
import { askForOrders } from './lib/ask-for-orders.js'
import { openPool, startBenchServer } from './lib/bench-database.js'
import { type Closers, withClosers } from './lib/closers.js'
import { fill } from './lib/fill.js'
import { longestHold } from './lib/longest-hold.js'
import { makeToken } from './lib/make-token.js'
import { createPost } from './lib/post.js'
import { startGateway } from './lib/server-process.js'
import { median, quantile } from './lib/stats.js'
import { printMachine, printTable } from './lib/table.js'

const together = 100
const forMs = 15_000
const live = 600
const password = 'four words by chance'
/** A gateway looks at a hundred tries of an address in a day. */
const triesOfAddress = 50

const run = async (closers: Closers) => {
  const database = await startBenchServer(closers)
  const url = await database.createDatabase('sign_in')
  const pool = openPool(url, closers)
  const [warehouse] = await fill(pool, { warehouses: 1, live })
  const picker = { token: await makeToken(pool, 'picker'), ids: warehouse?.liveIds ?? [] }
  await pool.query(
    `INSERT INTO person (id, name, login, password_hash) SELECT gen_random_uuid(), 'person ' || n, 'person' || n, $2
     FROM generate_series(1, $1) n`,
    [together, await hashPassword(password)],
  )
  const documents = await loadTrustedDocuments(folders.webDocuments, undefined)
  const [sha256Hash] = [...documents].find(([, text]) => text.includes('mutation SignIn(')) ?? []
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const gateway = await startGateway(url, closers)
  const post = createPost(gateway.url, closers)

  let tries = 0
  /** Whether it was: a gateway that has too many waiting says so. */
  const signIn = async (person: number): Promise<boolean> => {
    const from = Math.floor(tries++ / triesOfAddress)
    const { headers } = await post(
      { query: '', extensions, variables: { login: `person${person}`, password, code: null } },
      { localAddress: `127.0.${1 + Math.floor(from / 250)}.${1 + (from % 250)}` },
    )
    return headers['set-cookie'] !== undefined
  }
  /** What the sign-ins took, ms, by so many people who each sign in again as soon as they are in. */
  const signInAll = async (people: number, until: number) => {
    const took: number[] = []
    let refused = 0
    const began = performance.now()
    const one = async (_: unknown, index: number) => {
      while (performance.now() < until) {
        const start = performance.now()
        if (await signIn(1 + index)) took.push(performance.now() - start)
        else refused += 1
      }
    }
    await Promise.all(Array.from({ length: people }, one))
    return { took, refused, aSecond: (took.length / (performance.now() - began)) * 1_000 }
  }
  const measure = async (people: number) => {
    await longestHold(gateway.url)
    const until = performance.now() + forMs
    const [asked, signedIn] = await Promise.all([askForOrders(post, picker, until), signInAll(people, until)])
    const hold = await longestHold(gateway.url)
    const { took, refused, aSecond } = signedIn
    return [
      ...[people === 0 ? '–' : aSecond, refused, median(took), quantile(took, 0.95)],
      ...[median(asked), quantile(asked, 0.95), quantile(asked, 0.99), hold],
    ]
  }

  await askForOrders(post, picker, performance.now() + 3_000)
  const rows = []
  for (const people of [0, 1, together]) rows.push([`${people}`, ...(await measure(people))])
  console.log('\nA picker asks for an order every 10 ms meanwhile; ms')
  printTable(
    [
      ...['sign in at once', 'sign-ins/s', 'refused', 'p50', 'p95'],
      ...['picker’s p50', 'p95', 'p99', 'longest hold of the event loop'],
    ],
    rows,
  )
}

printMachine()
await withClosers(run)
