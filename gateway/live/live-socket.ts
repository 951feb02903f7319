import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { frameHead } from './frame-head.js'
import type { LiveLimits } from './limits.js'
import { type LiveWatch, unwatched } from './watch.js'

/** Close codes that the live part itself gives; the rest are graphql-ws's own. */
export const LiveCloseCode = Object.freeze({
  /** The server restarts: come back, a little later. */
  RESTART: 1012,
  /** This client does not keep up. */
  TOO_SLOW: 1013,
})

/**
 * One WebSocket connection: bounded writing, pings, and the knowledge when it has room again. Methods and no accessors:
 * an object whose accessor is a closure has a shape of its own, and V8 then looks up every property of every socket anew.
 */
export interface LiveSocket {
  /** Bytes handed to the socket that the client has not taken. */
  unsent(): number
  isOpen(): boolean
  /** Writes one text frame; closes the socket when far too much is unsent. */
  send(prefix: Buffer, body: Buffer): void
  /** Runs `write` with the frames gathered into as few system calls as possible. */
  corked(write: () => void): void
  /** Calls back once, when everything handed over has been taken. */
  whenDrained(callback: () => void): void
  close(code: number, reason: string): void
  onClose(callback: () => void): void
}

/**
 * The connection under a WebSocket; ws has it private, and only it can cork and tell of a drain. Frames are written to it
 * as a small head and the shared body: through `ws.send` each socket would need a copy of its own, which costs a third of
 * the program's time for a message. The edge negotiates no extension and ws itself sends only control frames, so a frame
 * of ours never falls inside another message.
 */
const socketOf = (ws: WebSocket): Socket => {
  const socket: unknown = Reflect.get(ws, '_socket')
  if (typeof socket === 'object' && socket !== null && 'cork' in socket) return socket as Socket
  throw new Error('the WebSocket has no connection')
}

/** Wraps an accepted WebSocket. Sends a ping every pingEveryMs; missed pongs end it with 1013. */
export const createLiveSocket = (ws: WebSocket, limits: LiveLimits, watch: LiveWatch = unwatched): LiveSocket => {
  const socket = socketOf(ws)
  const drained = new Set<() => void>()
  const closed = new Set<() => void>()
  let missed = 0

  const close = (code: number, reason: string) => {
    if (ws.readyState !== ws.OPEN) return
    ws.close(code, reason)
    // A client that does not read never sees the close frame: cut it, its side sees 1006.
    const cut = setTimeout(() => ws.terminate(), limits.terminateAfterMs)
    ws.once('close', () => clearTimeout(cut))
  }

  const pings = setInterval(() => {
    missed += 1
    if (missed > limits.missedPongs) close(LiveCloseCode.TOO_SLOW, 'no answer to pings')
    else ws.ping()
  }, limits.pingEveryMs)
  ws.on('pong', () => {
    missed = 0
  })
  const onDrain = () => {
    const callbacks = [...drained]
    drained.clear()
    for (const callback of callbacks) callback()
  }
  socket.on('drain', onDrain)
  ws.once('close', () => {
    clearInterval(pings)
    drained.clear()
    for (const callback of closed) callback()
    closed.clear()
  })

  return {
    unsent: () => socket.writableLength,
    isOpen: () => ws.readyState === ws.OPEN,
    send(prefix, body) {
      if (ws.readyState !== ws.OPEN) return
      socket.cork()
      socket.write(frameHead(prefix, body.length))
      socket.write(body)
      socket.uncork()
      watch.delivered()
      if (socket.writableLength > limits.closeAbove) close(LiveCloseCode.TOO_SLOW, 'too slow')
    },
    corked(write) {
      socket.cork()
      try {
        write()
      } finally {
        socket.uncork()
      }
    },
    whenDrained(callback) {
      // `drain` is told only after a write that filled the buffer; with nothing unsent it would never come.
      if (socket.writableNeedDrain) drained.add(callback)
      else setImmediate(callback)
    },
    close,
    onClose: (callback) => void closed.add(callback),
  }
}
