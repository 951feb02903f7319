import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ImportFault } from './import-fault.js'

/** A warehouse to be made when the account lacks it. */
export interface WarehouseFlag {
  readonly wbWarehouseId: string
  readonly name: string
  readonly timeZone: string
}

/** The command line, read and checked. */
export interface ImportOptions {
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly url: string
  readonly account: string | undefined
  readonly warehouses: readonly WarehouseFlag[]
  readonly slaPolicy: {
    readonly assemblyMinutes: number
    readonly cutOffs: readonly string[]
    readonly amberMinutes: number
    readonly redMinutes: number
  }
}

export const usage = `Загрузка заданий / Importing orders
  npm run orders:import -- FILE [flags]

  FILE                         сохранённый ответ GET /api/v3/orders/new или массив; «-» — со стандартного ввода
                               a saved answer of GET /api/v3/orders/new or an array; "-" reads standard input
  --account NAME               кабинет; можно не указывать, если он один / seller account; needless when there is one
  --warehouse ID=NAME@ZONE     завести склад, если его нет (можно повторять) / make this warehouse if missing (repeatable)
                               --warehouse "658434=Подольск@Europe/Moscow"
  --assembly-minutes N         минут на сборку на новом складе, 1440 / minutes to assemble in a new warehouse
  --cut-off HH:MM              время отгрузки на новом складе (можно повторять) / cut-off of a new warehouse (repeatable)
  --amber-minutes N            за сколько минут «скоро срок», 120 / amber so many minutes before the deadline
  --red-minutes N              за сколько минут «срок горит», 30 / red so many minutes before the deadline
  --url URL                    http://127.0.0.1:4000/graphql
  --help

  WBA_TOKEN                    токен доступа, права «Чтение» и «Загрузка» / access token, scopes READ and IMPORT

Код выхода / exit code: 0 всё загружено / all in, 2 есть отказы / some refused, 1 сбой / failed`

const flag = /^(?<wbWarehouseId>\d{1,18})=(?<name>.+)@(?<timeZone>[^@\s]+)$/su

const warehouseFlag = (text: string): WarehouseFlag => {
  const { wbWarehouseId, name, timeZone } = flag.exec(text)?.groups ?? {}
  if (wbWarehouseId === undefined || name === undefined || timeZone === undefined)
    throw new ImportFault(
      `--warehouse "${text}": нужно ID=НАЗВАНИЕ@ЗОНА, например "658434=Подольск@Europe/Moscow"`,
      `--warehouse "${text}": expected ID=NAME@ZONE, such as "658434=Podolsk@Europe/Moscow"`,
    )
  return { wbWarehouseId, name: name.trim(), timeZone }
}

const minutes = (name: string, text: string, lowest: number): number => {
  const parsed = z.coerce.number().int().min(lowest).max(43_200).safeParse(text)
  if (!parsed.success)
    throw new ImportFault(
      `--${name} "${text}": нужно целое число от ${lowest} до 43200`,
      `--${name} "${text}": expected an integer from ${lowest} to 43200`,
    )
  return parsed.data
}

const cutOff = (text: string): string => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
    throw new ImportFault(`--cut-off "${text}": нужно время ЧЧ:ММ`, `--cut-off "${text}": expected HH:MM`)
  return text
}

/** The GraphQL endpoint; a server's bare address means the one that it has. Throws ImportFault. */
export const endpoint = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new ImportFault(`--url "${text}": нужен адрес http://…`, `--url "${text}": expected http://…`)
  const url = new URL(text)
  if (url.pathname === '/') url.pathname = '/graphql'
  return url.href
}

const read = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        account: { type: 'string' },
        warehouse: { type: 'string', multiple: true, default: [] },
        'assembly-minutes': { type: 'string', default: '1440' },
        'cut-off': { type: 'string', multiple: true, default: [] },
        'amber-minutes': { type: 'string', default: '120' },
        'red-minutes': { type: 'string', default: '30' },
        url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ImportFault(`${message}\n\n${usage}`, message, { cause: error })
  }
}

/** The only file that a command line names. Throws ImportFault. */
export const oneFile = ([file, surplus]: readonly string[], usageOf: string): string => {
  if (file === undefined) throw new ImportFault(`не указан файл\n\n${usageOf}`, 'no file given')
  if (surplus === undefined) return file
  throw new ImportFault(
    `лишний аргумент "${surplus}": один файл за раз`,
    `surplus argument "${surplus}": one file at a time`,
  )
}

/** Reads the command line; `help` when it asks for the usage alone. Throws ImportFault. */
export const parseArguments = (argv: readonly string[]): ImportOptions | 'help' => {
  const { values, positionals } = read(argv)
  if (values.help) return 'help'
  return {
    file: oneFile(positionals, usage),
    url: endpoint(values.url),
    account: values.account,
    warehouses: values.warehouse.map(warehouseFlag),
    slaPolicy: {
      assemblyMinutes: minutes('assembly-minutes', values['assembly-minutes'], 1),
      cutOffs: [...new Set(values['cut-off'].map(cutOff))].toSorted(),
      amberMinutes: minutes('amber-minutes', values['amber-minutes'], 0),
      redMinutes: minutes('red-minutes', values['red-minutes'], 0),
    },
  }
}
