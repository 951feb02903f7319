import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, gzipSync } from 'node:zlib'
import helmet from 'helmet'
import { root } from './run-tool.mjs'

/** @param {string} path below dist/gateway */
const compiled = (path) => import(pathToFileURL(join(root, 'dist/gateway', path)).href)

/** The headers that the gateway gives a page of its own; behind TLS. @param {string} page */
async function pageHeaders(page) {
  const { helmetFor } = await compiled('transport/security-headers.js')
  /** @type {[string, string][]} */
  const headers = []
  const response = {
    setHeader: (/** @type {string} */ name, /** @type {string} */ value) => void headers.push([name, value]),
    removeHeader: () => undefined,
  }
  await new Promise((done) =>
    helmet(helmetFor(page, new URL('https://any.example')))(
      /** @type {any} */ ({}),
      /** @type {any} */ (response),
      () => done(undefined),
    ),
  )
  return headers
}

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile())

/**
 * Writes the screens as a static server wants them: every file beside its compressed self, and in `nginx/` which paths
 * are pages of the app and which headers they have: the gateway's own, said once.
 * @param {string} to
 */
export async function writeWebServer(to) {
  const { pageFiles, paths } = await compiled('transport/paths.js')
  const files = join(to, 'files')
  mkdirSync(files, { recursive: true })
  // The explorers' pages are the gateway's; their scripts lie among the others.
  const elsewhere = new Set(['.vite', pageFiles.sandbox, pageFiles.graphiql])
  for (const name of readdirSync(join(root, 'dist/web')))
    if (!elsewhere.has(name)) cpSync(join(root, 'dist/web', name), join(files, name), { recursive: true })
  const { notFoundPage, smallPage } = await compiled('transport/page-routes.js')
  writeFileSync(join(files, 'not-found.html'), smallPage(...notFoundPage))
  for (const file of filesBelow(files)) {
    const plain = readFileSync(file)
    const small = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION })
    if (small.length < plain.length) writeFileSync(`${file}.gz`, small)
  }

  cpSync(join(root, 'web/nginx'), join(to, 'nginx'), { recursive: true })
  const pageConf = readFileSync(join(to, 'nginx/page.conf'), 'utf8')
  for (const { page, suffix } of [
    { page: 'app', suffix: '' },
    { page: 'work', suffix: '-work' },
  ]) {
    const headers = (await pageHeaders(page)).map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    writeFileSync(join(to, `nginx/headers${suffix}.conf`), headers.join(''))
    writeFileSync(join(to, `nginx/page${suffix}.conf`), pageConf.replace('headers.conf', `headers${suffix}.conf`))
  }
  const pages = paths.app.map((/** @type {string} */ path) => {
    const location = path.endsWith('/*') ? path.slice(0, -1) : `= ${path}`
    return `location ${location} { try_files /index.html =404; include /etc/nginx/wba/page.conf; }\n`
  })
  const work = `location = ${paths.work} { try_files /${pageFiles.work} =404; include /etc/nginx/wba/page-work.conf; }\n`
  writeFileSync(join(to, 'nginx/pages.conf'), [...pages, work].join(''))
}
