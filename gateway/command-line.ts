import { parseArgs } from 'node:util'

/** The command line asks for something that there is not. */
export class UsageError extends Error {}

/**
 * What a process does: everything; or, on a database of one's own, a part of it: serve, run the jobs, migrate the
 * database and end, print a link for the first administrator and end.
 */
export type ProcessRole = 'everything' | 'gateway' | 'worker' | 'migrate' | 'first-admin'

const parts: ReadonlySet<string> = new Set<ProcessRole>(['gateway', 'worker', 'migrate', 'first-admin'])

const isPart = (text: string): text is ProcessRole => parts.has(text)

/** What the command line takes. */
export const usage = `Usage: npm start [-- --no-demo]
  --no-demo   start without the demo warehouse
  --help      this text
With DATABASE_URL a process may do a part alone: npm start -- gateway | worker | migrate | first-admin
  gateway      serve, with the jobs left to a worker
  worker       run the jobs
  migrate      bring the database's tables up to date, as their owner, and end
  first-admin  print a link that makes the first administrator, and end
Settings come from the environment: PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, DEMO, LOG_LEVEL and others (see README.md).`

/** What the command line says. Throws UsageError. */
export const parseArguments = (
  args: readonly string[],
): { readonly role: ProcessRole; readonly demo: boolean; readonly help: boolean } => {
  try {
    const options = {
      'no-demo': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [role = 'everything', ...more] = positionals
    if (more.length > 0 || (role !== 'everything' && !isPart(role)))
      throw new Error(`There is no such part: ${positionals.join(' ')}`)
    return { role: isPart(role) ? role : 'everything', demo: !values['no-demo'], help: values.help }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
