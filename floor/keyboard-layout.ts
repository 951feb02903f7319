const russian = 'ё!"№;%:?*()_+йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё'
const american = '`!@#$%^&*()_+qwertyuiop[]asdfghjkl;\'zxcvbnm,./QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?~'

const places: ReadonlyMap<string, string> = new Map(
  [...russian].map((character, place) => [character, american[place] ?? character]),
)

/** Whether a text was typed on a keyboard whose layout is Russian: no barcode holds Cyrillic letters. */
export const isTypedInRussian = (text: string): boolean => /[а-яё№]/i.test(text)

/**
 * What the same keys type in the American layout, which scanners press. A text without a Cyrillic letter stays as it is:
 * nothing tells in which layout its signs were typed.
 */
export const fromRussianLayout = (text: string): string =>
  isTypedInRussian(text) ? [...text].map((character) => places.get(character) ?? character).join('') : text
