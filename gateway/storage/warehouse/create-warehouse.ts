import { randomUUID } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { InputError } from '../../domain/errors.js'
import { readName } from '../../domain/name.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { readSlaPolicy, type SlaPolicy } from '../../domain/sla-policy.js'
import { isWbId } from '../../domain/wb-id.js'
import { isTimeZone } from '../../domain/zone.js'
import { type CommandHeader, readClock, runCommand } from '../command/run-command.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { isUuid } from '../uuid.js'
import type { PublicWarehouse } from './public-warehouse.js'
import { readWarehouse } from './read-warehouse.js'

export interface CreateWarehouse extends CommandHeader {
  readonly sellerAccountId: string
  /** The marketplace's number of the seller's warehouse, digits. */
  readonly wbWarehouseId: string
  readonly name: string
  /** IANA. */
  readonly timeZone: string
  readonly slaPolicy: SlaPolicy
}

type Deps = Pick<StorageDeps, 'pool' | 'onCommit'>

/** Whether PostgreSQL, which cuts days and hours by it, knows the zone too: its database is not Node's. */
const isKnownToPostgres = async ({ pool }: Deps, timeZone: string): Promise<boolean> => {
  const { rows } = await whenAvailable(() =>
    pool.query('SELECT FROM pg_timezone_names WHERE lower(name) = lower($1)', [timeZone]),
  )
  return rows.length > 0
}

const unknownAccount = () => refusal('UNKNOWN_SELLER_ACCOUNT', 'There is no such seller account.')

/**
 * Makes a warehouse of an account, with an event log of its own. Refusals: NOT_ALLOWED, INVALID_NAME,
 * INVALID_TIME_ZONE, INVALID_POLICY, UNKNOWN_SELLER_ACCOUNT, WAREHOUSE_TAKEN.
 */
export const createWarehouse = async (
  deps: Deps,
  call: CreateWarehouse,
): Promise<Result<{ readonly warehouse: PublicWarehouse }>> => {
  const { sellerAccountId, wbWarehouseId, timeZone } = call
  if (!call.rights.found) return { refusal: refusal('NOT_ALLOWED', 'Only administrators make warehouses.') }
  const read = readName(call.name)
  if ('fault' in read) return { refusal: refusal('INVALID_NAME', read.fault) }
  const policy = readSlaPolicy(call.slaPolicy)
  if ('fault' in policy) return { refusal: refusal('INVALID_POLICY', policy.fault) }
  if (!isTimeZone(timeZone) || !(await isKnownToPostgres(deps, timeZone)))
    return { refusal: refusal('INVALID_TIME_ZONE', 'The time zone is not an IANA name such as Europe/Moscow.') }
  if (!isWbId(wbWarehouseId))
    throw new InputError('BAD_USER_INPUT', 'wbWarehouseId must be the digits of a whole number above 0')
  if (!isUuid(sellerAccountId)) return { refusal: unknownAccount() }
  const { name } = read
  const request = { command: 'CREATE_WAREHOUSE', sellerAccountId, wbWarehouseId, name, timeZone, policy }
  return runCommand<{ readonly warehouse: PublicWarehouse }>(deps, call, request, async (tx) => {
    const account = await tx.query('SELECT FROM seller_account WHERE id = $1', [sellerAccountId])
    if (account.rowCount === 0) return { result: { refusal: unknownAccount() }, events: [] }
    const id = uuid()
    const { assemblyMinutes, cutOffs, amberMinutes, redMinutes } = policy
    const made = await tx.query(
      `INSERT INTO warehouse (id, seller_account_id, wb_warehouse_id, name, time_zone, assembly_minutes, cut_offs, amber_minutes, red_minutes, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (seller_account_id, wb_warehouse_id) DO NOTHING`,
      [
        ...[id, sellerAccountId, wbWarehouseId, name, timeZone],
        ...[assemblyMinutes, cutOffs, amberMinutes, redMinutes, await readClock(tx, call)],
      ],
    )
    if (made.rowCount === 0)
      return {
        result: { refusal: refusal('WAREHOUSE_TAKEN', 'The account has a warehouse with this number already.') },
        events: [],
      }
    await tx.query('INSERT INTO stream_head (warehouse_id, epoch) VALUES ($1, $2)', [id, randomUUID()])
    const details = { sellerAccountId, wbWarehouseId, name, timeZone, slaPolicy: policy }
    return {
      result: { warehouse: await readWarehouse(tx, id) },
      events: [],
      entries: [{ warehouseId: id, action: 'WAREHOUSE_CREATED', subject: { kind: 'WAREHOUSE', id }, details }],
    }
  })
}
