// As whom the server runs: under root in a namespace or as another user, and as an ordinary user. Needs root itself.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { folderAt } from './folder.js'
import { startEmbedded } from './index.js'
import { end, env, quiet, scratch, spawnOwner, sql, type Owner } from './test-support.js'

const NOBODY = 65534
const SETPRIV = 'setpriv' // of util-linux
const asNobody = [SETPRIV, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
const isRoot = process.getuid?.() === 0
const here = fileURLToPath(import.meta.url)
// A clone below /root is closed to everybody else.
const nobodyReads = isRoot && spawnSync(SETPRIV, [...asNobody.slice(1), 'test', '-r', here]).status === 0

let clear = async (): Promise<void> => {}
afterEach(() => clear())

const folderFor = (parent?: string): string => {
  const made = scratch(parent)
  clear = made.clear
  return made.dir
}

// Opens a scratch folder (mkdtemp makes it 0700) to another user.
const giveTo = (dir: string, uid: number): void => {
  const base = path.dirname(dir)
  chmodSync(base, 0o755)
  chownSync(base, uid, uid)
}

const works = async (owner: Owner): Promise<void> => {
  expect(owner.said.message).toBeUndefined()
  expect(await sql(owner.said.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await end(owner.process, 'SIGTERM')
}

describe.skipIf(!isRoot)('under root (needs root)', () => {
  test('it runs below a private home', async () => {
    const home = folderFor(os.homedir())
    chmodSync(path.dirname(home), 0o700)
    await works(await spawnOwner(home))
    const again = await startEmbedded({ dataDir: home, log: quiet, env })
    expect(again.fresh).toBe(false)
    await again.stop()
  })

  test.skipIf(!nobodyReads)(
    'it runs as the user that EMBEDDED_PG_USER names, and later as the owner of the folder',
    async () => {
      const dir = folderFor()
      giveTo(dir, 0)
      const first = await startEmbedded({ dataDir: dir, log: quiet, env: { ...env, EMBEDDED_PG_USER: 'nobody' } })
      expect(statSync(folderAt(dir).cluster).uid).toBe(NOBODY)
      await first.stop()
      const second = await startEmbedded({ dataDir: dir, log: quiet, env })
      expect(second).toMatchObject({ fresh: false, runsAs: 'nobody' })
      await second.stop()
    },
  )
})

describe.skipIf(!nobodyReads)('as an ordinary user (needs root to become one)', () => {
  test('it runs, and stops', async () => {
    const dir = folderFor()
    giveTo(dir, NOBODY)
    await works(await spawnOwner(dir, '', asNobody))
  })

  test("a folder of somebody else's is refused by name", async () => {
    const dir = folderFor()
    giveTo(dir, 0)
    mkdirSync(dir, { mode: 0o755 })
    const { said } = await spawnOwner(dir, '', asNobody)
    expect(said).toMatchObject({ code: 'NOT_WRITABLE', message: expect.stringContaining(dir) })
  })
})
