import { randomBytes } from 'node:crypto'

/** A WebSocket frame as a client would send it, or as it must not. */
interface Frame {
  readonly opcode: number
  readonly payload?: Buffer | string
  readonly fin?: boolean
  /** The three reserved bits. */
  readonly rsv?: number
  readonly masked?: boolean
  /** A length that is said instead of the payload's. */
  readonly claims?: bigint
}

const TEXT = 1
const BINARY = 2
const CONTINUATION = 0
const CLOSE = 8
const PING = 9
const PONG = 10

const lengthBytes = (length: bigint, mask: number): Buffer => {
  if (length < 126n) return Buffer.from([mask | Number(length)])
  const bytes = Buffer.alloc(length < 65_536n ? 3 : 9)
  bytes[0] = mask | (length < 65_536n ? 126 : 127)
  if (length < 65_536n) bytes.writeUInt16BE(Number(length), 1)
  else bytes.writeBigUInt64BE(length, 1)
  return bytes
}

/** The bytes of a frame. */
export const frame = ({ opcode, payload = '', fin = true, rsv = 0, masked = true, claims }: Frame): Buffer => {
  const body = Buffer.from(payload)
  const key = randomBytes(4)
  const length = lengthBytes(claims ?? BigInt(body.length), masked ? 0x80 : 0)
  const first = Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode])
  if (!masked) return Buffer.concat([first, length, body])
  return Buffer.concat([first, length, key, body.map((byte, index) => byte ^ (key[index % 4] ?? 0))])
}

const many = (count: number, one: Frame) => Buffer.concat(Array.from({ length: count }, () => frame(one)))
const badText = Buffer.from([0x22, 0xc3, 0x28, 0x22])
const begun = frame({ opcode: TEXT, payload: '{', fin: false })
const closing = (code: number, reason: Buffer | string = '') => {
  const payload = Buffer.alloc(2)
  payload.writeUInt16BE(code)
  return frame({ opcode: CLOSE, payload: Buffer.concat([payload, Buffer.from(reason)]) })
}

/** What a client sends on an open socket, and the codes with which it is closed for it. */
export const hostileFrames: Readonly<Record<string, readonly [Buffer, ...number[]]>> = {
  'text that is no UTF-8': [frame({ opcode: TEXT, payload: badText }), 1007],
  'text that is no UTF-8, over two fragments': [
    Buffer.concat([
      frame({ opcode: TEXT, payload: badText.subarray(0, 2), fin: false }),
      frame({ opcode: CONTINUATION, payload: badText.subarray(2) }),
    ]),
    1007,
  ],
  'half of a surrogate pair': [frame({ opcode: TEXT, payload: Buffer.from([0xed, 0xa0, 0x80]) }), 1007],
  'a length of 64 KiB and one': [frame({ opcode: TEXT, claims: 65_537n }), 1009],
  'a length of 4 GiB': [frame({ opcode: BINARY, claims: 2n ** 32n }), 1009],
  'a length of 2⁵³': [frame({ opcode: TEXT, claims: 2n ** 53n }), 1009],
  'a length with the sign bit': [frame({ opcode: TEXT, claims: 2n ** 64n - 1n }), 1009],
  'fragments that are too much together': [
    Buffer.concat(
      Array.from({ length: 3 }, (_, part) =>
        frame({ opcode: part ? CONTINUATION : TEXT, payload: 'x'.repeat(30_000), fin: false }),
      ),
    ),
    1009,
  ],
  'the first reserved bit (compression)': [frame({ opcode: TEXT, payload: '{}', rsv: 4 }), 1002],
  'the second reserved bit': [frame({ opcode: TEXT, payload: '{}', rsv: 2 }), 1002],
  'the third reserved bit': [frame({ opcode: TEXT, payload: '{}', rsv: 1 }), 1002],
  'a reserved bit of a ping': [frame({ opcode: PING, rsv: 4 }), 1002],
  'a frame without a mask': [frame({ opcode: TEXT, payload: '{}', masked: false }), 1002],
  'a ping without a mask': [frame({ opcode: PING, masked: false }), 1002],
  ...Object.fromEntries(
    [3, 7, 11, 15].map((opcode) => [`the unknown kind ${opcode}`, [frame({ opcode }), 1002] as const]),
  ),
  'a continuation of nothing': [frame({ opcode: CONTINUATION, payload: 'x' }), 1002],
  'a message within a message': [Buffer.concat([begun, frame({ opcode: TEXT, payload: '{}' })]), 1002],
  'fragments without an end': [
    Buffer.concat([begun, many(64, { opcode: CONTINUATION, payload: ' ', fin: false })]),
    1008,
  ],
  'empty fragments without an end': [Buffer.concat([begun, many(5_000, { opcode: CONTINUATION, fin: false })]), 1008],
  'a ping in fragments': [frame({ opcode: PING, fin: false }), 1002],
  'a ping of 126 bytes': [frame({ opcode: PING, payload: 'x'.repeat(126) }), 1002],
  'a pong of 60,000 bytes': [frame({ opcode: PONG, payload: 'x'.repeat(60_000) }), 1002],
  'a close of 126 bytes': [frame({ opcode: CLOSE, payload: 'x'.repeat(126) }), 1002],
  'a flood of pings': [many(1_000, { opcode: PING }), 1008],
  'a flood of the largest pings within a message': [
    Buffer.concat([begun, many(1_000, { opcode: PING, payload: 'x'.repeat(125) })]),
    1008,
  ],
  'a flood of pongs': [many(1_000, { opcode: PONG }), 1008],
  'a flood of pings of the protocol': [many(1_000, { opcode: TEXT, payload: '{"type":"ping"}' }), 1008],
  'a close with half a code': [frame({ opcode: CLOSE, payload: 'x' }), 1002],
  'a close with a code that is not sent': [closing(1005), 1002],
  'a close with a code that there is not': [closing(999), 1002],
  'a close whose reason is no UTF-8': [closing(1000, badText), 1007],
  'an empty message': [frame({ opcode: TEXT }), 4400],
  'a message that is no JSON': [frame({ opcode: TEXT, payload: '{' }), 4400],
  'a message of nested lists': [frame({ opcode: TEXT, payload: '['.repeat(60_000) }), 4400],
  'a binary message of noise': [frame({ opcode: BINARY, payload: randomBytes(1_000) }), 4400],
  'an HTTP request': [Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), 1002],
  TLS: [Buffer.from('16030100c8010000c40303', 'hex'), 1002],
  noise: [Buffer.alloc(65_536, 0xff), 1002],
}
