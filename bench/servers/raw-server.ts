// The floor: a plain ws broadcast of given bytes. PORT; IPC { emit: how many, text, as: 'string' | 'buffer' }.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

interface Emit {
  readonly emit: number
  readonly text: string
  readonly as: 'string' | 'buffer'
}

const http = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
http.listen(Number(process.env['PORT']), '127.0.0.1')

process.on('message', (message: Partial<Emit>) => {
  const { emit, text, as } = message
  if (emit === undefined || text === undefined) return
  for (let i = 0; i < emit; i += 1) {
    const data = as === 'buffer' ? Buffer.from(text) : text
    for (const socket of sockets.clients) socket.send(data, { binary: false })
  }
})
