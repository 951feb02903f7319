/**
 * The files that are generated and committed: each from the one before it. `check` leaves them as they are and fails
 * when they would change.
 * @type {readonly { name: string, write: readonly string[], check: readonly string[] }[]}
 */
export const generated = [
  {
    name: 'schema/schema.graphql',
    write: ['node', 'dist/schema/print.js'],
    check: ['node', 'dist/schema/print.js', '--check'],
  },
  {
    name: 'web/src/gql',
    write: ['graphql-codegen', '--config', 'codegen.ts', '--errors-only'],
    check: ['graphql-codegen', '--config', 'codegen.ts', '--errors-only', '--check'],
  },
]
