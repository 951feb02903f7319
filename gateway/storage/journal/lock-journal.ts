import type { Grant } from '../../domain/person/role.js'
import type { RefusalCode } from '../../domain/refusal.js'
import { liveDevice } from '../device/device-row.js'
import { grantsColumn } from '../person/person-row.js'
import type { Tx } from '../transaction.js'

/** A journal that this transaction has locked, and its person as they are now. */
export interface LockedJournal {
  readonly id: string
  readonly lastSeq: number
  readonly warehouseId: string
  readonly device: string | null
  /** Name of whose acts they are. */
  readonly person: string
  readonly grants: readonly Grant[]
  /** Why none of its acts is done any more. */
  readonly stopped: RefusalCode | undefined
}

interface Row extends Omit<LockedJournal, 'stopped'> {
  readonly deviceRemoved: boolean
  readonly grantOver: boolean
  readonly disabled: boolean
}

const stoppedBy = ({ disabled, deviceRemoved, grantOver }: Row): RefusalCode | undefined => {
  if (disabled) return 'PERSON_DISABLED'
  if (deviceRemoved) return 'DEVICE_REMOVED'
  return grantOver ? 'GRANT_OVER' : undefined
}

/** Locks a journal: whoever delivers it at the same time waits here, a twin of the same command above all. */
export const lockJournal = async (tx: Tx, id: string): Promise<LockedJournal> => {
  const { rows } = await tx.query<Row>({
    name: 'lock-journal',
    text: `SELECT j.id, j.last_seq AS "lastSeq", j.warehouse_id AS "warehouseId", j.device, p.name AS person, ${grantsColumn},
             j.device_id IS NOT NULL AND NOT EXISTS (SELECT FROM device d WHERE d.id = j.device_id AND ${liveDevice}) AS "deviceRemoved",
             j.grant_expires_at <= now() AS "grantOver", p.disabled_at IS NOT NULL AS disabled
           FROM journal j JOIN person p ON p.id = j.person_id WHERE j.id = $1 FOR UPDATE OF j`,
    values: [id],
  })
  const [row] = rows
  if (!row) throw new Error('a journal is not forgotten while it is delivered')
  return { ...row, stopped: stoppedBy(row) }
}
