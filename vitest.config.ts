import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const logModel = 'gateway/test/log-model/**/*.test.ts'
const revocation = 'gateway/test/revocation/**/*.test.ts'
// Browser tests that count seconds: a card within one, stale within five, a scan within 0.1.
const byTheClock = [
  'board-live',
  'board-memory',
  'board-wall',
  'devices',
  'lead',
  'work/demo',
  'work/offline',
  'work/phone',
].map((name) => `web/e2e/${name}.test.ts`)
const database = 'gateway/test/support/global-setup.ts'

// CI's machine may be busy with something else: what waits for a browser may ask once more.
const retries = process.env['CI'] ? 1 : 0

export default defineConfig({
  // graphql has an ESM and a CommonJS half. Vite would take the first and Node (for packages) the second: two of every
  // class, and "Cannot use GraphQLSchema from another module or realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    reporters: ['default', './scripts/test-summary.ts'],
    // A first answer of a cold PostgreSQL on a busy machine takes seconds; a hung test still ends.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // Most tests wait for a database or a process: on two cores the one worker that vitest would take sits idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'gateway',
          include: ['{schema,gateway,prisma,scripts}/**/*.test.ts'],
          exclude: [logModel, revocation],
          globalSetup: [database],
        },
      },
      {
        test: { name: 'web', include: ['{floor,web/src}/**/*.test.{ts,tsx}'] },
      },
      // log-model, revocation and e2e-clock measure against the clock (events through storms of faults, sockets that end
      // within 2 s, a card that moves within 1 s): each has the machine for itself, after the others.
      {
        test: {
          name: 'log-model',
          include: [logModel],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'revocation',
          include: [revocation],
          globalSetup: [database],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['web/e2e/**/*.test.ts'],
          exclude: byTheClock,
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          retry: retries,
        },
      },
      {
        test: {
          name: 'e2e-clock',
          include: byTheClock,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
          testTimeout: 120_000,
          retry: retries,
        },
      },
      // `npm run test:edge` alone: it fetches what these need.
      ...(process.env['EDGE']
        ? [
            {
              test: {
                name: 'edge',
                include: ['traefik/test/**/*.test.ts'],
                globalSetup: ['gateway/test/support/global-setup.ts'],
                testTimeout: 60_000,
              },
            },
          ]
        : []),
    ],
  },
})
