// Refuses whatever it is sent with as little work as Node lets it: what is left is what the callers themselves cost the machine.
// PORT.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  if (request.url === '/health/ready') return void response.end()
  request.resume().on('end', () => response.writeHead(400, { 'content-type': 'application/json' }).end('{}'))
})
server.on('upgrade', (_request, socket) => {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
