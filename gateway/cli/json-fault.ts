/** Where a text stops being JSON: line and column count from 1. */
export interface JsonFault {
  readonly line: number
  readonly column: number
}

// Tokens of JSON, tried at one place of the text; strings may hold no raw control characters.
const token =
  /[ \t\r\n]+|[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Expected = 'VALUE' | 'VALUE_OR_END' | 'KEY' | 'KEY_OR_END' | 'COLON' | 'COMMA_OR_END' | 'NOTHING'

const next = (expected: Expected, found: string, open: string[]): Expected | undefined => {
  const opened = (): Expected => {
    open.push(found)
    return found === '{' ? 'KEY_OR_END' : 'VALUE_OR_END'
  }
  const afterValue = (): Expected => (open.length === 0 ? 'NOTHING' : 'COMMA_OR_END')
  const closed = (): Expected | undefined => (open.pop() === (found === '}' ? '{' : '[') ? afterValue() : undefined)
  const isValue = !'}],:'.includes(found)
  switch (expected) {
    case 'VALUE':
    case 'VALUE_OR_END':
      if (found === '{' || found === '[') return opened()
      if (found === ']' && expected === 'VALUE_OR_END') return closed()
      return isValue ? afterValue() : undefined
    case 'KEY':
    case 'KEY_OR_END':
      if (found === '}' && expected === 'KEY_OR_END') return closed()
      return found.startsWith('"') ? 'COLON' : undefined
    case 'COLON':
      return found === ':' ? 'VALUE' : undefined
    case 'COMMA_OR_END':
      if (found === ',') return open.at(-1) === '{' ? 'KEY' : 'VALUE'
      return found === '}' || found === ']' ? closed() : undefined
    case 'NOTHING':
      return undefined
  }
}

const placeOf = (text: string, offset: number): JsonFault => {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/**
 * Finds where a text stops being JSON; undefined when it is JSON. JSON.parse says that only in some of its messages,
 * and a person with a file of 5 MB needs the line.
 */
export const findJsonFault = (text: string): JsonFault | undefined => {
  const open: string[] = []
  let expected: Expected = 'VALUE'
  let offset = 0
  while (offset < text.length) {
    token.lastIndex = offset
    const found = token.exec(text)?.[0]
    if (found === undefined) return placeOf(text, offset)
    if (found.trim() !== '') {
      const then = next(expected, found, open)
      if (then === undefined) return placeOf(text, offset)
      expected = then
    }
    offset += found.length
  }
  return expected === 'NOTHING' ? undefined : placeOf(text, offset)
}
