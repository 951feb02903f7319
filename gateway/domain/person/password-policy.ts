const MIN = 12
const MAX = 200

const context = ['wildberries', 'wbassistant', 'assistant', 'warehouse', 'склад', 'вайлдберриз']

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * What is wrong with a password for somebody called by `words`, or undefined: 12 to 200 characters, none of the `common`
 * ones, and more than those words or the product's, however often repeated, with some digits to it (ASVS 5.0, 6.2).
 */
export const passwordFault = (
  password: string,
  words: readonly string[],
  common: ReadonlySet<string>,
): string | undefined => {
  const length = [...password].length
  if (length < MIN) return `The password is shorter than ${MIN} characters.`
  if (length > MAX) return `The password is longer than ${MAX} characters.`
  const text = plain(password)
  if (common.has(password.toLowerCase()) || common.has(text)) return 'The password is one of the commonest there are.'
  if (new Set(text).size < 4) return 'The password repeats the same few characters.'
  const known = [...context, ...words.map(plain)].filter((word) => word.length > 2)
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), text).replaceAll(/\d/g, '')
  if (rest.length < 4) return 'The password is little more than a name or a word of this system.'
  return undefined
}
