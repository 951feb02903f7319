import { generate } from 'otplib'
import pLimit from 'p-limit'
import { type Browser, createBrowser, type Given, mutations } from '../identity/browser.js'
import { invite } from '../identity/first-admin.js'
import { byDevice, bySession, byToken, type Credential } from './credential.js'
import type { Kind } from './documents.js'
import type { Fleet } from './fleet.js'

/** Somebody who is about to lose a right. */
export interface Victim {
  /** How they lose it. */
  readonly way: string
  readonly credential: Credential
  /** The streams that they may follow; absent: both. */
  readonly kinds?: readonly Kind[]
  readonly take: () => Promise<unknown>
  /** Another one of the same person, which stays good. */
  readonly kept?: Credential
}

const password = 'вечером ели пирог'

const done = async (given: Promise<Given>): Promise<Given> => {
  const answer = await given
  if (answer.code !== undefined) throw new Error(JSON.stringify(answer))
  return answer
}
const sessionOf = ({ session }: Browser): Credential => bySession(session ?? '')

let made = 0
const newName = (what: string) => `${what} ${(made += 1)}`

/** Somebody of that role in the warehouse, signed in by a link. */
export const makePerson = (fleet: Fleet, role: string, warehouseId: string) => {
  const name = newName(role.toLowerCase())
  return invite(fleet.url, fleet.admin, { name, roles: [{ role, warehouseId }] })
}

/** An access token of somebody's. */
export const makeToken = async (browser: Browser) => {
  const { secret = '', accessToken } = await done(
    browser.give(mutations.createAccessToken, { name: newName('token'), scopes: ['READ', 'FLOOR'], days: 1 }),
  )
  return { credential: byToken(secret), id: accessToken?.id }
}

const makeDevice = async ({ url, admin, database }: Fleet, kind: 'BOARD' | 'PHONE', warehouseId: string) => {
  const browser = createBrowser(url)
  // Whoever lets a dozen devices in would have to wait.
  await database.owner.query('DELETE FROM throttle')
  const { deviceCode, userCode } = await done(browser.give(mutations.startPairing, { kind }))
  await done(admin.give(mutations.approvePairing, { userCode, name: newName(kind.toLowerCase()), warehouseId }))
  const { device } = await done(browser.give(mutations.finishPairing, { deviceCode }))
  const [, secret = ''] = /wba-device-\d+=([\w-]+)/.exec(browser.setCookies.join()) ?? []
  return { browser, id: device?.id, credential: byDevice(secret) }
}

/** A board of the warehouse: it is shown no histories. */
export const makeBoard = async (fleet: Fleet, warehouseId: string) => {
  const kinds: readonly Kind[] = ['orderBoard']
  return { ...(await makeDevice(fleet, 'BOARD', warehouseId)), kinds }
}

/** A phone on which a picker has signed in with their badge. */
export const makePhone = async (fleet: Fleet, warehouseId: string) => {
  const { id: personId } = await makePerson(fleet, 'PICKER', warehouseId)
  const { badge, pin } = await done(fleet.admin.give(mutations.issueBadge, { personId }))
  const { browser, id } = await makeDevice(fleet, 'PHONE', warehouseId)
  await done(browser.give(mutations.signInWithBadge, { badge, pin }))
  return { personId, id, credential: sessionOf(browser) }
}

/** A person with two sessions. */
const makeTwice = async (fleet: Fleet, warehouseId: string) => {
  const { browser: first } = await makePerson(fleet, 'SHIFT_LEAD', warehouseId)
  const login = newName('login').replace(' ', '-')
  const { me } = await done(first.give(mutations.setPassword, { login, password }))
  const second = createBrowser(fleet.url)
  await done(second.give(mutations.signIn, { login, password }))
  return { first, second, login, sessionId: me?.sessionId }
}

type Lost = Omit<Victim, 'way'>

/** Every way to lose a right. */
const ways: Readonly<Record<string, (fleet: Fleet, warehouseId: string) => Promise<Lost>>> = {
  async 'role lowered'(fleet, warehouseId) {
    const { id: personId, browser } = await makePerson(fleet, 'MANAGER', warehouseId)
    const roles = [{ role: 'PICKER', warehouseId }]
    return {
      credential: sessionOf(browser),
      take: () => done(fleet.admin.give(mutations.setRoles, { personId, roles })),
    }
  },
  async 'roles taken'(fleet, warehouseId) {
    const { id: personId, browser } = await makePerson(fleet, 'PICKER', warehouseId)
    const call = { personId, roles: [] }
    return { credential: sessionOf(browser), take: () => done(fleet.admin.give(mutations.setRoles, call)) }
  },
  async 'person disabled'(fleet, warehouseId) {
    const { id: personId, browser } = await makePerson(fleet, 'PACKER', warehouseId)
    const call = { personId, disabled: true }
    return { credential: sessionOf(browser), take: () => done(fleet.admin.give(mutations.setPersonDisabled, call)) }
  },
  async 'sign-in reset'(fleet, warehouseId) {
    const { id: personId, browser } = await makePerson(fleet, 'ANALYST', warehouseId)
    return { credential: sessionOf(browser), take: () => done(fleet.admin.give(mutations.resetSignIn, { personId })) }
  },
  async 'session ended by itself'(fleet, warehouseId) {
    const { browser } = await makePerson(fleet, 'PICKER', warehouseId)
    return { credential: sessionOf(browser), take: () => done(browser.give(mutations.endSession)) }
  },
  async 'session ended by another'(fleet, warehouseId) {
    const { first, second, sessionId: id } = await makeTwice(fleet, warehouseId)
    const take = () => done(second.give(mutations.endSession, { id }))
    return { credential: sessionOf(first), kept: sessionOf(second), take }
  },
  async 'password changed'(fleet, warehouseId) {
    const { first, second, login } = await makeTwice(fleet, warehouseId)
    const take = () => done(second.give(mutations.setPassword, { login, password: `${password} 2` }))
    return { credential: sessionOf(first), kept: sessionOf(second), take }
  },
  async 'authenticator set up'(fleet, warehouseId) {
    const { first, second } = await makeTwice(fleet, warehouseId)
    const { secret = '' } = await done(second.give(mutations.offerAuthenticator))
    const take = async () => {
      const call = { secret, code: await generate({ secret }) }
      return done(second.give(mutations.enableAuthenticator, call))
    }
    return { credential: sessionOf(first), kept: sessionOf(second), take }
  },
  async 'token revoked'(fleet, warehouseId) {
    const { browser } = await makePerson(fleet, 'PICKER', warehouseId)
    const { credential, id } = await makeToken(browser)
    const take = () => done(browser.give(mutations.revokeAccessToken, { id }))
    return { credential, kept: sessionOf(browser), take }
  },
  async 'board removed'(fleet, warehouseId) {
    const { credential, kinds, id } = await makeBoard(fleet, warehouseId)
    return { credential, kinds, take: () => done(fleet.admin.give(mutations.removeDevice, { id })) }
  },
  async 'phone removed'(fleet, warehouseId) {
    const { credential, id } = await makePhone(fleet, warehouseId)
    return { credential, take: () => done(fleet.admin.give(mutations.removeDevice, { id })) }
  },
  async 'badge issued anew'(fleet, warehouseId) {
    const { credential, personId } = await makePhone(fleet, warehouseId)
    return { credential, take: () => done(fleet.admin.give(mutations.issueBadge, { personId })) }
  },
}

/** One for each way to lose a right, or for some of them. */
export const makeVictims = (
  fleet: Fleet,
  warehouseId: string,
  of: readonly string[] = Object.keys(ways),
): Promise<readonly Victim[]> => {
  // Whoever changes rights waits for the one before, a second at most.
  const limit = pLimit(2)
  const one = async (way: string) => {
    const make = ways[way]
    if (!make) throw new Error(`nobody loses a right by ${way}`)
    return { way, ...(await make(fleet, warehouseId)) }
  }
  return Promise.all(of.map((way) => limit(() => one(way))))
}
