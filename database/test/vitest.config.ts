import { defineConfig } from 'vitest/config'

// Apart from `npm test`: it downloads a small Debian, and takes minutes that other tests have no use for.
export default defineConfig({
  test: {
    name: 'drill',
    dir: 'database/test',
    include: ['**/*.test.ts'],
    reporters: ['default', './scripts/test-summary.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
