import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import type { StorageDeps } from '../../storage/deps.js'
import { startGateway, type GatewayOptions, type TestGateway } from '../support/server.js'
import { createTestClient } from '../support/client.js'
import { type Browser, createBrowser, mutations } from './browser.js'

export const adminPassword = 'Корабли-в-бутылке-7'

/** Makes a gateway's first administrator, and signs them in. */
export const makeAdmin = async ({ url }: Pick<TestGateway, 'url'>, deps: StorageDeps) => {
  const secret = await makeFirstAdminLink(deps, 10)
  const admin = createBrowser(url)
  const made = await admin.give(mutations.createFirstAdmin, {
    secret,
    name: 'Анна Админ',
    login: 'anna@example.com',
    password: adminPassword,
  })
  if (made.me === undefined) throw new Error(JSON.stringify(made))
  const call = { name: 'seeds', scopes: ['READ', 'IMPORT', 'FLOOR'], days: 1 }
  const { secret: token } = await admin.give(mutations.createAccessToken, call)
  if (token === undefined) throw new Error('no token')
  /** The administrator's own program. */
  const client = createTestClient({ url, tokens: { of: async () => token } }, 'Анна Админ')
  return { admin, adminId: made.me.person.id, client }
}

/** A gateway with its first administrator signed in. */
export const startWithAdmin = async (options: GatewayOptions = {}) => {
  const gateway = await startGateway(options)
  return { gateway, ...(await makeAdmin(gateway, gateway.database.deps)) }
}

/** A person with these roles, signed in for the first time by the link that their maker got. */
export const invite = async (
  url: string,
  by: Browser,
  call: { readonly name: string; readonly login?: string; readonly roles: readonly object[] },
): Promise<{ readonly id: string; readonly browser: Browser }> => {
  const made = await by.give(mutations.createPerson, call)
  if (!made.person) throw new Error(JSON.stringify(made))
  const browser = createBrowser(url)
  const entered = await browser.give(mutations.signInByLink, { secret: made.linkSecret })
  if (!entered.me) throw new Error(JSON.stringify(entered))
  return { id: made.person.id, browser }
}
