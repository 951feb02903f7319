import { readFile, writeFile } from 'node:fs/promises'
import { createSchema, printContract } from './build-schema.js'

// `node dist/schema/print.js [--check]`, from the project's root: writes schema/schema.graphql, or says that it is old.
const file = 'schema/schema.graphql'
const text = printContract(createSchema())
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${file} is not what the code says: run npm run fix`)
    process.exitCode = 1
  }
} else await writeFile(file, text)
