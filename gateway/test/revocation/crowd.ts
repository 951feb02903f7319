import { bySession, type Credential } from './credential.js'
import type { Kind } from './documents.js'
import type { Fleet } from './fleet.js'
import { makeBoard, makePerson, makePhone, makeToken } from './victims.js'
import { openWitness, type Witness } from './witness.js'

/** Sockets of one session, token or device on a gateway are at most ten. */
const each = 10

/** Who is watched, and which streams they may follow: usually both. */
export interface Watched {
  readonly credential: Credential
  readonly kinds?: readonly Kind[]
}

/** How somebody is watched: one socket on each gateway, a board's stream and an event stream in turn. */
export const watch = (
  { gateways }: Fleet,
  name: string,
  { credential, kinds = ['orderBoard', 'orderEvents'] }: Watched,
  warehouseId: string,
): Promise<readonly Witness[]> =>
  Promise.all(
    gateways.map(({ process: { url } }, index) => {
      const kind = kinds[(index + name.length) % kinds.length] ?? 'orderBoard'
      return openWitness({ name: `${name} (${kind}) on gateway ${index + 1}`, url, credential, kind, warehouseId })
    }),
  )

/** So many sockets on each gateway whose rights nobody touches: a manager, a token, boards and a phone. */
export const gatherBystanders = async (
  fleet: Fleet,
  warehouseId: string,
  size: number,
): Promise<readonly Witness[]> => {
  const manager = await makePerson(fleet, 'MANAGER', warehouseId)
  const makers: readonly (() => Promise<readonly [string, Watched]>)[] = [
    async () => ['board', await makeBoard(fleet, warehouseId)],
    async () => ['manager', { credential: bySession(manager.browser.session ?? '') }],
    async () => ['phone', await makePhone(fleet, warehouseId)],
    async () => ['token', await makeToken(manager.browser)],
  ]
  const witnesses: Witness[] = []
  for (let start = 0; start < size; start += each) {
    const made = await makers[(start / each) % makers.length]?.()
    if (!made) continue
    const [name, watched] = made
    const names = Array.from({ length: Math.min(each, size - start) }, (_, i) => `${name} ${start + i}`)
    const opened = await Promise.all(names.map((one) => watch(fleet, one, watched, warehouseId)))
    witnesses.push(...opened.flat())
  }
  return witnesses
}
