// npm run db:* — runs a Prisma command (or tells the URL) on DATABASE_URL, else on the embedded database, which is
// started for as long as the command takes, or shared with the `npm start` that runs on it.
//   node scripts/db.mjs migrate status        node scripts/db.mjs url
import './build/node-version.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)

const { url, started } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await embedded()
try {
  if (args[0] === 'url') await tellUrl()
  else process.exitCode = await prisma(args)
} finally {
  await started?.stop()
}

async function embedded() {
  await import('./resolve-ts.mjs') // not above: on too old a Node the version check must speak first
  const { AlreadyRunning, EmbeddedError, runningDatabase, startEmbedded } =
    await import('../gateway/storage/embedded/index.ts')
  const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data')
  try {
    const database = await startEmbedded({ dataDir, log: console, env: process.env })
    return { url: database.url, started: database }
  } catch (error) {
    const shared = error instanceof AlreadyRunning ? runningDatabase(dataDir) : undefined
    if (shared) return { url: shared }
    if (!(error instanceof EmbeddedError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

// A server started for this command would be gone before its URL is of use: it stays until Ctrl+C.
async function tellUrl() {
  console.log(url)
  if (!started) return
  console.error('The embedded database runs as long as this command: Ctrl+C stops it.')
  const keepAwake = setInterval(() => {}, 60_000)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  clearInterval(keepAwake)
}

function prisma(command) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const env = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...process.env, DATABASE_URL: url }
  const child = spawn(process.execPath, [cli, ...command], { cwd: root, env, stdio: 'inherit' })
  process.on('SIGINT', () => {}) // the child has got it too; the server is stopped after it
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
