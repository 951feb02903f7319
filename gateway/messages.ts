import { UsageError } from './command-line.js'
import { ConfigError } from './config.js'
import { DatabaseFault } from './open-database.js'
import { PortTaken } from './server.js'
import { type AlreadyRunning, EmbeddedError } from './storage/embedded/index.js'
import { paths } from './transport/paths.js'
import { ManifestError } from './transport/trusted-documents.js'
import { MigrationError } from './storage/migration-history.js'

const forPeople = [
  UsageError,
  ConfigError,
  DatabaseFault,
  PortTaken,
  EmbeddedError,
  MigrationError,
  ManifestError,
] as const

/** What to print of an error that ended the start: its message when it is written for people, else all of it. */
export const explain = (error: unknown): string => {
  if (forPeople.some((kind) => error instanceof kind)) return `WB Assistant cannot start: ${(error as Error).message}`
  return `WB Assistant cannot start, and this is a fault of the program:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/** What a second start prints: where the first one is. */
export const alreadyRunning = ({ message, running }: AlreadyRunning): string =>
  running?.url
    ? `WB Assistant is running already: ${running.url} (process ${running.pid}).\nWB Assistant уже запущен: ${running.url} (процесс ${running.pid}).`
    : `WB Assistant cannot start: ${message}`

/** What a start prints when people can come in; `dataDir` when the data is below a folder of ours. */
export const banner = (url: string, dataDir: string | undefined): string =>
  [
    '',
    `  WB Assistant  ${url}`,
    '',
    `    Boards   Доски заданий    ${url}/`,
    `    Sandbox  GraphQL          ${url}${paths.graphql}`,
    `    GraphiQL offline/офлайн   ${url}${paths.graphiql}`,
    '',
    `  Listening on ${new URL(url).hostname} alone until sign-in exists. Data: ${dataDir ?? 'DATABASE_URL'}. Ctrl+C stops.`,
    '  Доступен только с этого компьютера, пока нет входа. Ctrl+C — остановить.',
    '',
  ].join('\n')

/** What a start prints when the demo warehouse is filled and its people work. */
export const demoRuns =
  '  DEMO: a made-up warehouse is at work; npm start -- --no-demo goes without. Демо: вымышленный склад работает.\n'
