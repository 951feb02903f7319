import { crewMembers, demoPeople, newcomer, shiftManager } from '../../prisma/seed/people.js'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import type { Role, TokenScope } from '../domain/person/role.js'

interface DemoPerson {
  readonly name: string
  readonly role: Role
  readonly wbWarehouseId?: string
}

/** What opening the demo needs of the storage; server.ts hands the use cases over. */
export interface DemoDoorStorage {
  readonly savePeople: (sellerAccountId: string, people: readonly DemoPerson[]) => Promise<void>
  readonly makeLinks: (people: readonly DemoPerson[]) => Promise<readonly DemoLink[]>
  readonly makeBoard: (
    name: string,
    approver: string,
    wbWarehouseId: string,
  ) => Promise<{ readonly deviceCode: string } | undefined>
  /** By the names of those who are of the demo. */
  readonly makeTokens: (names: readonly string[], scopes: readonly TokenScope[]) => Promise<ReadonlyMap<string, string>>
}

/** The way to be a demo person. */
export interface DemoLink extends DemoPerson {
  readonly secret: string
}

/** The ways into the demo that a start prints; all of them are open for a day. */
export interface DemoDoors {
  /** A way to be somebody of each role. */
  readonly links: readonly DemoLink[]
  /** What makes a browser a board; undefined when there is no warehouse to show. */
  readonly board: string | undefined
  /** An analyst's access token, which reads alone. */
  readonly token: string | undefined
}

const boardName = 'Демо: доска'
const [first] = seedWarehouses
const analyst = demoPeople.find(({ role }) => role === 'ANALYST')

/** Makes the demo's people where they are missing, and new ways to be them. */
export const openDemo = async (demo: DemoDoorStorage, sellerAccountId: string): Promise<DemoDoors> => {
  // Whoever tries the phone also packs what they have picked.
  await demo.savePeople(sellerAccountId, [...demoPeople, { ...newcomer, role: 'PACKER' }, ...crewMembers])
  const tokens = analyst && (await demo.makeTokens([analyst.name], ['READ']))
  return {
    links: await demo.makeLinks(demoPeople),
    board: first && (await demo.makeBoard(boardName, shiftManager, String(first.wbWarehouseId)))?.deviceCode,
    token: analyst && tokens?.get(analyst.name),
  }
}

/** Access tokens of everybody who works in the demo's shift, by their names. */
export const makeShiftTokens = async (demo: DemoDoorStorage): Promise<ReadonlyMap<string, string>> => {
  const crew = await demo.makeTokens(
    crewMembers.map(({ name }) => name),
    ['FLOOR'],
  )
  return new Map([...crew, ...(await demo.makeTokens([shiftManager], ['READ', 'IMPORT']))])
}
