#!/usr/bin/env node
// Stands in for the native `schema-engine` that the Prisma CLI would download from a host of its own: the CLI starts
// this file (PRISMA_SCHEMA_ENGINE_BINARY, set in prisma.config.ts) and gets Prisma's own engine, the WebAssembly build
// from npm, over the JSON lines that it expects on stdin and stdout. See docs/adr/0003.
import { parseArgs } from 'node:util'
import { runDatabaseCommand } from './schema-engine/database-commands.mjs'
import { loadEngine } from './schema-engine/engine.mjs'
import { serve } from './schema-engine/json-rpc.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false, // the CLI passes more than is needed here
  options: {
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
    version: { type: 'boolean' },
  },
})
const url = values.datasource ? JSON.parse(values.datasource).url : undefined

if (values.version) {
  const { version } = await loadEngine()
  console.log(`schema-engine-wasm ${version()}`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await runDatabaseCommand(positionals[1], url)
} else {
  await serve({ url, datamodels: values.datamodels ?? [] })
}
