import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './run-tool.mjs'

const file = join(root, 'dist/.building')

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

function tryLock() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return false
  }
}

/** The process that builds at present; undefined when it has just ended. */
function holder() {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Runs `work` while no other process builds in this folder: two first starts at once would write the same files.
 * A lock whose process was killed is taken over.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withBuildLock(work) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  while (!tryLock()) {
    const pid = holder()
    // An empty file is one that its maker is about to fill.
    if (pid === undefined || pid === 0 || isAlive(pid)) await pause(100)
    else rmSync(file, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
