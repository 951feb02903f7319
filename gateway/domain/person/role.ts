/** What a person may be; security.md's table says what each may command. */
export const roles = ['ADMIN', 'MANAGER', 'SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST'] as const
export type Role = (typeof roles)[number]

/** A role in one warehouse; ADMIN alone is of the whole installation, `warehouseId` null. */
export interface Grant {
  readonly role: Role
  readonly warehouseId: string | null
}

/** What a personal access token may be used for. */
export const tokenScopes = ['READ', 'IMPORT', 'FLOOR'] as const
export type TokenScope = (typeof tokenScopes)[number]

export const isAdmin = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'ADMIN')

/** Whether somebody is an analyst and nothing else. */
export const isAnalyst = (grants: readonly Grant[]): boolean =>
  grants.length > 0 && grants.every(({ role }) => role === 'ANALYST')

/** Whether somebody manages: everything, or some warehouse. */
export const isManager = (grants: readonly Grant[]): boolean =>
  grants.some(({ role }) => role === 'ADMIN' || role === 'MANAGER')

const keyOf = ({ role, warehouseId }: Grant) => `${role} ${warehouseId ?? ''}`

/** What changes between two lists of grants, each difference once. */
export const grantChanges = (before: readonly Grant[], after: readonly Grant[]): readonly Grant[] => {
  const inBoth = (a: readonly Grant[], b: readonly Grant[]) => {
    const keys = new Set(b.map(keyOf))
    return a.filter((grant) => !keys.has(keyOf(grant)))
  }
  return [...inBoth(before, after), ...inBoth(after, before)]
}
