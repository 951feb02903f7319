/** The order of an event; one that was written before orders had boxes and marking gets their absence. */
export const stateOf = (event: string): string =>
  `CASE WHEN ${event}.state ? 'attachedMeta' THEN ${event}.state ELSE ${event}.state || '{"attachedMeta": [], "box": null}' END`

/** Columns of order_event in the shape of the log's readers; `order` is the public order of the view order_state. */
export const eventColumns = `
  e.warehouse_id AS "warehouseId", e.seq::float8 AS "seq", e.epoch, iso(e.at) AS "at", e.order_id AS "orderId", e.type::text AS "type",
  e.before, ${stateOf('e')} AS "order", e.actor, e.device, iso(e.client_time) AS "clientTime", e.command_id AS "commandId"`

/** A row of the event log as eventColumns select it; the order carries more than is named here. */
export interface LogRow {
  readonly warehouseId: string
  readonly seq: number
  readonly epoch: string
  readonly at: string
  readonly orderId: string
  readonly type: string
  readonly before: { readonly state: string; readonly putBackRequired: boolean; readonly holder: string | null } | null
  readonly order: {
    readonly id: string
    readonly state: string
    readonly putBackRequired: boolean
    readonly deadlineAt: string
    readonly sku: { readonly id: string }
    readonly claim: { readonly holder: string } | null
    readonly pickedBy: string | null
  }
  readonly actor: string
  readonly device: string | null
  readonly clientTime: string | null
  readonly commandId: string | null
}

/** Where a warehouse's log stands. */
export interface HeadRow {
  readonly warehouseId: string
  readonly epoch: string
  readonly seq: number
  readonly minSeq: number
}
