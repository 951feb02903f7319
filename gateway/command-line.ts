import { parseArgs } from 'node:util'

/** The command line asks for something that there is not, or for help: the message is all there is to say. */
export class UsageError extends Error {}

const usage = `Usage: npm start [-- --no-demo]
  --no-demo   start without the demo warehouse
Settings come from the environment: PORT, HOST, DATABASE_URL, DATA_DIR, DEMO, LOG_LEVEL (see README.md).`

/** What the command line says. Throws UsageError. */
export const parseArguments = (args: readonly string[]): { readonly demo: boolean } => {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'no-demo': { type: 'boolean', default: false } } })
    return { demo: !values['no-demo'] }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
