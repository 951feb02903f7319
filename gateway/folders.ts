import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, above this file whether it runs from `gateway/` or from `dist/gateway/`. */
const findRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('there is no package.json above the program')
  return findRoot(above)
}

const root = findRoot(import.meta.dirname)

/** Where the program finds what it did not compile in. */
export const folders = Object.freeze({
  migrations: join(root, 'prisma/migrations'),
  /** The built web client. */
  web: join(root, 'dist/web'),
  /** Texts of the documents that the web client names by their hashes. */
  webDocuments: join(root, 'web/src/gql/persisted-documents.json'),
})
