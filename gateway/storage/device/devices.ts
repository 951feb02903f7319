import type { Rights } from '../../domain/person/rights.js'
import { refusal, type Refusal } from '../../domain/refusal.js'
import { writeDone } from '../audit/people-entries.js'
import { whenAvailable } from '../database-error.js'
import type { StorageDeps } from '../deps.js'
import { moveRights } from '../person/rights-head.js'
import { hashSecret } from '../secret/secret.js'
import { inTransaction } from '../transaction.js'
import { isUuid } from '../uuid.js'
import { deviceColumns, liveDevice, type PublicDevice } from './device-row.js'

type Deps = Pick<StorageDeps, 'pool'>

/** The devices of the warehouses where the caller may let devices in, the latest seen first. */
export const listDevices = async ({ pool }: Deps, rights: Rights): Promise<readonly PublicDevice[]> => {
  const { rows } = await whenAvailable(() =>
    pool.query<PublicDevice>(
      `SELECT ${deviceColumns} FROM device d JOIN person p ON p.id = d.approved_by
       WHERE ($1::uuid[] IS NULL OR d.warehouse_id = ANY($1)) AND ${liveDevice} ORDER BY d.last_seen_at DESC, d.id`,
      [rights.where('ADMIT_DEVICES')],
    ),
  )
  return rows
}

/** The device whose secret this is; null when it is none, removed or over. */
export const findDevice = async ({ pool }: Deps, secret: string): Promise<PublicDevice | null> => {
  const { rows } = await whenAvailable(() =>
    pool.query<PublicDevice>(
      `SELECT ${deviceColumns} FROM device d JOIN person p ON p.id = d.approved_by WHERE d.secret_hash = $1 AND ${liveDevice}`,
      [hashSecret(secret)],
    ),
  )
  return rows[0] ?? null
}

/** Takes a device out again, on every replica within two seconds. Refusals: UNKNOWN_DEVICE. */
export const removeDevice = (
  { pool }: Deps,
  by: { readonly name: string; readonly rights: Rights },
  id: string,
): Promise<Refusal | undefined> =>
  inTransaction(pool, async (tx) => {
    await moveRights(tx)
    const unknown = refusal('UNKNOWN_DEVICE', 'There is no such device.')
    if (!isUuid(id)) return unknown
    const { rows } = await tx.query<Pick<PublicDevice, 'kind' | 'name' | 'warehouseId'>>(
      `DELETE FROM device WHERE id = $1 AND ($2::uuid[] IS NULL OR warehouse_id = ANY($2))
       RETURNING kind, name, warehouse_id AS "warehouseId"`,
      [id, by.rights.where('ADMIT_DEVICES')],
    )
    const [device] = rows
    if (!device) return unknown
    const { kind, name, warehouseId } = device
    const subject = { kind: 'DEVICE', id } as const
    await writeDone(tx, by.name, [{ warehouseId, action: 'DEVICE_REMOVED', subject, details: { kind, name } }])
    return undefined
  })
