import { decodeText } from './decode-text.js'
import { findJsonFault } from './json-fault.js'
import { ImportFault } from './import-fault.js'

/** What TypeScript's library does not know yet: the third argument of a reviver tells the source text of a primitive. */
type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** Integers beyond 2^53 become their digits: rounded, an id would name another order. */
const keepDigits: SourceReviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? source
    : value

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown)
  } catch (error) {
    const place = findJsonFault(text)
    const [line, column] = place === undefined ? ['?', '?'] : [place.line, place.column]
    throw new ImportFault(
      `это не JSON: ошибка в строке ${line}, позиция ${column}`,
      `not JSON: fault at line ${line}, column ${column}`,
      { cause: error },
    )
  }
}

/**
 * Reads a saved answer of `GET /api/v3/orders/new` (`{"orders": […]}`) or a bare array from bytes; ids beyond 2^53 come
 * as strings of digits. Throws ImportFault in both languages. The members are not looked at: the gateway judges each.
 */
export const readOrders = (bytes: Uint8Array): readonly unknown[] => {
  const text = decodeText(bytes)
  const parsed = parse(text)
  const orders: unknown = typeof parsed === 'object' && parsed !== null && 'orders' in parsed ? parsed.orders : parsed
  if (!Array.isArray(orders))
    throw new ImportFault(
      'нет списка заданий: нужен ответ GET /api/v3/orders/new ({"orders": […]}) или массив заданий',
      'no list of orders: expected the answer of GET /api/v3/orders/new ({"orders": […]}) or an array of orders',
    )
  return orders
}
