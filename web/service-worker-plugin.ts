import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import type { Plugin, Rolldown } from 'vite'

interface Options {
  /** The page that works without a network, and where it is: what is kept has the headers of that address. */
  readonly page: string
  readonly at: string
  /** The worker's source, and the name under which it is served. */
  readonly source: string
  readonly file: string
}

/** Names of what the page loads sooner or later, styles and other files too. */
function filesOf(page: string, bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (!chunk || files.has(name)) return
    files.add(name)
    if (chunk.type !== 'chunk') return
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
    for (const next of [...chunk.imports, ...chunk.dynamicImports, ...importedCss, ...importedAssets]) visit(next)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId?.endsWith(page)) visit(chunk.fileName)
  if (files.size === 0) throw new Error(`nothing is built of ${page}`)
  return new Set([...files, page])
}

/** Builds the service worker of a page: one script, with the list of all that the page consists of. */
export function serviceWorker({ page, at, source, file }: Options): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const name = page.replace('.html', '')
      const loose = readdirSync(dir).filter((entry) => entry.startsWith(name) && entry !== file)
      const hash = (path: string): string =>
        createHash('sha256')
          .update(readFileSync(join(dir, path)))
          .digest('hex')
      const list = [...new Set([...filesOf(page, bundle), ...loose])].toSorted().map((path) => ({
        url: path === page ? at : `/${path}`,
        // Names below assets/ hold their hash.
        revision: path.startsWith('assets/') ? null : hash(path).slice(0, 16),
      }))
      const worker = await rolldown({
        input: source,
        transform: {
          define: { __FILES__: JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
          target: 'es2022',
        },
      })
      await worker.write({ file: join(dir, file), format: 'iife', minify: true })
      await worker.close()
    },
  }
}
