// A process that owns an embedded database, for the tests that kill it:
//   node --import scripts/resolve-ts.mjs owner-process.mjs DATA_DIR [URL to announce]
// Says in one JSON line what became of the start; SIGTERM stops it in order.
const { startEmbedded } = await import('./index.ts')
const [dataDir, announced] = process.argv.slice(2)
const log = { info: console.error, warn: console.error, error: console.error }
try {
  const database = await startEmbedded({ dataDir, log, env: process.env })
  process.once('SIGTERM', () => void database.stop())
  if (announced) await database.announce(announced)
  const { url, port, pid, fresh, adopted, from, runsAs } = database
  console.log(JSON.stringify({ url, port, pid, fresh, adopted, from, runsAs }))
} catch (error) {
  console.log(JSON.stringify({ code: error.code ?? 'UNKNOWN', message: error.message, running: error.running }))
}
