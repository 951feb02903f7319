import { bySession, type Credential } from './credential.js'
import type { Kind } from './documents.js'
import type { Fleet } from './fleet.js'
import { makeBoard, makePerson, makePhone, makeToken } from './victims.js'
import { openWitness, type Witness } from './witness.js'

/** Sockets of one session, token or device on a gateway are at most ten. */
const each = 10

/** How somebody is watched: one socket on each gateway, a board's stream and an event stream in turn. */
export const watch = (
  { gateways }: Fleet,
  name: string,
  credential: Credential,
  warehouseId: string,
): Promise<readonly Witness[]> =>
  Promise.all(
    gateways.map(({ process: { url } }, index) => {
      const kind: Kind = (index + name.length) % 2 === 0 ? 'orderBoard' : 'orderEvents'
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
  const makers: readonly (() => Promise<readonly [string, Credential]>)[] = [
    async () => ['board', (await makeBoard(fleet, warehouseId)).credential],
    async () => ['manager', bySession(manager.browser.session ?? '')],
    async () => ['phone', (await makePhone(fleet, warehouseId)).credential],
    async () => ['token', (await makeToken(manager.browser)).credential],
  ]
  const witnesses: Witness[] = []
  for (let start = 0; start < size; start += each) {
    const made = await makers[(start / each) % makers.length]?.()
    if (!made) continue
    const [name, credential] = made
    const names = Array.from({ length: Math.min(each, size - start) }, (_, i) => `${name} ${start + i}`)
    const watched = await Promise.all(names.map((one) => watch(fleet, one, credential, warehouseId)))
    witnesses.push(...watched.flat())
  }
  return witnesses
}
