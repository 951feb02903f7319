// npm run bundle: what the images hold, into dist/images/: the gateway in a few files of JavaScript with all that it
// needs beside it, and the screens, compressed, with what a static server must know of them.
import './build/node-version.mjs'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { build, BuildError } from './build/build.mjs'
import { root } from './build/run-tool.mjs'
import { writeWebServer } from './build/web-server.mjs'

const images = join(root, 'dist/images')
/** @param {...string} path */
const gateway = (...path) => join(images, 'gateway', ...path)

/** Programs that an operator runs. */
const programs = ['main', 'verify-audit', 'cli/import-orders', 'cli/import-stock']

/** A native module finds its binary beside itself. */
const native = '@node-rs'

async function bundleGateway() {
  const bundle = await rolldown({
    input: Object.fromEntries(programs.map((name) => [name, join(root, `dist/gateway/${name}.js`)])),
    platform: 'node',
    // graphql has an ESM and a CommonJS half: two of every class, and each refuses the other's schema.
    resolve: { alias: { graphql: join(root, 'node_modules/graphql/index.js') } },
    external: [/^@node-rs\//, 'class-validator', 'pg-native'],
  })
  await bundle.write({ dir: gateway('dist/gateway'), format: 'esm', entryFileNames: '[name].js' })
  await bundle.close()
}

/** What the program reads when it starts, where `gateway/folders.ts` looks for it. */
function copyWhatItReads() {
  const pages = readdirSync(join(root, 'dist/web')).filter((name) => name.endsWith('.html'))
  const files = [
    'prisma/migrations',
    'web/src/gql/persisted-documents.json',
    ...pages.map((name) => `dist/web/${name}`),
  ]
  for (const file of files) cpSync(join(root, file), gateway(file), { recursive: true })
  cpSync(join(root, 'node_modules', native), gateway('node_modules', native), { recursive: true, dereference: true })
  writeFileSync(gateway('package.json'), `${JSON.stringify({ private: true, type: 'module' })}\n`)
}

try {
  await build()
  rmSync(images, { recursive: true, force: true })
  mkdirSync(gateway(), { recursive: true })
  await bundleGateway()
  copyWhatItReads()
  await writeWebServer(join(images, 'web'))
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
