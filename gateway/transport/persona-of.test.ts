import { expect, test } from 'vitest'
import type { TokenScope } from '../domain/person/role.js'
import type { PersonViewer, Viewer } from '../domain/person/viewer.js'
import { personaOf } from './persona-of.js'

const expiresAt = 0
const session = { kind: 'SESSION', id: '1', device: null, authenticatedAt: 0, expiresAt } as const
const phone = { ...session, device: 'phone' }
const token = (...scopes: readonly TokenScope[]) => ({ kind: 'TOKEN', id: '1', scopes, expiresAt }) as const
const person = (by: PersonViewer['by'], demo = false): Viewer => ({
  kind: 'PERSON',
  personId: '1',
  name: 'p',
  demo,
  totp: false,
  heldBack: false,
  grants: [{ role: 'ADMIN', warehouseId: null }],
  by,
})

test.each<readonly [string, Viewer | undefined, string]>([
  ['nobody', undefined, 'client'],
  ['a board', { kind: 'BOARD', name: 'b', warehouseId: '1', by: { kind: 'DEVICE', id: '1', expiresAt } }, 'client'],
  ['a person who is signed in, whatever they are', person(session), 'client'],
  ['a person on a shared phone', person(phone), 'client'],
  ['a person of the demo', person(session, true), 'analyst'],
  ['a token that may read', person(token('READ')), 'analyst'],
  ['a token that may read among other things', person(token('IMPORT', 'READ')), 'analyst'],
  ['a token that may import', person(token('IMPORT')), 'analyst'],
  ['a token of the floor', person(token('FLOOR')), 'analyst'],
  ['a token of the demo that may read', person(token('READ'), true), 'analyst'],
])('%s', (_who, viewer, persona) => expect(personaOf({ viewer })).toBe(persona))
