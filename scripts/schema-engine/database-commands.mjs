// The engine's few one-shot commands: `cli can-connect-to-database | create-database | drop-database`.
import pg from 'pg'

/** Runs one command and returns the exit code; a failure goes to stderr in the words the Prisma CLI looks for. */
export async function runDatabaseCommand(command, url) {
  const target = new URL(url)
  target.search = ''
  const database = decodeURIComponent(target.pathname.slice(1))
  const server = new URL(target)
  server.pathname = '/postgres'
  try {
    const name = pg.escapeIdentifier(database)
    if (command === 'can-connect-to-database') await query(target, 'SELECT 1')
    else if (command === 'create-database') await query(server, `CREATE DATABASE ${name}`)
    else if (command === 'drop-database') await query(server, `DROP DATABASE IF EXISTS ${name}`)
    else throw new Error(`unknown command ${command}`)
    return 0
  } catch (error) {
    report(explain(error, database, target.host))
    return 1
  }
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function explain(error, database, host) {
  if (error.code === '3D000')
    return {
      error_code: 'P1003',
      message: `Database \`${database}\` does not exist on the database server at \`${host}\`.`,
    }
  if (error.code === '28P01')
    return { error_code: 'P1000', message: `Authentication failed against the database server at \`${host}\`.` }
  return { error_code: 'P1001', message: `Can't reach database server at \`${host}\`: ${error.message}` }
}

function report({ message, error_code }) {
  const line = (level, fields) =>
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, target: 'schema_engine', fields })}\n`
  // The CLI takes the native engine's first line for its greeting and skips it.
  process.stderr.write(line('INFO', { message: 'schema-engine-wasm' }))
  process.stderr.write(line('ERROR', { message, error_code, is_panic: false }))
}
