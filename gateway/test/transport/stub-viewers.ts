import type { Viewer } from '../../domain/person/viewer.js'
import type { FindViewer } from '../../transport/credential.js'

const expiresAt = Date.now() + 3_600_000
const person = (personId: string, id: string): Viewer => {
  const by = { kind: 'TOKEN', id, scopes: ['READ'], expiresAt } as const
  return { kind: 'PERSON', personId, name: personId, demo: false, totp: false, heldBack: false, grants: [], by }
}

/** By the text of their tokens: two of one person, one of another, a board. */
const viewers: Readonly<Record<string, Viewer>> = {
  anna: person('anna', '1'),
  'anna-elsewhere': person('anna', '2'),
  boris: person('boris', '3'),
  board: { kind: 'BOARD', name: 'b', warehouseId: '1', by: { kind: 'DEVICE', id: '4', expiresAt } },
}

/** Knows the stub edge's callers. */
export const findStubViewer: FindViewer = async ([credential]) => viewers[credential?.secret ?? '']
