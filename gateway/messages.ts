import { UsageError } from './command-line.js'
import { type Config, ConfigError } from './config.js'
import { DatabaseFault } from './open-database.js'
import { PortTaken } from './server.js'
import { type AlreadyRunning, EmbeddedError } from './storage/embedded/index.js'
import type { Role } from './domain/person/role.js'
import type { DemoDoors } from './demo/open-demo.js'
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

const isLoopback = (host: string) => /^127\.|^::1$/.test(host)

/** What a start prints when people can come in; `dataDir` when the data is below a folder of ours. */
export const banner = (
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  url: string,
  dataDir?: string,
): string =>
  [
    '',
    `  WB Assistant  ${url}`,
    '',
    `  Data: ${dataDir ?? 'DATABASE_URL'}. Ctrl+C stops. / Ctrl+C — остановить.`,
    ...(isLoopback(host)
      ? [`  Listening on ${new URL(url).hostname} alone. / Доступен только с этого компьютера.`]
      : [
          `  Listening on ${host}. / Доступен по сети.`,
          publicUrl
            ? `  People sign in at ${publicUrl.origin}. / Вход — по адресу ${publicUrl.origin}.`
            : '  Over the network nobody signs in until PUBLIC_URL names an https address. / Вход по сети — только по HTTPS: задайте PUBLIC_URL.',
        ]),
    '',
  ].join('\n')

/** Where somebody's work is: their link leads straight to it. */
const workplaces: Readonly<Partial<Record<Role, string>>> = {
  PICKER: paths.work,
  PACKER: paths.work,
  SHIFT_LEAD: paths.lead,
}

const signInPath = (role: Role): string => {
  const next = workplaces[role]
  return next === undefined ? paths.signIn : `${paths.signIn}?next=${next}`
}

const roleNames: Readonly<Record<Role, string>> = {
  ADMIN: 'Administrator  Администратор',
  MANAGER: 'Manager        Менеджер',
  SHIFT_LEAD: 'Shift lead     Старший смены',
  PICKER: 'Picker         Сборщик',
  PACKER: 'Packer         Упаковщик',
  ANALYST: 'Analyst        Аналитик',
}

/** What a start prints once people may come into the demo: the ways in. */
export const demoRuns = (url: string, { links, board, token }: DemoDoors): string =>
  [
    '  DEMO: a made-up warehouse is at work; npm start -- --no-demo goes without. Демо: вымышленный склад работает.',
    '',
    '  Come in with one click, for a day: / Войти одним щелчком, ссылки живут сутки:',
    ...(board === undefined ? [] : [`    ${'Board          Доска'.padEnd(30)} ${url}${paths.pair}#device=${board}`]),
    ...links.map(({ role, secret }) => `    ${roleNames[role].padEnd(30)} ${url}${signInPath(role)}#link=${secret}`),
    ...(token === undefined
      ? []
      : [
          `    ${'Apollo Sandbox'.padEnd(30)} ${url}${paths.graphql}#token=${token}`,
          `    ${'GraphiQL       офлайн'.padEnd(30)} ${url}${paths.graphiql}#token=${token}`,
        ]),
    '',
  ].join('\n')

/** What a start prints while there is no administrator. */
export const firstAdmin = (url: string, secret: string): string =>
  [
    '  Make the first administrator, within an hour: / Заведите первого администратора в течение часа:',
    `    ${url}${paths.signIn}#first=${secret}`,
    '',
  ].join('\n')
