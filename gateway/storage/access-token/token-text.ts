import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const pattern = /^wba_([\w-]{43})([0-9a-f]{8})$/
const sumOf = (body: string) => crc32(body).toString(16).padStart(8, '0')

/** A new token: `wba_`, 256 random bits, a checksum, so that scanners of leaks know one when they see it. */
export const newTokenText = (): string => {
  const body = randomBytes(32).toString('base64url')
  return `wba_${body}${sumOf(body)}`
}

/** Whether a text can be a token at all: what cannot is refused without a look into the database. */
export const isTokenText = (text: string): boolean => {
  const [, body, sum] = pattern.exec(text) ?? []
  return body !== undefined && sumOf(body) === sum
}
