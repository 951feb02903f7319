import { defineConfig, type DummyRuleMap } from 'oxlint'

/** An arrow that must not be: modules whose path matches, with what to do instead. Folders below `..`, at any depth. */
interface ForbiddenImport {
  readonly regex: string
  readonly message: string
  readonly allowTypeImports?: boolean
}
const folders = (names: string): string => `^(\\.\\.?/)+([^.]+/)?(${names})/`

const noPrisma: ForbiddenImport = {
  regex: `${folders('prisma')}|^@prisma/|^pg$`,
  message: 'Only gateway/storage speaks SQL or Prisma: ask for a function of it.',
}
const noStorage: ForbiddenImport = {
  regex: folders('storage'),
  message: 'server.ts hands over what storage offers as functions: take a port in the deps.',
}
const noNeighbour = (names: string, where: string): ForbiddenImport => ({
  regex: folders(names),
  message: `${where} do not know one another: server.ts puts them together.`,
  allowTypeImports: true,
})
const noTestsInProducts: ForbiddenImport = {
  regex: '\\.test(\\.js)?$|^vitest$|/test/|/testing/',
  message: 'Code that ships does not import tests or what supports them.',
}
const noCommonJsGraphql: ForbiddenImport = {
  regex: '^graphql/',
  message: "Import from 'graphql': a path into it loads its second half, whose classes differ.",
}

const restrict = (...patterns: readonly ForbiddenImport[]): DummyRuleMap => ({
  'no-restricted-imports': ['error', { patterns: [noCommonJsGraphql, ...patterns] }],
})

const tests = [
  '**/*.test.ts',
  '**/*.test.tsx',
  '**/test-support.ts',
  'gateway/test/**',
  'database/test/**',
  'web/e2e/**',
  'traefik/test/**',
  'web/src/*/testing/**',
  'gateway/storage/embedded/owner-process.mjs',
]
const tools = [
  'gateway/test/support/global-setup.ts',
  'scripts/**',
  'docs/**',
  '*.config.ts',
  'codegen.ts',
  'web/vite.config.ts',
  'database/test/vitest.config.ts',
]

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist', 'node_modules', 'prisma/generated', 'web/src/gql', '.data'],
  rules: {
    // Shape: files that one can hold in mind.
    'max-lines': ['error', { max: 300 }],
    'max-params': ['error', { max: 5 }],
    'max-depth': ['error', { max: 4 }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',

    // Types: nothing unchecked, nothing promised and forgotten.
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    // A `default` says on purpose that the rest is alike; tables without Partial are for what must be decided one by one.
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/return-await': ['error', 'in-try-catch'],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-import-type-side-effects': 'error',

    // Edges: the environment, the console and raw SQL each have their place.
    'node/no-process-env': 'error',
    'no-console': 'error',
    'no-restricted-properties': [
      'error',
      ...['$queryRawUnsafe', '$executeRawUnsafe'].map((property) => ({
        property,
        message: 'Text pasted into SQL is an injection: use $queryRaw`…` or pg with $1.',
      })),
    ],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-eval': 'error',
    'prefer-const': 'error',
    'no-var': 'error',
    'unicorn/prefer-node-protocol': 'error',

    // One await after another is meant where an order of effects is meant, and most loops here are such.
    'no-await-in-loop': 'off',
    // reflect-metadata, style sheets and scripts that register hooks.
    'import/no-unassigned-import': 'off',
    // Factories here return closures, and pg is CommonJS: neither loses a `this`.
    'typescript/unbound-method': 'off',
    'import/no-named-as-default-member': 'off',
    // Arguments of a resolver are instances only because type-graphql makes them so: they are spread as plain records.
    'typescript/no-misused-spread': 'off',
    // Too many narrowings that TypeScript cannot follow; casts of what comes from outside are refused by no-unsafe-*.
    'typescript/no-unsafe-type-assertion': 'off',
    // The compiler's noImplicitReturns knows more.
    'typescript/consistent-return': 'off',
    // The flag is changed by a callback.
    'no-unmodified-loop-condition': 'off',
    // Input is searched for NUL and its like on purpose.
    'no-control-regex': 'off',
    'no-underscore-dangle': 'off',
    'no-new': 'off',
    'no-shadow': 'off',
    // `void promise` says on purpose that nobody waits.
    'no-void': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-useless-spread': 'off',
    'oxc/no-map-spread': 'off',
    'promise/always-return': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    ...restrict(noTestsInProducts),
  },
  overrides: [
    // The arrows of docs/architecture.md inside a TypeScript project; between projects the compiler refuses (TS6307).
    {
      files: ['gateway/*.ts'],
      rules: restrict(noTestsInProducts),
    },
    {
      files: ['transport', 'jobs', 'watching', 'identity', 'wildberries'].map((part) => `gateway/${part}/**`),
      rules: restrict(
        noTestsInProducts,
        noPrisma,
        noStorage,
        noNeighbour('transport|jobs|watching|identity|wildberries|demo|cli|live', 'The gateway’s capabilities'),
      ),
    },
    {
      files: ['gateway/demo/**', 'gateway/cli/**'],
      rules: restrict(noTestsInProducts, noStorage, noNeighbour('transport|jobs|live', 'Clients of the public API')),
    },
    {
      files: ['gateway/domain/**'],
      rules: {
        ...restrict(noTestsInProducts, {
          // Every package but zod; the linter's expressions know no lookahead.
          regex: '^(@|[a-y]|z[^o])|^\\.\\./\\.\\./',
          message: 'The domain is pure and imports nothing but zod: time, ids and rows come as arguments.',
        }),
        'no-restricted-globals': ['error', 'process', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'setImmediate'],
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'The time is an argument.' },
          { object: 'Math', property: 'random', message: 'Chance is an argument.' },
        ],
      },
    },
    {
      files: ['floor/**'],
      rules: restrict(noTestsInProducts, {
        regex: '^[^.]|^\\.\\./',
        message: 'floor/ is pure and imports nothing: server and phone run the very same functions.',
      }),
    },
    {
      files: ['web/src/**'],
      plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y'],
      rules: {
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        'react/no-danger': 'error',
        'react/button-has-type': 'error',
        'react/react-in-jsx-scope': 'off',
        // Effects here follow sockets and clocks: they set state, and are run again by what they name.
        'react/set-state-in-effect': 'off',
        'react/exhaustive-effect-dependencies': 'off',
        // <output> is for results of a form; a status of the page is said by its role.
        'jsx-a11y/prefer-tag-over-role': 'off',
        // A card is drawn anew some times a second: stable functions are not worth their weight.
        'react/jsx-no-constructed-context-values': 'error',
      },
    },
    ...['board', 'identity', 'lead', 'work', 'desk', 'sandbox', 'graphiql'].map((feature, _, all) => ({
      files: [`web/src/${feature}/**`],
      rules: restrict(noTestsInProducts, noNeighbourFeature(all.filter((other) => other !== feature).join('|'))),
    })),
    {
      files: ['web/src/live/**', 'web/src/ui/**', 'web/src/lib/**'],
      rules: restrict(noTestsInProducts, noNeighbourFeature('board|identity|lead|work|desk|sandbox|graphiql')),
    },
    // What the tests prove to be refused is what a scenario attacks with.
    { files: ['bench/**'], rules: restrict() },
    {
      files: ['gateway/config.ts', 'gateway/main.ts', 'gateway/cli/**', 'schema/print.ts', 'bench/**'],
      rules: { 'no-console': 'off' },
    },
    { files: ['gateway/config.ts', ...tools, ...tests, 'bench/**'], rules: { 'node/no-process-env': 'off' } },
    {
      // Plain JavaScript has no types to check.
      files: ['**/*.mjs'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
    { files: tools, rules: { 'no-console': 'off', 'import/no-default-export': 'off' } },
    // The arguments of a field are the parameters of its resolver.
    { files: ['schema/**/*.resolver.ts'], rules: { 'max-params': 'off' } },
    {
      files: tests,
      plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
      rules: {
        ...restrict(),
        'no-console': 'off',
        'no-restricted-globals': 'off',
        // A test that finds nothing fails on the next line, with a message as good.
        'typescript/no-non-null-assertion': 'off',
        // expect.stringContaining() and its like are any.
        'typescript/no-unsafe-assignment': 'off',
        'typescript/require-array-sort-compare': 'off',
        'typescript/no-base-to-string': 'off',
      },
    },
  ],
})

function noNeighbourFeature(names: string): ForbiddenImport {
  return {
    regex: folders(`${names}|app`),
    message: 'Features do not meet: share through ui, lib or live, compose in app.',
  }
}
