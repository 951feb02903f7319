import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const globalSetup = ['gateway/test/support/global-setup.ts'].filter((file) => existsSync(file))

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
    projects: [
      {
        test: {
          name: 'gateway',
          include: ['{schema,gateway,prisma,scripts}/**/*.test.ts'],
          globalSetup,
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['web/e2e/**/*.test.ts'],
          // Browsers are measured against the clock here (a card moves within 1 s): nothing else may run beside them.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
        },
      },
    ],
  },
})
