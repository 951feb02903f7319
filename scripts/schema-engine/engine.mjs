// Loads Prisma's schema engine, compiled to WebAssembly, from its npm package.
import { readFile } from 'node:fs/promises'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { MigrationAdapterFactory } from './adapter.mjs'

// The engine tells why it panicked through this global of the Prisma CLI, just before it throws.
let panicMessage
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panicMessage = message) }

/** What the engine said when it panicked, undefined when it has not. */
export const lastPanic = () => panicMessage

/** The engine's module: `SchemaEngine`, `version`. The package's own entry imports .wasm, which Node does not do unasked. */
export async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/** An engine for one database; `datamodels` are paths of schema files. */
export async function createEngine({ url, datamodels }) {
  const { SchemaEngine } = await loadEngine()
  const sources = await Promise.all(datamodels.map(async (file) => [file, await readFile(file, 'utf8')]))
  return SchemaEngine.new(
    { datamodels: sources.length > 0 ? sources : undefined },
    (line) => process.env.DEBUG && process.stderr.write(`${line}\n`),
    bindMigrationAwareSqlAdapterFactory(new MigrationAdapterFactory(url)),
  )
}
