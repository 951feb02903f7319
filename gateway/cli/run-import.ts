import { readFile } from 'node:fs/promises'
import { ApiFailure, createApiClient } from './api-client.js'
import { type ImportOptions, parseArguments, usage } from './arguments.js'
import { ImportFault } from './import-fault.js'
import { readOrders } from './read-orders.js'
import { createReport, type Output } from './report.js'
import { sendOrders } from './send-orders.js'
import { setUpAccount } from './set-up-account.js'

/** The world outside, as the command needs it. */
export interface ImportWorld {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  /** Where a progress bar can be drawn; plain lines go to `stderr` when there is none. */
  readonly terminal: NodeJS.WritableStream | undefined
  readonly sleep: (ms: number) => Promise<void>
  /** Personal access token: whose it is gives the commands. */
  readonly token: string | undefined
  readonly fetch?: typeof fetch
}

/** Exit codes: a script tells «some are missing» from «it did not work». */
export const exitCodes = { ALL_IN: 0, FAILED: 1, SOME_REFUSED: 2 } as const

const readInput = async (file: string, stdin: ImportWorld['stdin']): Promise<Uint8Array> => {
  if (file === '-') {
    const parts: Uint8Array[] = []
    for await (const part of stdin) parts.push(Buffer.from(part))
    return Buffer.concat(parts)
  }
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new ImportFault(`нет файла ${file}`, `no such file: ${file}`, { cause: error })
    throw new ImportFault(`файл ${file} не читается (${code})`, `cannot read ${file} (${code})`, { cause: error })
  }
}

const noToken = () =>
  new ImportFault(
    'нужен токен доступа: заведите его на странице «Мой вход» (права «Чтение» и «Загрузка») и передайте в переменной WBA_TOKEN',
    'an access token is needed: make one on the page "My account" (scopes "Read" and "Import") and pass it in the variable WBA_TOKEN',
  )

// A header cannot carry it, and what would say so repeats it.
const brokenToken = () =>
  new ImportFault(
    'в WBA_TOKEN есть знаки, которых в токенах не бывает: скопируйте его ещё раз, целиком и без переносов',
    'WBA_TOKEN has characters that no token has: copy it again, all of it and on one line',
  )

/** The warehouses that orders of the file name, with how many orders each. */
const warehousesOf = (orders: readonly unknown[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const order of orders) {
    if (typeof order !== 'object' || order === null || !('warehouseId' in order)) continue
    const id = String(order.warehouseId)
    if (/^\d{1,18}$/.test(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

const importFile = async (options: ImportOptions, world: ImportWorld): Promise<number> => {
  if (world.token === undefined) throw noToken()
  if (!/^[!-~]+$/.test(world.token)) throw brokenToken()
  const orders = readOrders(await readInput(options.file, world.stdin))
  const inFile = warehousesOf(orders)
  const { url } = options
  const api = createApiClient({ url, token: world.token, ...(world.fetch && { fetch: world.fetch }) })
  const target = await setUpAccount(api, options, [...inFile.keys()])
  const report = createReport(orders.length, world)
  let imported = 0
  let repeated = 0
  let refused = 0
  try {
    for (const { russian, english } of target.made) report.line(`${russian} / ${english}`)
    const pauses = {
      sleep: world.sleep,
      onPause: (failure: ApiFailure, ms: number) =>
        world.stderr.write(
          `связь потеряна, повтор через ${ms / 1000} с / retrying in ${ms / 1000} s: ${failure.message}\n`,
        ),
    }
    for await (const chunk of sendOrders(api, target.sellerAccountId, orders, pauses)) {
      report.chunk(chunk)
      imported += chunk.imported
      repeated += chunk.repeated
      refused += chunk.refused.length
    }
  } finally {
    report.close()
    world.stdout.write(
      `Кабинет «${target.accountName}»: загружено ${imported}, повторов ${repeated}, отказов ${refused} из ${orders.length}` +
        ` / imported ${imported}, repeated ${repeated}, refused ${refused} of ${orders.length}\n`,
    )
  }
  for (const [id, count] of inFile)
    if (!target.wbWarehouseIds.has(id))
      world.stdout.write(
        `Склад ${id} не заведён (заданий: ${count}). Добавьте / Unknown warehouse, add: --warehouse "${id}=Название@Europe/Moscow"\n`,
      )
  return refused === 0 ? exitCodes.ALL_IN : exitCodes.SOME_REFUSED
}

const explain = (error: unknown, url: string): string => {
  if (error instanceof ImportFault)
    return error.russian === error.english ? error.russian : `${error.russian}\n${error.english}`
  if (error instanceof ApiFailure && (error.kind === 'UNREACHABLE' || error.kind === 'LOST'))
    return (
      `По адресу ${url} нет ответа. Запустите «npm start» в другом окне или укажите --url. Что загружено, то сохранено: запустите команду ещё раз.\n` +
      `No answer at ${url}: ${error.message}. Run "npm start" in another terminal, or say --url. What is in is safe: run the command again.`
    )
  if (error instanceof ApiFailure)
    return (
      `Сервер не принял запрос: ${error.message.replace(/\.$/, '')}. Что загружено, то сохранено: запустите команду ещё раз.\n` +
      `The gateway did not take the call: ${error.message.replace(/\.$/, '')}. What is in is safe: run the command again.`
    )
  return `Неожиданный сбой / unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/** Runs the command and returns its exit code; never throws. */
export const runImport = async (argv: readonly string[], world: ImportWorld): Promise<number> => {
  let url = ''
  try {
    const options = parseArguments(argv)
    if (options === 'help') {
      world.stdout.write(`${usage}\n`)
      return exitCodes.ALL_IN
    }
    url = options.url
    return await importFile(options, world)
  } catch (error) {
    world.stderr.write(`${explain(error, url)}\n`)
    return exitCodes.FAILED
  }
}
