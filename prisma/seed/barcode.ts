/** The check digit of an EAN-13: its first 12 digits weighted 1, 3, 1, 3, … */
const checkDigit = (first12: string): number => {
  const sum = [...first12].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return (10 - (sum % 10)) % 10
}

/** Completes 12 digits to a valid EAN-13; throws RangeError when they are not 12 digits. */
export const ean13 = (first12: string): string => {
  if (!/^\d{12}$/.test(first12)) throw new RangeError(`not 12 digits: ${first12}`)
  return `${first12}${checkDigit(first12)}`
}

/** Whether a text is an EAN-13 whose check digit is right. */
export const isEan13 = (text: string): boolean =>
  /^\d{13}$/.test(text) && checkDigit(text.slice(0, 12)) === Number(text[12])
