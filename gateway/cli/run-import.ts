import { createApiClient } from './api-client.js'
import { type ImportOptions, parseArguments, usage } from './arguments.js'
import { exitCodes, explain, type ImportWorld, needToken, pausesOf, readInput } from './import-world.js'
import { readOrders } from './read-orders.js'
import { createReport } from './report.js'
import { sendOrders } from './send-orders.js'
import { setUpAccount } from './set-up-account.js'

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
  const token = needToken(world.token)
  const orders = readOrders(await readInput(options.file, world.stdin))
  const inFile = warehousesOf(orders)
  const { url } = options
  const api = createApiClient({ url, token, ...(world.fetch && { fetch: world.fetch }) })
  const target = await setUpAccount(api, options, [...inFile.keys()])
  const report = createReport(orders.length, world)
  let imported = 0
  let repeated = 0
  let refused = 0
  try {
    for (const { russian, english } of target.made) report.line(`${russian} / ${english}`)
    for await (const chunk of sendOrders(api, target.sellerAccountId, orders, pausesOf(world))) {
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
