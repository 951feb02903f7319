import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** A WebSocket client that costs almost nothing: thousands of them leave the machine to the server that is measured. */
export interface LightSocket {
  send(text: string): void
  /** Sends bytes as they are. */
  write(bytes: Buffer): void
  close(): void
}

interface LightSocketOptions {
  readonly url: URL
  /** Address to connect from; a server may limit how many come from one. */
  readonly localAddress?: string
  readonly protocol?: string
  readonly onText: (payload: Buffer) => void
  readonly onClose?: () => void
}

const opcode = { text: 1, close: 8, ping: 9, pong: 10 } as const

/** A client's frame; its mask is zero, so the payload goes as it is. */
const frame = (code: number, payload: Buffer): Buffer => {
  const { length } = payload
  const head = length < 126 ? [128 | length] : [128 | 126, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([128 | code, ...head, 0, 0, 0, 0]), payload])
}

/** Cuts a stream of server frames into payloads. */
const createReader = (socket: Socket, onText: (payload: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer) => {
    let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    while (data.length >= 2) {
      const short = (data[1] ?? 0) & 127
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (data.length < head) break
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2))
      if (data.length < head + length) break
      const code = (data[0] ?? 0) & 15
      const payload = data.subarray(head, head + length)
      if (code === opcode.text) onText(payload)
      else if (code === opcode.ping) socket.write(frame(opcode.pong, payload))
      else if (code === opcode.close) socket.destroy()
      data = data.subarray(head + length)
    }
    rest = data
  }
}

/** Connects; resolves when the server has accepted. */
export const openLightSocket = (options: LightSocketOptions): Promise<LightSocket> =>
  new Promise((resolve, reject) => {
    const { url, localAddress, protocol, onText, onClose } = options
    const socket = connect({ port: Number(url.port), host: url.hostname, ...(localAddress && { localAddress }) })
    socket.setNoDelay(true)
    socket.once('error', reject)
    socket.on('close', () => onClose?.())
    socket.write(
      [
        ...[`GET ${url.pathname} HTTP/1.1`, `Host: ${url.host}`, 'Connection: Upgrade', 'Upgrade: websocket'],
        ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`],
        ...(protocol ? [`Sec-WebSocket-Protocol: ${protocol}`] : []),
        ...['', ''],
      ].join('\r\n'),
    )
    let greeting: Buffer = Buffer.alloc(0)
    const onGreeting = (chunk: Buffer) => {
      greeting = Buffer.concat([greeting, chunk])
      const end = greeting.indexOf('\r\n\r\n')
      if (end === -1) return
      socket.off('data', onGreeting)
      if (!greeting.toString('latin1').startsWith('HTTP/1.1 101')) {
        reject(new Error(`refused: ${greeting.toString('latin1').split('\r\n')[0]}`))
        socket.destroy()
        return
      }
      const read = createReader(socket, onText)
      socket.on('data', read)
      resolve({
        send: (text) => void socket.write(frame(opcode.text, Buffer.from(text))),
        write: (bytes) => void socket.write(bytes),
        close: () => socket.destroy(),
      })
      if (greeting.length > end + 4) read(greeting.subarray(end + 4))
    }
    socket.on('data', onGreeting)
  })
