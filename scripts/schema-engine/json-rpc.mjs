// JSON-RPC 2.0, one message a line: requests of the Prisma CLI on stdin, answers on stdout, one at a time.
import { createInterface } from 'node:readline'
import { createEngine, lastPanic } from './engine.mjs'

const METHODS = new Set([
  'applyMigrations',
  'createDatabase',
  'createMigration',
  'dbExecute',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'diff',
  'ensureConnectionValidity',
  'evaluateDataLoss',
  'getDatabaseVersion',
  'introspect',
  'introspectSql',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'reset',
  'schemaPush',
])
const METHOD_NOT_FOUND = -32601
const ENGINE_ERROR = 4466 // the native engine's code for "a known error, see data"
// `diff` and the like work without a database; the engine still wants an address.
const NO_DATABASE = 'postgresql://localhost/none'

/** Answers until stdin ends. */
export async function serve({ url, datamodels }) {
  let engine
  const engineFor = (params) =>
    (engine ??= createEngine({ url: url ?? params?.datasourceType?.url ?? NO_DATABASE, datamodels }))
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    const { id, method, params } = JSON.parse(line)
    if (method !== undefined) await answer(id, method, params, engineFor) // else: the reply to our own `print`
  }
  process.exit(0) // the pool's connections would hold the process
}

async function answer(id, method, params, engineFor) {
  if (!METHODS.has(method))
    return send({ id, error: { code: METHOD_NOT_FOUND, message: `Method not found: ${method}` } })
  // A panic of the engine throws outside of any promise of ours. Left unanswered, the CLI would end with exit code 0.
  const panicked = (error) => {
    refuse(id, error)
    process.stdout.write('', () => process.exit(101))
  }
  process.once('uncaughtException', panicked)
  try {
    const engine = await engineFor(params)
    if (method === 'evaluateDataLoss') await rememberHistory(engine, params)
    const result = (await (method === 'getDatabaseVersion' ? engine.version(params) : engine[method](params))) ?? {}
    send({ id, result: method === 'diff' ? printed(id, result) : result })
  } catch (error) {
    refuse(id, error)
  } finally {
    process.off('uncaughtException', panicked)
  }
}

// evaluateDataLoss of the WebAssembly engine has no way to the shadow database: it lives on what devDiagnostic of the same
// engine worked out and remembered, which applyMigrations forgets. So `migrate dev` on a database with migrations to
// apply ended in "shadow DB must be provided through an external factory".
async function rememberHistory(engine, { migrationsList, filters }) {
  await engine.devDiagnostic({ migrationsList, filters })
}

function refuse(id, error) {
  if (process.env.DEBUG) process.stderr.write(`${error?.stack}\n`)
  const panic = lastPanic()
  const message = panic ?? error?.message ?? String(error)
  const data = { is_panic: panic !== undefined, message, error_code: error?.code, meta: error?.meta }
  send({ id, error: { code: ENGINE_ERROR, message, data } })
}

// The native engine prints a diff by asking the CLI to; the WebAssembly one returns the text.
function printed(id, { exitCode, stdout }) {
  if (stdout != null) send({ id: id + 1_000_000, method: 'print', params: { content: stdout } })
  return { exitCode, stdout: null }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
