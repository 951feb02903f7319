import { WebSocket } from 'ws'
import type { Answer, Variables } from '../support/client.js'
import { byHash } from '../support/registry.js'

/** A browser with a page of the gateway open: it keeps cookies, says its Origin and asks by trusted documents. */
export interface Browser {
  /** Secret of the session's cookie, when it has one. */
  readonly session: string | undefined
  /** Its cookies, as it sends them. */
  readonly cookie: string
  /** Every `Set-Cookie` of the last answer. */
  readonly setCookies: readonly string[]
  send<Data = Record<string, never>>(query: string, variables?: Variables): Promise<Answer<Data>>
  /** The result of a mutation's only field: its success's fields or its refusal's. */
  give<Result = Given>(mutation: string, variables?: Variables): Promise<Result>
  /** A socket with the browser's cookie. */
  open(params?: Readonly<Record<string, unknown>>): Promise<OpenSocket>
}

/** What the identity's mutations answer, as far as the tests ask. */
export interface Given {
  readonly code?: string
  readonly message?: string
  readonly retryAt?: string | null
  readonly me?: {
    readonly person: { readonly id: string; readonly name: string }
    readonly sessionId: string | null
    readonly mustEnableAuthenticator: boolean
  }
  readonly person?: { readonly id: string }
  readonly linkSecret?: string
  readonly secret?: string
  readonly uri?: string
  readonly own?: boolean
  readonly badge?: string
  readonly pin?: string
  readonly deviceCode?: string
  readonly userCode?: string
  readonly device?: { readonly id: string }
  readonly kind?: string
  readonly devices?: readonly object[]
  readonly accessToken?: { readonly id: string; readonly ending: string }
}

/** A WebSocket that has said `connection_init` and heard the answer. */
export interface OpenSocket {
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  subscribe(query: string, variables: Variables): void
  /** Resolves with the first message after the acknowledgement, or when the socket is closed. */
  readonly answered: Promise<void>
  /** Every message so far, parsed. */
  readonly messages: readonly Readonly<Record<string, unknown>>[]
  end(): void
}

/** Opens a socket and says hello; resolves when it is acknowledged or closed. */
export const openSocket = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  params: Readonly<Record<string, unknown>> = {},
): Promise<OpenSocket> => {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  const messages: Readonly<Record<string, unknown>>[] = []
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: closed, resolve: close } = Promise.withResolvers<{ code: number; reason: string }>()
  ws.on('open', () => ws.send(JSON.stringify({ type: 'connection_init', payload: params })))
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  ws.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>)
    begin()
    if (messages.length > 1) answer()
  })
  ws.on('close', (code, reason) => {
    close({ code, reason: reason.toString() })
    begin()
    answer()
  })
  await begun
  return {
    closed,
    answered,
    messages,
    subscribe: (query, variables) =>
      ws.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { ...byHash(query), variables } })),
    end: () => ws.terminate(),
  }
}

/** A browser without a cookie; or, with headers of its own, any other program. */
export const createBrowser = (url: string, own: Readonly<Record<string, string>> = {}): Browser => {
  const jar = new Map<string, string>()
  let setCookies: readonly string[] = []
  const keep = (line: string) => {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = () => {
    const cookie = cookies()
    return { origin: url, ...(cookie !== '' && { cookie }), ...own }
  }
  const send = async <Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers() },
      body: JSON.stringify({ ...byHash(query), variables }),
    })
    setCookies = response.headers.getSetCookie()
    setCookies.forEach(keep)
    return { status: response.status, ...((await response.json()) as object) }
  }
  return {
    get session() {
      return [...jar].find(([name]) => name.startsWith('wba-session-'))?.[1]
    },
    get cookie() {
      return cookies()
    },
    get setCookies() {
      return setCookies
    },
    send,
    async give<Result>(mutation: string, variables: Variables = {}) {
      const { data, errors } = await send<Record<string, Result>>(mutation, variables)
      const [result] = Object.values(data ?? {})
      if (errors || result === undefined) throw new Error(`failed: ${JSON.stringify(errors)}`)
      return result
    },
    // What other programs say in headers they say over WebSocket in the init.
    open: (params) => openSocket(url, headers(), { ...own, ...params }),
  }
}

const refused = '... on Refusal { code message retryAt }'
const me = 'me { person { id name } sessionId mustEnableAuthenticator }'

/** The mutations that the tests give. */
export const mutations = {
  signIn: `mutation ($login: String!, $password: String!, $code: String) { r: signIn(login: $login, password: $password, code: $code) { ... on SignInSuccess { ${me} } ${refused} } }`,
  signInByLink: `mutation ($secret: String!) { r: signInByLink(secret: $secret) { ... on SignInByLinkSuccess { ${me} } ${refused} } }`,
  createFirstAdmin: `mutation ($secret: String!, $name: String!, $login: String!, $password: String!) { r: createFirstAdmin(secret: $secret, name: $name, login: $login, password: $password) { ... on CreateFirstAdminSuccess { ${me} } ${refused} } }`,
  endSession: `mutation ($id: ID) { r: endSession(id: $id) { ... on EndSessionSuccess { own } ${refused} } }`,
  confirmIdentity: `mutation ($password: String!, $code: String) { r: confirmIdentity(password: $password, code: $code) { ... on ConfirmIdentitySuccess { ${me} } ${refused} } }`,
  setPassword: `mutation ($login: String!, $password: String!) { r: setPassword(login: $login, password: $password) { ... on SetPasswordSuccess { ${me} } ${refused} } }`,
  offerAuthenticator: `mutation { r: offerAuthenticator { ... on OfferAuthenticatorSuccess { secret uri } ${refused} } }`,
  enableAuthenticator: `mutation ($secret: String!, $code: String!) { r: enableAuthenticator(secret: $secret, code: $code) { ... on EnableAuthenticatorSuccess { ${me} } ${refused} } }`,
  disableAuthenticator: `mutation { r: disableAuthenticator { ... on DisableAuthenticatorSuccess { ${me} } ${refused} } }`,
  createAccessToken: `mutation ($name: String!, $scopes: [TokenScope!]!, $days: Int!) { r: createAccessToken(name: $name, scopes: $scopes, days: $days) { ... on CreateAccessTokenSuccess { secret accessToken { id ending } } ${refused} } }`,
  revokeAccessToken: `mutation ($id: ID!) { r: revokeAccessToken(id: $id) { ... on RevokeAccessTokenSuccess { accessTokens { id } } ${refused} } }`,
  createPerson: `mutation ($name: String!, $login: String, $roles: [RoleGrantInput!]!) { r: createPerson(name: $name, login: $login, roles: $roles) { ... on CreatePersonSuccess { person { id } linkSecret } ${refused} } }`,
  setRoles: `mutation ($personId: ID!, $roles: [RoleGrantInput!]!) { r: setRoles(personId: $personId, roles: $roles) { ... on SetRolesSuccess { person { id } } ${refused} } }`,
  setPersonDisabled: `mutation ($personId: ID!, $disabled: Boolean!) { r: setPersonDisabled(personId: $personId, disabled: $disabled) { ... on SetPersonDisabledSuccess { person { id } } ${refused} } }`,
  startPairing: `mutation ($kind: DeviceKind) { r: startPairing(kind: $kind) { ... on StartPairingSuccess { deviceCode userCode } ${refused} } }`,
  finishPairing: `mutation ($deviceCode: String!) { r: finishPairing(deviceCode: $deviceCode) { ... on FinishPairingSuccess { device { id } } ${refused} } }`,
  approvePairing: `mutation ($userCode: String!, $name: String!, $warehouseId: ID!) { r: approvePairing(userCode: $userCode, name: $name, warehouseId: $warehouseId) { ... on ApprovePairingSuccess { kind } ${refused} } }`,
  removeDevice: `mutation ($id: ID!) { r: removeDevice(id: $id) { ... on RemoveDeviceSuccess { devices { id } } ${refused} } }`,
  issueBadge: `mutation ($personId: ID!) { r: issueBadge(personId: $personId) { ... on IssueBadgeSuccess { badge pin } ${refused} } }`,
  signInWithBadge: `mutation ($badge: String!, $pin: String!) { r: signInWithBadge(badge: $badge, pin: $pin) { ... on SignInWithBadgeSuccess { ${me} } ${refused} } }`,
  resetSignIn: `mutation ($personId: ID!) { r: resetSignIn(personId: $personId) { ... on ResetSignInSuccess { person { id } linkSecret } ${refused} } }`,
} as const
