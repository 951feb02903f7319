// npm run build [-- --if-stale]: the database client, the gateway and the screens, into dist/.
import './build/node-version.mjs'
import { build, BuildError } from './build/build.mjs'

try {
  await build({ all: !process.argv.includes('--if-stale') })
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
