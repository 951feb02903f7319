import { type Browser, createBrowser, mutations } from '../identity/browser.js'
import { adminPassword } from '../identity/first-admin.js'
import { createGatewayProcess, type GatewayProcess } from '../log-model/gateway-process.js'
import { type PgProxy, startPgProxy } from '../log-model/pg-proxy.js'
import { createViolations } from '../log-model/violations.js'
import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { writeManifest } from './documents.js'

/** Gateways as processes on one database, each behind a network of its own. */
export interface Fleet {
  readonly database: TestDatabase
  readonly gateways: readonly { readonly process: GatewayProcess; readonly proxy: PgProxy }[]
  /** Where the first of them is: what people do, they do there. */
  readonly url: string
  /** The first administrator, signed in. */
  readonly admin: Browser
  close(): Promise<void>
}

/** Starts so many gateways. */
export const startFleet = async (size: number): Promise<Fleet> => {
  const database = await createDatabase()
  const documents = writeManifest()
  const env = { DOCUMENTS_DIR: documents.folder, PIN_PEPPER: 'p'.repeat(32), TOTP_KEY: 't'.repeat(32) }
  const one = async (index: number) => {
    const url = new URL(database.url)
    const proxy = await startPgProxy(Number(url.port), { deaf: false })
    url.port = String(proxy.port)
    const options = { name: `gateway ${index + 1}`, databaseUrl: url.href, env }
    const process = await createGatewayProcess({
      ...options,
      violations: createViolations(),
      databaseIsAway: () => false,
    })
    await process.start()
    return { process, proxy }
  }
  const gateways = await Promise.all(Array.from({ length: size }, (_, index) => one(index)))
  const url = gateways[0]?.process.url ?? ''
  const admin = createBrowser(url)
  const secret = await makeFirstAdminLink(database.deps, 10)
  const made = await admin.give(mutations.createFirstAdmin, {
    secret,
    name: 'Анна Админ',
    login: 'anna',
    password: adminPassword,
  })
  if (!made.me) throw new Error(JSON.stringify(made))
  return {
    database,
    gateways,
    url,
    admin,
    async close() {
      for (const { process } of gateways) await process.kill()
      for (const { proxy } of gateways) await proxy.close()
      documents.remove()
      await database.close()
    },
  }
}
