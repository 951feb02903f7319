/** Why a board's stream has a hole that a snapshot fills. */
export type GapReason = 'SLOW' | 'PRUNED' | 'EPOCH'
