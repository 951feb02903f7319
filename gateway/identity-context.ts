import type { SchemaContext } from '../schema/context.js'
import type { Me } from '../schema/session/session.type.js'
import { InputError, signInFirst } from './domain/errors.js'
import { grantable, mayManage, type Rights } from './domain/person/rights.js'
import { isManager } from './domain/person/role.js'
import type { PersonViewer, SessionProof, Viewer } from './domain/person/viewer.js'
import { refusal, type Refusal, type Result } from './domain/refusal.js'
import { createAccessToken, listAccessTokens, revokeAccessToken } from './storage/access-token/access-tokens.js'
import { type BadgeDeps, issueBadge, signInWithBadge } from './storage/badge/badges.js'
import { whenAvailable } from './storage/database-error.js'
import type { StorageDeps } from './storage/deps.js'
import { findPerson, listPeople } from './storage/person/list-people.js'
import type { Managing } from './storage/person/manageable.js'
import { createPerson, resetSignIn, setDisabled, setGrants } from './storage/person/manage-people.js'
import { confirmIdentity, disableTotp, enableTotp, offerTotp, setPassword } from './storage/person/own-sign-in.js'
import { endSession } from './storage/session/end-session.js'
import { findViewers, type ViewerDeps } from './storage/session/find-viewers.js'
import { listSessions } from './storage/session/list-sessions.js'
import type { ProofDeps } from './storage/session/prove-identity.js'
import { createFirstAdmin, signInByLink } from './storage/session/sign-in-links.js'
import { signIn } from './storage/session/sign-in.js'
import type { NewSession } from './storage/session/start-session.js'
import { listWarehouses } from './storage/warehouse/list-warehouses.js'

export interface IdentityDeps extends StorageDeps, BadgeDeps, ProofDeps, ViewerDeps {}

/** Who calls, and the way to hand a session's secret to their browser. */
export interface IdentityCaller {
  readonly viewer: Viewer | undefined
  readonly address: string
  readonly agent: string
  /** What the browser's device cookie says. */
  readonly deviceSecret: string | undefined
  /** Keeps the secret in the browser's cookie, or takes it away. */
  readonly keepSession: (session: Pick<NewSession, 'secret' | 'expiresAt'> | null) => void
}

/** How long a proof of identity is fresh enough for what matters, ms. */
const FRESH_MS = 10 * 60_000

/** The person who is signed in; a board is nobody. Throws SIGN_IN_REQUIRED. */
export const mustBe = (viewer: Viewer | undefined): PersonViewer => {
  if (viewer?.kind !== 'PERSON') throw new InputError('SIGN_IN_REQUIRED', signInFirst)
  return viewer
}

const freshUntil = ({ authenticatedAt }: SessionProof) => authenticatedAt + FRESH_MS

/** What stands in the way of something that matters: it takes a session, and a fresh proof of identity. */
export const notFresh = ({ by, demo }: PersonViewer): Refusal | undefined => {
  if (by.kind === 'TOKEN') return refusal('NOT_ALLOWED', 'A token may not do this: sign in with a browser.')
  // A PIN is six digits, and the phone may be in other hands.
  if (by.device !== null) return refusal('NOT_ALLOWED', 'A shared phone may not do this: sign in with a password.')
  // Demo people have nothing to prove themselves with, and nothing to lose.
  if (demo || freshUntil(by) > Date.now()) return undefined
  return refusal('CONFIRM_IDENTITY', 'Prove once more who you are.')
}

/** Fits sign-in, tokens and people to the schema's ports, for one caller. */
export const createIdentityPorts = (
  deps: IdentityDeps,
  caller: IdentityCaller,
  rights: Rights,
): Pick<SchemaContext, 'sessions' | 'accessTokens' | 'people'> => {
  const { viewer, address, agent, deviceSecret, keepSession } = caller
  const self = () => mustBe(viewer)

  const meOf = async ({ personId, by, demo, heldBack }: PersonViewer): Promise<Me> => {
    const person = await whenAvailable(() => findPerson(deps.pool, personId, null))
    if (!person) throw new Error('a person is never deleted')
    const { hasPassword } = person
    const mustEnableAuthenticator = heldBack && !person.totp
    if (by.kind === 'TOKEN')
      return { person, hasPassword, mustEnableAuthenticator, sessionId: null, confirmedUntil: null }
    return {
      person,
      hasPassword,
      mustEnableAuthenticator,
      sessionId: by.id,
      confirmedUntil: new Date(demo ? by.expiresAt : freshUntil(by)),
    }
  }

  const begin = async (result: Result<{ readonly session: NewSession }>): Promise<Result<{ readonly me: Me }>> => {
    if (result.refusal) return result
    const { session } = result
    // Whoever signs in anew is not signed in twice in one browser.
    if (viewer?.kind === 'PERSON' && viewer.by.kind === 'SESSION') await endSession(deps, viewer, viewer.by.id)
    const now = (await findViewers(deps, [session.id])).get(session.id)
    if (now?.kind !== 'PERSON') throw new Error('the session ended as it began')
    keepSession(session)
    return { me: await meOf(now) }
  }

  /** Something about one's own account that takes a fresh proof; answers with who one is after it. */
  const ofMine = async (
    work: (self: PersonViewer) => Promise<Result<object>>,
  ): Promise<Result<{ readonly me: Me }>> => {
    const own = self()
    const stale = notFresh(own)
    if (stale) return { refusal: stale }
    const done = await work(own)
    return done.refusal ? done : { me: await meOf(own) }
  }

  const managed = async <Success extends object>(
    work: (by: Managing) => Promise<Result<Success>>,
  ): Promise<Result<Success>> => {
    const own = self()
    if (rights.where('MANAGE_PEOPLE')?.length === 0)
      return {
        refusal: refusal('NOT_ALLOWED', 'Only managers and administrators may do this, signed in with a browser.'),
      }
    const stale = notFresh(own)
    return stale ? { refusal: stale } : work({ name: own.name, rights })
  }

  return {
    sessions: {
      me: async () => (viewer?.kind === 'PERSON' ? meOf(viewer) : null),
      list: async () => listSessions(deps, self().personId),
      signIn: async (call) => begin(await signIn(deps, { ...call, address, agent })),
      signInByLink: async (secret) => begin(await signInByLink(deps, { secret, agent })),
      createFirstAdmin: async (call) => begin(await createFirstAdmin(deps, { ...call, agent })),
      signInWithBadge: async (call) => begin(await signInWithBadge(deps, { ...call, agent, deviceSecret })),
      async end(id) {
        const signedIn = self()
        const own = id === null || id === signedIn.by.id
        await endSession(deps, signedIn, id ?? signedIn.by.id)
        if (own) keepSession(null)
        return { own }
      },
      async confirm(proof) {
        const own = self()
        if (own.by.kind === 'TOKEN') return { refusal: refusal('NOT_ALLOWED', 'A token may not do this.') }
        const confirmed = await confirmIdentity(deps, own, { ...proof, address })
        if (confirmed.refusal) return confirmed
        return { me: await meOf({ ...own, by: { ...own.by, authenticatedAt: Date.now() } }) }
      },
      setPassword: (call) => ofMine((own) => setPassword(deps, own, call)),
      async offerAuthenticator() {
        const own = self()
        const stale = notFresh(own)
        return stale ? { refusal: stale } : offerTotp(deps, own.name)
      },
      disableAuthenticator: () =>
        ofMine(async (own) =>
          deps.demandAuthenticator && !own.demo && isManager(own.grants)
            ? { refusal: refusal('NOT_ALLOWED', 'Managers and administrators keep one: set up another instead.') }
            : disableTotp(deps, own),
        ),
      enableAuthenticator: (call) => ofMine((own) => enableTotp(deps, own, call)),
    },
    accessTokens: {
      list: async () => listAccessTokens(deps, self().personId),
      async create(call) {
        const own = self()
        const stale = notFresh(own)
        return stale ? { refusal: stale } : createAccessToken(deps, { ...call, personId: own.personId })
      },
      async revoke(id) {
        const { personId } = self()
        await revokeAccessToken(deps, personId, id)
        return { accessTokens: await listAccessTokens(deps, personId) }
      },
    },
    people: {
      async list() {
        self()
        const managed = rights.where('MANAGE_PEOPLE')
        if (managed?.length === 0)
          throw new InputError('FORBIDDEN', 'Only managers and administrators see people, signed in with a browser.')
        return listPeople(deps, managed)
      },
      mayManage: (person) => mayManage(rights, person),
      async grantable() {
        const managed = rights.where('MANAGE_PEOPLE')
        return grantable(rights, managed ?? (await listWarehouses(deps, null)).map(({ id }) => id))
      },
      create: (call) => managed((by) => createPerson(deps, by, { ...call, grants: call.grants.map(toGrant) })),
      setGrants: (call) => managed((by) => setGrants(deps, by, { ...call, grants: call.grants.map(toGrant) })),
      setDisabled: (call) => managed((by) => setDisabled(deps, by, call)),
      resetSignIn: (call) => managed((by) => resetSignIn(deps, by, call)),
      issueBadge: ({ personId }) => managed((by) => issueBadge(deps, by, personId)),
    },
  }
}

const toGrant = <R>({ role, warehouseId }: { readonly role: R; readonly warehouseId?: string | null }) => ({
  role,
  warehouseId: warehouseId ?? null,
})
