import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The CLI downloads its schema engine from a host that many networks do not reach. Ours comes from npm (docs/adr/0003);
// PRISMA_SCHEMA_ENGINE=native lets Prisma fetch its own. Windows cannot start a script by its first line.
if (process.env.PRISMA_SCHEMA_ENGINE !== 'native' && process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('scripts/schema-engine.mjs', import.meta.url))
}

// `npm run db:*` gives the embedded database's address when there is no other; generate needs none.
const url = process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
})
