import type { LabelVerdict } from '../../../floor/marking-code.js'

/** A marking code that was scanned for an order. */
export interface PublicLabel {
  readonly key: string
  readonly value: string
  readonly verdict: LabelVerdict
  readonly attachedBy: string
  /** ISO-8601. */
  readonly attachedAt: string
}

/** Columns of a label in its public form. */
export const labelColumns = `l.key, l.value, l.verdict, l.attached_by AS "attachedBy", iso(l.attached_at) AS "attachedAt"`
