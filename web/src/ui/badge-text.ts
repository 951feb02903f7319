const badge = /^wbab_[\w-]{22}$/
const atEnd = /wbab_[\w-]{22}$/

/** More than a badge is never looked at. */
const LONGEST = 64

/** Whether a text may be a badge's; whose it is only the server knows. */
export const isBadge = (text: string): boolean => badge.test(text)

/** A key that was pressed, as the browser tells of it. */
export type Key = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>

/**
 * What a scanner meant by a key. It presses the keys of an American keyboard: where the layout is a Russian one `w` comes
 * out as `ц`, and only the key's place tells.
 */
function meant({ code, key, shiftKey }: Key): string {
  if (/^[!-~]$/.test(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return letter ? (shiftKey ? letter : letter.toLowerCase()) : ''
}

/** The last keys, with one more. */
export const withKey = (before: string, key: Key): string => (before + meant(key)).slice(-LONGEST)

/** The badge that the last keys spell; null when they do not. */
export const badgeOf = (keys: string): string | null => atEnd.exec(keys)?.[0] ?? null
