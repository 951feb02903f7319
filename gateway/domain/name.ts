const MAX_NAME = 100

/** A name that people give to a thing, trimmed and in one Unicode form; or what is wrong with it (one English sentence). */
export const readName = (text: string): { readonly name: string } | { readonly fault: string } => {
  const name = text.trim().normalize('NFC')
  if (name === '') return { fault: 'The name is empty.' }
  // Control characters, halves of surrogate pairs, line and paragraph ends; the joiners that emoji are made with stay.
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return { fault: 'The name must not hold control characters.' }
  if ([...name].length > MAX_NAME) return { fault: `The name is longer than ${MAX_NAME} characters.` }
  return { name }
}
