import { ownHash } from '../door'

/** Sends a secret in every place where it does not belong, as a broken program or somebody in a hurry would. */
export async function sendBadInput(url: string, secret: string, token: string): Promise<void> {
  const persisted = (mutation: string) => ({ persistedQuery: { version: 1, sha256Hash: ownHash(mutation) } })
  const post = async (body: string, headers: Readonly<Record<string, string>> = {}, search = ''): Promise<void> => {
    const answer = await fetch(`${url}/graphql${search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body,
    })
    await answer.arrayBuffer()
  }
  const give = (mutation: string, variables: unknown) =>
    post(JSON.stringify({ query: '', variables, extensions: persisted(mutation) }))
  const bearer = { authorization: `Bearer ${token}` }

  // No JSON, no GraphQL over HTTP, no such content, too much of it.
  await post(`{"variables":{"password":"${secret}"`)
  await post(JSON.stringify({ query: [secret], password: secret }))
  await post(`password=${secret}`, { 'content-type': 'application/x-www-form-urlencoded' })
  await post(JSON.stringify({ query: '', variables: { password: secret.repeat(20_000) } }))
  // Of another type than the operation declares, or more or less than it declares.
  await give('SignIn', { login: [secret], password: { text: secret } })
  await give('SignIn', { login: secret, password: null })
  await give('SignIn', secret)
  await give('SignIn', { login: 'anna', password: secret.repeat(50), code: secret })
  await give('SignInByLink', { secret: `${secret}\0` })
  await give('FinishPairing', { deviceCode: [[secret]] })
  await give('SetRoles', { personId: { id: secret }, roles: [{ role: secret, warehouseId: 7 }] })
  await post(
    JSON.stringify({
      query: 'query ($first: Int, $after: String) { orders(first: $first, after: $after) { edges { node { id } } } }',
      variables: { first: secret, after: secret },
    }),
    bearer,
  )
  await post(
    JSON.stringify({
      query:
        'mutation ($id: UUID!, $at: [WbOrder!]!) { importOrders(commandId: $id, sellerAccountId: "none", orders: $at) { __typename } }',
      variables: { id: secret, at: [secret] },
    }),
    bearer,
  )
  // In the address, in credentials of another kind, in a header that is read.
  await post('{}', {}, `?password=${secret}`)
  await fetch(`${url}/sign-in?link=${secret}`)
  await fetch(`${url}/none/${secret}?token=${secret}`)
  for (const authorization of [`Bearer ${secret}`, `Basic ${secret}`, secret])
    await post(JSON.stringify({ query: '{ me { person { name } } }' }), { authorization })
  await post(JSON.stringify({ query: '{ me { person { name } } }' }), { ...bearer, 'x-device': `%${secret}` })
}

/** Opens a WebSocket, says this, and waits until it is closed. */
const say = (url: string, messages: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
    socket.addEventListener('open', () => messages.forEach((message) => socket.send(message)))
    socket.addEventListener('close', () => resolve())
  })

/** The same over WebSocket; what is right with it is the token. */
export async function sayBadInput(url: string, secret: string, token: string): Promise<void> {
  const init = (payload: object) => JSON.stringify({ type: 'connection_init', payload })
  const subscribe = (payload: object) => JSON.stringify({ id: 'a', type: 'subscribe', payload })
  const welcome = init({ authorization: `Bearer ${token}` })
  await Promise.all([
    say(url, [`{"type":"connection_init","payload":{"authorization":"${secret}`]),
    say(url, [init({ authorization: `Bearer ${secret}` })]),
    say(url, [init({ authorization: `Bearer ${token}`, 'x-device': `%${secret}` })]),
    say(url, [subscribe({ query: `subscription { ${secret} }` })]),
    say(url, [
      welcome,
      subscribe({
        query: 'subscription ($w: ID!, $a: SafeInt) { orderBoard(warehouseId: $w, after: $a) { seq } }',
        variables: { w: [secret], a: secret },
      }),
      JSON.stringify({ type: secret }),
    ]),
  ])
}
