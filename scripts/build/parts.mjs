/**
 * What the build consists of. `inputs` are hashed (files, or folders by the ending of their files); a part is built again
 * when the hash differs from the one kept in dist/, or when `output` is missing. `force`: further arguments that make the
 * tool write everything anew.
 * @typedef {{
 *   name: string, inputs: readonly string[], endings: RegExp, output: string,
 *   tool: string, args: readonly string[], force: readonly string[], after: readonly string[],
 * }} Part
 */

const packages = ['package-lock.json']
const compilerOptions = ['tsconfig.base.json', ...packages]

/** @type {readonly Part[]} */
export const parts = [
  {
    name: 'database client',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', ...packages],
    endings: /./,
    output: 'prisma/generated/client.ts',
    tool: 'prisma',
    args: ['generate'],
    force: [],
    after: [],
  },
  {
    name: 'gateway',
    // The gateway reads the manifest when it starts: `npm run dev` starts it again for a new one.
    inputs: ['schema', 'floor', 'gateway', 'prisma', 'web/src/gql/persisted-documents.json', ...compilerOptions],
    endings: /(?<!\.test)\.ts$|tsconfig\.json$|schema\.prisma$/,
    output: 'dist/gateway/main.js',
    tool: 'tsc',
    args: ['-b', 'gateway'],
    force: ['--force'],
    after: ['database client'],
  },
  {
    name: 'screens',
    inputs: ['web', 'floor', ...packages],
    endings: /(?<!\.test\.tsx?)$/,
    output: 'dist/web/index.html',
    tool: 'vite',
    args: ['build', 'web'],
    force: [],
    after: [],
  },
]

/** What the gateway's own process needs: in `npm run dev` Vite serves the screens. */
export const gatewayParts = parts.filter((part) => part.name !== 'screens')

/** Bench scenarios: compiled on request only (`npm run bench`). @type {Part} */
export const benchPart = {
  name: 'bench',
  inputs: ['bench', 'schema', 'floor', 'gateway', 'prisma', ...compilerOptions],
  endings: /(?<!\.test)\.ts$|tsconfig\.json$|schema\.prisma$/,
  output: 'dist/bench/.tsbuildinfo',
  tool: 'tsc',
  args: ['-b', 'bench'],
  force: ['--force'],
  after: ['gateway'],
}
