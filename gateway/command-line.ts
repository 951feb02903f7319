import { parseArgs } from 'node:util'

/** The command line asks for something that there is not. */
export class UsageError extends Error {}

/** What the command line takes. */
export const usage = `Usage: npm start [-- --no-demo]
  --no-demo   start without the demo warehouse
  --help      this text
Settings come from the environment: PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, DEMO, LOG_LEVEL (see README.md).`

/** What the command line says. Throws UsageError. */
export const parseArguments = (args: readonly string[]): { readonly demo: boolean; readonly help: boolean } => {
  try {
    const options = {
      'no-demo': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    const { values } = parseArgs({ args: [...args], options })
    return { demo: !values['no-demo'], help: values.help }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
