/** The paths that the gateway serves; no other file spells one out. */
export const paths = Object.freeze({
  graphql: '/graphql',
  graphiql: '/graphiql',
  /** With a link's secret after the `#`. */
  signIn: '/sign-in',
  /** The picker's phone: a page with a worker and a manifest of its own. */
  work: '/work',
  /** The shift lead's page. */
  lead: '/lead',
  /** Where a board or a phone is let in. */
  pair: '/pair',
  live: '/health/live',
  ready: '/health/ready',
  metrics: '/metrics',
  /** Built files whose names hold their hash: they never change. */
  assets: '/assets/',
  /** Pages of the web client: the browser's own router takes it from there. */
  app: Object.freeze([
    '/',
    '/board',
    '/board/*',
    '/sign-in',
    '/account',
    '/people',
    '/pair',
    '/devices',
    '/badge',
    '/audit',
    '/lead',
    '/lead/*',
  ]),
})

/** Files of the web build that answer for a page. */
export const pageFiles = Object.freeze({
  app: 'index.html',
  work: 'work.html',
  sandbox: 'sandbox.html',
  graphiql: 'graphiql.html',
})
