/** GS: what GS1 puts between the parts of a code whose lengths vary. */
export const GS = '\u001d'

/** What scanners type where a keyboard has no key for GS. */
const standIns = /\{GS\}|<GS>|\[GS\]|\\x1d|\\u001d|\u241d|\^\]/gi

/** The same text with GS where a scanner has put something else for it. */
export const withStandInsAsGs = (text: string): string => text.replaceAll(standIns, GS)

/**
 * Honest Sign codes whose separators were lost on the way and whose parts have one length each, so that only one reading
 * is left: serial number, key (91) or short check (93), signature (92).
 */
const unseparated = [
  /^(01\d{14}21[!-~]{13})(91[!-~]{4})(92[!-~]{44})$/,
  /^(01\d{14}21[!-~]{13})(91[!-~]{4})(92[!-~]{88})$/,
  /^(01\d{14}21[!-~]{13})(93[!-~]{4})$/,
  /^(01\d{14}21[!-~]{6})(93[!-~]{4})$/,
] as const

/** The text with the separators that were lost; null when none is missing, or when nobody can say where. */
export function withLostGs(text: string): string | null {
  if (text.includes(GS)) return null
  for (const shape of unseparated) {
    const found = shape.exec(text)
    if (found) return found.slice(1).join(GS)
  }
  return null
}
