// A process that attacks a gateway with the corpora that the tests prove to be refused: a few callers, each as fast as it gets
// answers. Arguments: URL, kind of attack, access token. IPC: when told to stop it tells how much was answered.
import { hostileDocuments } from '../../gateway/test/hostile/hostile-documents.js'
import { hostileFrames } from '../../gateway/test/hostile/hostile-frames.js'
import { costlyOperations, hostileOperations } from '../../gateway/test/hostile/hostile-operations.js'
import { openLightSocket } from './light-socket.js'
import { createPost } from './post.js'

/** Ways to attack. */
export type Attack = 'documents by a token' | 'documents by nobody' | 'documents on sockets' | 'frames'

/** What an attack has come to. */
export interface Attacked {
  /** Answers, errors on sockets and closed sockets. */
  readonly answered: number
  /** … of them those that told to wait. */
  readonly told: number
}

const callers = 4
/** A socket may not send longer ones, and is closed for it: that is in the corpus of frames. */
const longestOnSocket = 60_000

const [url = '', kind, token = ''] = process.argv.slice(2)
const operations = [
  ...Object.values(hostileDocuments).map((query) => ({ query })),
  ...Object.values(hostileOperations),
  ...Object.values(costlyOperations),
]
const frames = Object.values(hostileFrames).map(([bytes]) => bytes)
const post = createPost(url, { add: () => undefined })

let turn = 0
let answered = 0
let told = 0
/** Another text each time, so that nothing comes from a cache. */
const nextOperation = () => {
  turn += 1
  const operation = operations[turn % operations.length] ?? { query: '' }
  return { ...operation, query: `${operation.query} #${turn}` }
}

const sendDocument = async (as?: string) => {
  const { statusCode } = await post(nextOperation(), as === undefined ? {} : { token: as })
  if (statusCode === 429) told += 1
}

const openSocket = (onText: (text: Buffer) => void, onClose: () => void) =>
  openLightSocket({ url: new URL(`${url}/graphql`), protocol: 'graphql-transport-ws', onText, onClose })
const init = JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })

/** One after the other on a socket until that is closed. */
const sendOnSocket = async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const socket = await openSocket((text) => {
    if (text.includes('RATE_LIMITED')) told += 1
    answered += 1
    let operation = nextOperation()
    while (operation.query.length > longestOnSocket) operation = nextOperation()
    const query = operation.query.replace(/^\{/, 'subscription {')
    socket.send(JSON.stringify({ id: String(turn), type: 'subscribe', payload: { ...operation, query } }))
  }, resolve)
  socket.send(init)
  await closed
}

const sendFrames = async () => {
  turn += 1
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const socket = await openSocket(() => undefined, resolve)
  socket.send(init)
  socket.write(frames[turn % frames.length] ?? Buffer.alloc(0))
  await closed
}

const attacks: Readonly<Record<Attack, () => Promise<void>>> = {
  'documents by a token': () => sendDocument(token),
  'documents by nobody': () => sendDocument(),
  'documents on sockets': sendOnSocket,
  frames: sendFrames,
}

const attack = Object.entries(attacks).find(([name]) => name === kind)?.[1]
if (!attack) throw new Error(`there is no attack ${kind}`)
const call = async () => {
  for (;;) {
    // A refused connection is an answer too.
    await attack().catch(() => undefined)
    answered += 1
  }
}
for (let caller = 0; caller < callers; caller += 1) void call()

process.on('message', () => {
  process.send?.({ answered, told } satisfies Attacked)
  process.disconnect()
  process.exit()
})
