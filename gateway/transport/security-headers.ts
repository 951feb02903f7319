import type { FastifyHelmetOptions } from '@fastify/helmet'

type Policy = Readonly<Record<string, readonly string[]>>

const closed: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'media-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'style-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
}

/** Content security policies by page; nothing may run that did not come from here. */
export const policies = Object.freeze({
  app: { ...closed, 'require-trusted-types-for': ["'script'"] },
  /** The picker's phone: the decoder of its camera is WebAssembly. */
  work: {
    ...closed,
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'require-trusted-types-for': ["'script'"],
  },
  /** Our bundle of @apollo/sandbox: the frame is Apollo's, its requests come through our page. It styles its frame inline. */
  sandbox: {
    ...closed,
    'frame-src': ['https://sandbox.embed.apollographql.com'],
    'style-src': ["'self'", "'unsafe-inline'"],
  },
  /** Monaco makes its style sheets at run time, its workers from blobs, and holds its icon font as data. */
  graphiql: {
    ...closed,
    'style-src': ["'self'", "'unsafe-inline'"],
    'worker-src': ["'self'", 'blob:'],
    'font-src': ["'self'", 'data:'],
  },
} satisfies Readonly<Record<string, Policy>>)

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Headers of every answer. Browsers believe HSTS only where TLS ends, and it is for PUBLIC_URL alone. */
export const helmetFor = (page: keyof typeof policies, publicUrl: URL | undefined): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: Object.fromEntries(Object.entries(policies[page]).map(([name, sources]) => [name, [...sources]])),
  },
  strictTransportSecurity: publicUrl !== undefined && { maxAge: YEAR_SECONDS, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  // Apollo's page opens a window of its own to sign in; the others open none.
  crossOriginOpenerPolicy: { policy: page === 'sandbox' ? 'same-origin-allow-popups' : 'same-origin' },
})
