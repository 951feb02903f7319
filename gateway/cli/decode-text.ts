import { ImportFault } from './import-fault.js'

const bom = { utf8: [0xef, 0xbb, 0xbf], utf16le: [0xff, 0xfe], utf16be: [0xfe, 0xff] } as const
const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte)

const encodingOf = (bytes: Uint8Array): string => {
  // Windows PowerShell writes UTF-16 with `>`.
  if (startsWith(bytes, bom.utf16le)) return 'utf-16le'
  if (startsWith(bytes, bom.utf16be)) return 'utf-16be'
  return 'utf-8'
}

/** The text of a file. Throws ImportFault when it is empty or in another encoding than UTF-8 or marked UTF-16. */
export const decodeText = (bytes: Uint8Array): string => {
  let text: string
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new ImportFault('файл не в кодировке UTF-8', 'the file is not UTF-8 text')
  }
  if (text.trim() === '') throw new ImportFault('файл пуст', 'the file is empty')
  return text
}
