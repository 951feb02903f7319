/** ISO 4217 numbers of the currencies that the marketplace sells in, and of its sellers' countries. */
const letters: Readonly<Record<number, string>> = {
  51: 'AMD',
  156: 'CNY',
  398: 'KZT',
  417: 'KGS',
  498: 'MDL',
  643: 'RUB',
  784: 'AED',
  840: 'USD',
  860: 'UZS',
  933: 'BYN',
  944: 'AZN',
  949: 'TRY',
  972: 'TJS',
  978: 'EUR',
  981: 'GEL',
}

/** The letters of a currency's number; the number itself, three digits, when we do not know them. */
export const currencyLetters = (code: number): string => letters[code] ?? String(code).padStart(3, '0')
