import { crewMembers, demoPeople, shiftManager } from '../../prisma/seed/people.js'
import { seedWarehouses } from '../../prisma/seed/warehouses.js'
import type { DemoLink } from '../storage/demo/demo-people.js'
import type { DemoUseCases } from '../storage/demo/demo-use-cases.js'

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
const [analyst] = demoPeople.filter(({ role }) => role === 'ANALYST')

/** Makes the demo's people where they are missing, and new ways to be them. */
export const openDemo = async (demo: DemoUseCases, sellerAccountId: string): Promise<DemoDoors> => {
  await demo.savePeople(sellerAccountId, [...demoPeople, ...crewMembers])
  const tokens = analyst && (await demo.makeTokens([analyst.name], ['READ']))
  return {
    links: await demo.makeLinks(demoPeople),
    board: first && (await demo.makeBoard(boardName, shiftManager, String(first.wbWarehouseId)))?.deviceCode,
    token: analyst && tokens?.get(analyst.name),
  }
}

/** Access tokens of everybody who works in the demo's shift, by their names. */
export const makeShiftTokens = async (demo: DemoUseCases): Promise<ReadonlyMap<string, string>> => {
  const crew = await demo.makeTokens(
    crewMembers.map(({ name }) => name),
    ['FLOOR'],
  )
  return new Map([...crew, ...(await demo.makeTokens([shiftManager], ['READ', 'IMPORT']))])
}
