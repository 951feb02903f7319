/** What somebody proves who they are with on a gateway, wherever it listens. */
export type Credential = (url: string) => {
  readonly headers: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, unknown>>
}

const cookie =
  (kind: 'session' | 'device') =>
  (secret: string): Credential =>
  (url) => ({ headers: { origin: url, cookie: `wba-${kind}-${new URL(url).port}=${secret}` }, params: {} })

/** A browser that somebody is signed in with. */
export const bySession = cookie('session')
/** A board that was let in. */
export const byDevice = cookie('device')
/** A program. */
export const byToken =
  (secret: string): Credential =>
  () => ({ headers: {}, params: { authorization: `Bearer ${secret}` } })
