import { existsSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** As whom the server runs: a command to put in front, or a user to become. */
export type RunAs = {
  readonly wrap: readonly string[]
  readonly ids: { readonly uid: number; readonly gid: number } | undefined
  readonly name: string
}

type User = { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * The ways to run the server, best first; the caller takes the first that works. PostgreSQL refuses to run as root, and
 * below a private home such as /root no other user may even reach the files. So under root: as the owner of a cluster
 * that is there already; in a user namespace where root looks like somebody else (its files stay root's); as a user
 * that exists. `preferred` is EMBEDDED_PG_USER.
 */
export function waysToRun(cluster: string, preferred: string | undefined): readonly RunAs[] {
  const users = readUsers()
  const plain: RunAs = { wrap: [], ids: undefined, name: 'this user' }
  if (process.getuid?.() !== 0) return isKnownUser() ? [plain] : [...namespace(users), plain]
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0)
      return [{ wrap: [], ids: { uid, gid }, name: users.find((u) => u.uid === uid)?.name ?? `uid ${uid}` }]
    return namespace(users) // root's files: nobody else may open them
  }
  const become = (user: User): RunAs => ({ wrap: [], ids: { uid: user.uid, gid: user.gid }, name: user.name })
  const named = (name: string): readonly User[] => users.filter((u) => u.name === name && u.uid !== 0)
  if (preferred !== undefined && preferred !== '') return named(preferred).map(become)
  const parentOwner = statSync(nearestFolder(cluster)).uid
  return [
    ...namespace(users),
    ...users.filter((u) => u.uid === parentOwner && u.uid !== 0).map(become),
    ...['postgres', 'node', 'nobody'].flatMap(named).map(become),
  ]
}

/** The file to spawn and its arguments, for a program to be run that way. */
export function commandLine(
  runAs: RunAs,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  const [file = program, ...rest] = [...runAs.wrap, program, ...args]
  return [file, rest]
}

/** The closest folder above (or at) a path that exists. */
export function nearestFolder(file: string): string {
  return existsSync(file) ? file : nearestFolder(path.dirname(file))
}

// initdb wants a user that has a name, so the namespace shows root (or a nameless container user) as one of passwd's.
function namespace(users: readonly User[]): readonly RunAs[] {
  if (process.platform !== 'linux') return []
  const shown = users.find((u) => u.uid !== 0 && u.uid !== 65534) ?? users.find((u) => u.uid !== 0)
  if (!shown) return []
  const wrap = ['unshare', '--user', `--map-user=${shown.uid}`, `--map-group=${shown.gid}`]
  return [{ wrap, ids: undefined, name: 'this user in a user namespace' }]
}

function isKnownUser(): boolean {
  try {
    return os.userInfo().username !== ''
  } catch {
    return false // `docker run --user 12345`
  }
}

function readUsers(): readonly User[] {
  const text = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
