import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Config, parseConfig } from './config.js'
import { type Database, openDatabase } from './open-database.js'
import { explain } from './messages.js'
import { type ChainReport, type KnownSeal, type SealFault, verifyChains } from './storage/audit/verify-chains.js'
import { AlreadyRunning, runningDatabase } from './storage/embedded/index.js'
import { createPool, findRoles } from './storage/pool.js'
import { createLog } from './transport/log.js'

const usage = `Usage: npm run audit:verify [-- --known < FILE]
  --known   standard input is what an earlier run printed: its seals must still be there, as they were
  --help    this text
The database is that of npm start (DATABASE_URL, DATA_DIR). Exit code: 0 all fits, 2 something does not, 1 it failed.`

const faults: Readonly<Record<SealFault, string>> = {
  MISSING: 'the seal is missing / печати нет',
  SEAL: 'the seal was changed, or does not follow the one before it / печать изменена или не продолжает предыдущую',
  EVENTS:
    'an order event that it covers was changed, removed or put in / событие под печатью изменено, удалено или вставлено',
  ENTRIES:
    'an entry that it covers was changed, removed or put in / запись под печатью изменена, удалена или вставлена',
  KNOWN: 'it is another seal than the known one / это другая печать, чем известная',
}

const line = ({ chain, warehouseId, head, unsealed, forgotten, fault }: ChainReport): string => {
  const whose = warehouseId === null ? ' (the installation / установка)' : ''
  const rest = [
    ...(unsealed > 0 ? [`${unsealed} not sealed yet / ещё без печати`] : []),
    ...(forgotten
      ? [
          `events up to ${forgotten.upTo}, sealed ${forgotten.sealedAt ?? '–'}, are forgotten / события удалены по сроку`,
        ]
      : []),
  ]
  const seal = head ? `seal ${head.no} ${head.hash}` : 'no seal / печатей нет'
  const at = fault?.at ? ` (${fault.at})` : ''
  const told = fault ? [`\n      seal ${fault.no}${at}: ${faults[fault.is]}`] : []
  return `${fault ? 'FAULT' : 'OK   '} ${chain} ${seal}${whose}${rest.map((part) => `; ${part}`).join('')}${told.join('')}\n`
}

/** The seals of lines that an earlier run printed. */
const readKnown = (printed: string): readonly KnownSeal[] =>
  [...printed.matchAll(/^OK {4}([0-9a-f-]{36}) seal (\d+) ([0-9a-f]{64})/gm)].map(([, chain = '', no, hash = '']) => ({
    chain,
    no: Number(no),
    hash,
  }))

/** The database of `npm start`, also while that runs on it. */
const open = async (config: Config): Promise<Pick<Database, 'url' | 'close'>> => {
  try {
    return await openDatabase(config, createLog('silent'))
  } catch (error) {
    const url = error instanceof AlreadyRunning ? runningDatabase(config.dataDir) : undefined
    if (url === undefined) throw error
    return { url, close: async () => undefined }
  }
}

const run = async (known: readonly KnownSeal[]): Promise<void> => {
  const database = await open(parseConfig())
  const pool = createPool(database.url, { role: (await findRoles(database.url)).app, max: 1 })
  try {
    for await (const report of verifyChains({ pool }, known)) {
      process.stdout.write(line(report))
      if (report.fault) process.exitCode = 2
    }
  } finally {
    await pool.end()
    await database.close()
  }
}

try {
  const { values } = parseArgs({ options: { known: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) process.stdout.write(`${usage}\n`)
  else await run(values.known ? readKnown(await text(process.stdin)) : [])
} catch (error) {
  process.stderr.write(`${error instanceof TypeError ? `${error.message}\n${usage}` : explain(error)}\n`)
  process.exitCode = 1
}
