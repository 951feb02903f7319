const text = 0x81 // the last (and only) frame of a text message, nothing compressed

/**
 * The head of a WebSocket text frame (RFC 6455 §5.2, unmasked) and the part of its message that differs between sockets.
 * The body follows in a write of its own, uncopied, from the one place where all who get it share it.
 */
export const frameHead = (prefix: Buffer, bodyLength: number): Buffer => {
  const length = prefix.length + bodyLength
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const head = Buffer.allocUnsafe(size + prefix.length)
  head[0] = text
  if (size === 2) head[1] = length
  else if (size === 4) {
    head[1] = 126
    head[2] = length >> 8
    head[3] = length & 255
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  prefix.copy(head, size)
  return head
}
