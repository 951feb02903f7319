import type { BoardFilter } from './board-filter.js'

/** Arguments of a stream, coerced by the schema. */
export interface FollowArgs {
  readonly warehouseId: string
  readonly filter?: BoardFilter | null
  readonly after?: number | null
  readonly epoch?: string | null
}

/** Ids as the log writes them. The database takes a UUID in capitals for the same, the maps of this part must too. */
export const canonical = (args: FollowArgs): FollowArgs => ({
  ...args,
  warehouseId: args.warehouseId.toLowerCase(),
  ...(args.epoch && { epoch: args.epoch.toLowerCase() }),
  ...(args.filter?.skuId && { filter: { ...args.filter, skuId: args.filter.skuId.toLowerCase() } }),
})
