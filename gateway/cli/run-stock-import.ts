import { createApiClient } from './api-client.js'
import { exitCodes, explain, type ImportWorld, needToken, pausesOf, readInput } from './import-world.js'
import { readStock, type RefusedLine } from './read-stock.js'
import { findWarehouse, sendCells, sendStock } from './send-stock.js'
import { parseStockArguments, type StockImportOptions, stockUsage } from './stock-arguments.js'

const tell = ({ line, russian, english }: RefusedLine): string => `✗ строка / line ${line}: ${russian} / ${english}\n`

const importFile = async (
  { file, url, warehouse: wanted }: StockImportOptions,
  world: ImportWorld,
): Promise<number> => {
  const token = needToken(world.token)
  const table = readStock(await readInput(file, world.stdin))
  const api = createApiClient({ url, token, ...(world.fetch && { fetch: world.fetch }) })
  const warehouse = await findWarehouse(api, wanted)
  for (const line of table.refused) world.stdout.write(tell(line))
  const pauses = pausesOf(world)
  const cells = await sendCells(api, warehouse.id, table.cells, pauses)
  for (const line of cells) world.stdout.write(tell(line))
  const stock = await sendStock(api, warehouse.id, table.stock, pauses)
  for (const line of stock) world.stdout.write(tell(line))
  const refused = table.refused.length + cells.length + stock.length
  const [saved, counted] = [table.cells.length - cells.length, table.stock.length - stock.length]
  world.stdout.write(
    `Склад «${warehouse.name}»: ячеек ${saved}, остатков ${counted}, отказов ${refused}, строк ${table.lines}` +
      ` / cells ${saved}, levels ${counted}, refused ${refused}, lines ${table.lines}\n`,
  )
  return refused === 0 ? exitCodes.ALL_IN : exitCodes.SOME_REFUSED
}

/** Runs the command and returns its exit code; never throws. */
export const runStockImport = async (argv: readonly string[], world: ImportWorld): Promise<number> => {
  let url = ''
  try {
    const options = parseStockArguments(argv)
    if (options === 'help') {
      world.stdout.write(`${stockUsage}\n`)
      return exitCodes.ALL_IN
    }
    url = options.url
    return await importFile(options, world)
  } catch (error) {
    world.stderr.write(`${explain(error, url)}\n`)
    return exitCodes.FAILED
  }
}
