import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ApiClient } from './api-client.js'
import type { ImportOptions, WarehouseFlag } from './arguments.js'
import { ImportFault } from './import-fault.js'
import { refusalText } from './refusal-texts.js'

const account = z.object({ id: z.string(), name: z.string() })
const warehouse = z.object({
  wbWarehouseId: z.string(),
  demo: z.boolean(),
  sellerAccount: z.object({ id: z.string() }),
})
const installation = z.object({ sellerAccounts: z.array(account), warehouses: z.array(warehouse) })
type Installation = z.infer<typeof installation>
type Account = z.infer<typeof account>

/** Where the orders go: the account, and the marketplace's numbers of its warehouses. */
export interface ImportTarget {
  readonly sellerAccountId: string
  readonly accountName: string
  readonly wbWarehouseIds: ReadonlySet<string>
  /** What was made on the way, in both languages. */
  readonly made: readonly { readonly russian: string; readonly english: string }[]
}

const refusal = z.object({ __typename: z.literal('Refusal'), code: z.string(), message: z.string() })

const refused = (what: string, { code, message }: z.infer<typeof refusal>): ImportFault =>
  new ImportFault(`${what}: ${refusalText(code)} (${code})`, `${what}: ${message} (${code})`)

const readInstallation = (api: ApiClient): Promise<Installation> =>
  api.call({
    query: '{ sellerAccounts { id name } warehouses { wbWarehouseId demo sellerAccount { id } } }',
    data: installation,
  })

const createAccount = async (api: ApiClient, name: string): Promise<Account> => {
  const { result } = await api.call({
    query: `mutation ($commandId: UUID!, $name: String!) {
      result: createSellerAccount(commandId: $commandId, name: $name) {
        __typename ... on CreateSellerAccountSuccess { sellerAccount { id name } } ... on Refusal { code message }
      }
    }`,
    variables: { commandId: randomUUID(), name },
    data: z.object({
      result: z.union([
        z.object({ __typename: z.literal('CreateSellerAccountSuccess'), sellerAccount: account }),
        refusal,
      ]),
    }),
  })
  if (result.__typename === 'Refusal') throw refused(`--account "${name}"`, result)
  return result.sellerAccount
}

const createWarehouse = async (
  api: ApiClient,
  sellerAccountId: string,
  flag: WarehouseFlag,
  slaPolicy: ImportOptions['slaPolicy'],
): Promise<void> => {
  const { result } = await api.call({
    query: `mutation ($commandId: UUID!, $sellerAccountId: ID!, $wbWarehouseId: ID!, $name: String!, $timeZone: String!, $slaPolicy: SlaPolicyInput!) {
      result: createWarehouse(commandId: $commandId, sellerAccountId: $sellerAccountId, wbWarehouseId: $wbWarehouseId, name: $name, timeZone: $timeZone, slaPolicy: $slaPolicy) {
        __typename ... on Refusal { code message }
      }
    }`,
    variables: { commandId: randomUUID(), sellerAccountId, ...flag, slaPolicy },
    data: z.object({ result: z.union([refusal, z.object({ __typename: z.literal('CreateWarehouseSuccess') })]) }),
  })
  if (result.__typename === 'Refusal') throw refused(`--warehouse "${flag.wbWarehouseId}=${flag.name}"`, result)
}

const names = (accounts: readonly Account[]): string => accounts.map(({ name }) => `«${name}»`).join(', ')

const newAccountHint = (wbWarehouseIds: readonly string[]): string =>
  ['--account "Мой кабинет"', ...wbWarehouseIds.map((id) => `--warehouse "${id}=Название@Europe/Moscow"`)].join(' ')

/** Finds the account that is meant; undefined when `--account` names a new one. */
const chooseAccount = (
  { sellerAccounts, warehouses }: Installation,
  options: ImportOptions,
  fileWarehouses: readonly string[],
): Account | undefined => {
  const demo = new Set(warehouses.filter((each) => each.demo).map((each) => each.sellerAccount.id))
  const real = sellerAccounts.filter(({ id }) => !demo.has(id))
  if (options.account === undefined) {
    const [only, second] = real
    if (only !== undefined && second === undefined) return only
    if (only === undefined)
      throw new ImportFault(
        `ещё нет ни одного кабинета; заведите его вместе со складом: ${newAccountHint(fileWarehouses)}`,
        'there is no seller account yet; make one and its warehouses with the flags above',
      )
    throw new ImportFault(
      `кабинетов несколько, укажите --account: ${names(real)}`,
      'several seller accounts: name one with --account',
    )
  }
  const named = sellerAccounts.find(({ name }) => name === options.account)
  if (named !== undefined && demo.has(named.id))
    throw new ImportFault(
      `«${named.name}» — демонстрационный кабинет, настоящие задания в него не загружаются`,
      `"${named.name}" is the demo account: real orders do not go in`,
    )
  // A misspelt name must not make a second account: a new one comes with its first warehouse.
  if (named === undefined && options.warehouses.length === 0)
    throw new ImportFault(
      `нет кабинета «${options.account}»${real.length > 0 ? ` (есть ${names(real)})` : ''}; чтобы завести его, добавьте склад: ${newAccountHint(fileWarehouses).replace('Мой кабинет', options.account)}`,
      `no seller account "${options.account}"; to make it, add --warehouse as above`,
    )
  return named
}

/**
 * Finds the account the orders go to and makes it and the flagged warehouses when they are missing. Throws ImportFault
 * when it is not clear where the orders belong, saying which flag would tell.
 */
export const setUpAccount = async (
  api: ApiClient,
  options: ImportOptions,
  fileWarehouses: readonly string[],
): Promise<ImportTarget> => {
  const present = await readInstallation(api)
  const found = chooseAccount(present, options, fileWarehouses)
  const made: { russian: string; english: string }[] = []
  const target = found ?? (await createAccount(api, options.account ?? ''))
  if (found === undefined) made.push({ russian: `Заведён кабинет «${target.name}»`, english: `Seller account made` })
  const known = new Set(
    present.warehouses.filter((each) => each.sellerAccount.id === target.id).map((each) => each.wbWarehouseId),
  )
  for (const flag of options.warehouses) {
    if (known.has(flag.wbWarehouseId)) continue
    await createWarehouse(api, target.id, flag, options.slaPolicy)
    known.add(flag.wbWarehouseId)
    made.push({
      russian: `Заведён склад ${flag.wbWarehouseId} «${flag.name}» (${flag.timeZone})`,
      english: 'Warehouse made',
    })
  }
  return { sellerAccountId: target.id, accountName: target.name, wbWarehouseIds: known, made }
}
