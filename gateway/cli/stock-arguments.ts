import { parseArgs } from 'node:util'
import { endpoint, oneFile } from './arguments.js'
import { ImportFault } from './import-fault.js'

/** The command line of `stock:import`, read and checked. */
export interface StockImportOptions {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly url: string
  /** The marketplace's number of the warehouse; absent: there is only one. */
  readonly warehouse: string | undefined
}

export const stockUsage = `Загрузка ячеек и остатков / Importing cells and stock
  npm run stock:import -- FILE.csv [flags]

  FILE.csv                     таблица с заголовком; разделитель «,», «;» или табуляция; «-» — со стандартного ввода
                               a table with a header; "," or ";" or tabs between its fields; "-" reads standard input
      zone        зона / zone                            A
      cell        код ячейки / code of the cell          A-12-3
      barcode     баркод ячейки / barcode of the cell    A123
      walkOrder   порядок обхода / place on the walk     120
      sku         баркод товара или chrtId / a barcode of the size, or its chrtId
      quantity    сколько лежит / how much lies there
    Без sku и quantity строка заводит пустую ячейку; без zone, barcode и walkOrder — называет ту, что уже есть.
    Without sku and quantity a line makes an empty cell; without zone, barcode and walkOrder it names one that exists.
    Количество — сколько лежит сейчас: та же таблица ещё раз ничего не меняет.
    A quantity is what lies there now: the same table once more changes nothing.
  --warehouse ID               номер склада у Wildberries; можно не указывать, если склад один
                               the marketplace's number of the warehouse; needless when there is one
  --url URL                    http://127.0.0.1:4000/graphql
  --help

  WBA_TOKEN                    токен доступа, права «Чтение» и «Загрузка» / access token, scopes READ and IMPORT

Код выхода / exit code: 0 всё загружено / all in, 2 есть отказы / some refused, 1 сбой / failed`

const read = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        warehouse: { type: 'string' },
        url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ImportFault(`${message}\n\n${stockUsage}`, message, { cause: error })
  }
}

/** Reads the command line; `help` when it asks for the usage alone. Throws ImportFault. */
export const parseStockArguments = (argv: readonly string[]): StockImportOptions | 'help' => {
  const { values, positionals } = read(argv)
  if (values.help) return 'help'
  return { file: oneFile(positionals, stockUsage), url: endpoint(values.url), warehouse: values.warehouse }
}
