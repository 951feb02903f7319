import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { createProbeProject } from './probe-project.js'

// docs/architecture.md draws these arrows. Here each pair of parts is tried, with the real configuration of the compiler
// and of the linter: an arrow that exists must pass, one that does not must be refused.

const projects = [
  'schema',
  'prisma',
  'floor',
  'gateway/domain',
  'gateway/storage',
  'gateway/live',
  'gateway/transport',
] as const
type Project = (typeof projects)[number]

const compiled: Record<Project, readonly Project[]> = {
  schema: [],
  prisma: [],
  floor: [],
  'gateway/domain': [],
  'gateway/storage': ['gateway/domain', 'prisma', 'floor'],
  'gateway/live': ['gateway/domain'],
  // One project with gateway/server.ts, which puts everything together: what transport may not see, the linter refuses.
  'gateway/transport': ['schema', 'prisma', 'floor', 'gateway/domain', 'gateway/storage', 'gateway/live'],
}

const importOf = (from: string, to: string): string =>
  `import { value } from '${posix.relative(from, to)}/module.js'\nexport const used: unknown = value\n`

test('the compiler refuses an import that is no arrow between projects', async () => {
  const tsconfigs = ['schema', 'prisma', 'floor', 'gateway/domain', 'gateway/storage', 'gateway/live', 'gateway', 'web']
  await using probe = await createProbeProject([
    'package.json',
    'tsconfig.base.json',
    ...tsconfigs.map((path) => `${path}/tsconfig.json`),
  ])
  const tries = projects.flatMap((from) => projects.filter((to) => to !== from).map((to) => ({ from, to })))
  const fileOf = ({ from, to }: (typeof tries)[number]): string => `${from}/from-${to.replace('/', '-')}.ts`
  for (const project of projects) await probe.write(`${project}/module.ts`, 'export const value: unknown = 1\n')
  for (const one of tries) await probe.write(fileOf(one), importOf(one.from, one.to))
  await probe.write('web/src/from-schema.ts', importOf('web/src', 'schema'))

  const said = await probe.run('tsc', '-b', 'gateway', 'web', '--pretty', 'false')

  const refusals = said.split('\n').filter((line) => line.includes('error TS6307'))
  const refused = (file: string): boolean => refusals.some((line) => line.startsWith(file))
  const wrong = tries.filter((one) => refused(fileOf(one)) === compiled[one.from].includes(one.to))
  expect(wrong, said).toEqual([])
  expect(refused('web/src/from-schema.ts'), said).toBe(true)
})

const forbidden = {
  'gateway/transport/sql.ts': importOf('gateway/transport', 'gateway/storage'),
  'gateway/transport/http/deep-sql.ts': importOf('gateway/transport/http', 'gateway/storage'),
  'gateway/transport/client.ts': importOf('gateway/transport', 'prisma'),
  'gateway/transport/driver.ts': "import pg from 'pg'\nexport const driver: unknown = pg\n",
  'gateway/jobs/neighbour.ts': importOf('gateway/jobs', 'gateway/transport'),
  'gateway/domain/clock.ts': 'export const now = (): number => Date.now()\n',
  'gateway/domain/io.ts': "export { readFile } from 'node:fs/promises'\n",
  'gateway/live/environment.ts': 'export const port = process.env.PORT\n',
  'gateway/live/noise.ts': "console.log('x')\n",
  'gateway/storage/raw.ts':
    'export const run = (db: Record<string, (q: string) => unknown>) => db.$queryRawUnsafe?.("x")\n',
  'gateway/storage/ships-tests.ts': "export { test } from 'vitest'\n",
  'schema/second-graphql.ts': "export { GraphQLError } from 'graphql/error'\n",
  'web/src/board/feature.ts': importOf('web/src/board', 'web/src/work'),
  'web/src/work/feature.ts': importOf('web/src/work', 'web/src/desk'),
  'web/src/ui/upwards.ts': importOf('web/src/ui', 'web/src/board'),
  'web/src/live/upwards.ts': importOf('web/src/live', 'web/src/app'),
} as const

const allowed = {
  'gateway/server.ts': importOf('gateway', 'gateway/storage').replace("'storage", "'./storage"),
  'gateway/config.ts': 'export const port = process.env.PORT\n',
  'gateway/cli/talk.ts': "console.log('x')\n",
  'gateway/storage/rules.ts': importOf('gateway/storage', 'gateway/domain'),
  'gateway/transport/hub-type.ts': "import type { Hub } from '../live/module.js'\nexport type Used = Hub\n",
  'gateway/domain/parse.ts': "import { z } from 'zod'\nexport const text = z.string()\n",
  'web/src/board/shared.ts': importOf('web/src/board', 'web/src/live'),
  'web/src/app/compose.ts': importOf('web/src/app', 'web/src/board'),
} as const

test('the linter refuses an import that is no arrow inside a project, and what belongs to one place alone', async () => {
  await using probe = await createProbeProject(['oxlint.config.ts'])
  for (const [path, text] of Object.entries({ ...forbidden, ...allowed })) await probe.write(path, text)

  const said = await probe.run('oxlint', '--format', 'unix')

  const refused = (path: string): boolean => said.includes(`${path}:`)
  expect(
    Object.keys(forbidden).filter((path) => !refused(path)),
    said,
  ).toEqual([])
  expect(Object.keys(allowed).filter(refused), said).toEqual([])
})
