/** The chain of what concerns no one warehouse: a primary key knows no NULL. */
const INSTALLATION = '00000000-0000-0000-0000-000000000000'

/** The chain in which a warehouse's entries stand; null is the installation. */
export const chainOf = (warehouseId: string | null): string => warehouseId ?? INSTALLATION

/** Whose chain it is; null is the installation's. */
export const warehouseOf = (chain: string): string | null => (chain === INSTALLATION ? null : chain)
