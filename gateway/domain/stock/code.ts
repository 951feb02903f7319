const MAX_CODE = 64

/** A code as it stands on a label, trimmed; null when it is empty, too long or holds what no label shows. */
export const readCode = (text: string): string | null => {
  const code = text.trim().normalize('NFC')
  return code !== '' && code.length <= MAX_CODE && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(code) ? code : null
}

/** The most units that one line may name. */
export const MAX_QUANTITY = 100_000

/** Whether a number of units can be meant. */
export const isQuantity = (quantity: number, least: 0 | 1): boolean =>
  Number.isInteger(quantity) && quantity >= least && quantity <= MAX_QUANTITY
