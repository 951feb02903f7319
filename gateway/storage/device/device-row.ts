/** What a device is for: a screen on the wall, or a phone that people share. */
export const deviceKinds = ['BOARD', 'PHONE'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** A device stays let in for this long after it was last seen, and for a year in all. */
export const UNSEEN_DAYS = 90
export const DEVICE_DAYS = 365

/** The condition of a device `d` that is still let in. */
export const liveDevice = `d.expires_at > now() AND d.last_seen_at > now() - interval '${UNSEEN_DAYS} days'`

/** A device as managers see it. */
export interface PublicDevice {
  readonly id: string
  readonly kind: DeviceKind
  readonly name: string
  readonly warehouseId: string
  /** Name of who let it in. */
  readonly approvedBy: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** What statements read of a device `d` and its approver `p`. */
export const deviceColumns = `
  d.id, d.kind, d.name, d.warehouse_id AS "warehouseId", p.name AS "approvedBy", d.created_at AS "createdAt",
  d.last_seen_at AS "lastSeenAt", d.expires_at AS "expiresAt"`
