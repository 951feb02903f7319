import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What `npm run check` would say of a migration. */
const faultsOf = (sql: string): readonly string[] => {
  const { stdout } = spawnSync('node_modules/.bin/squawk', ['--reporter', 'gcc'], { input: sql, encoding: 'utf8' })
  return [...stdout.matchAll(/(?:warning|error): ([a-z-]+)/g)].map(([, rule = '']) => rule)
}

const timeouts = `SET lock_timeout = '2s'; SET statement_timeout = '10s';\n`

test.each([
  ['ALTER TABLE orders DROP COLUMN price', 'ban-drop-column'],
  ['ALTER TABLE orders RENAME COLUMN price TO cost', 'renaming-column'],
  ['ALTER TABLE orders RENAME TO tasks', 'renaming-table'],
  ['ALTER TABLE orders ADD COLUMN cell uuid NOT NULL', 'adding-required-field'],
  ['ALTER TABLE orders ALTER COLUMN version TYPE text', 'changing-column-type'],
  ['ALTER TABLE orders ALTER COLUMN version SET NOT NULL', 'adding-not-nullable-field'],
  ['CREATE INDEX orders_cell ON orders (cell)', 'require-concurrent-index-creation'],
  ['ALTER TABLE orders ADD CONSTRAINT c CHECK (version > 0)', 'constraint-missing-not-valid'],
])('%s is refused: it locks or breaks the running version', (sql, rule) => {
  expect(faultsOf(timeouts + sql)).toContain(rule)
})

test('what locks must say for how long it waits', () => {
  expect(faultsOf('ALTER TABLE orders ADD COLUMN cell uuid')).toContain('require-lock-timeout')
})

test('what expands is let through, and so is what contracts and says so', () => {
  const expands = 'CREATE TABLE cell (id uuid PRIMARY KEY); ALTER TABLE orders ADD COLUMN cell_id uuid;'
  const contracts = '-- squawk-ignore ban-drop-column\nALTER TABLE orders DROP COLUMN price;'
  expect(faultsOf(timeouts + expands)).toEqual([])
  expect(faultsOf(timeouts + contracts)).toEqual([])
})
