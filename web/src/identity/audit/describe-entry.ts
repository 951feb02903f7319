import type { AuditTrailQuery, Role } from '../../gql/graphql'
import { browserName } from '../browser-name'
import type { AuditMessages } from './messages'

/** An entry as the page reads it. */
export type Entry = AuditTrailQuery['auditTrail']['edges'][number]['node']

/** Words that other pages of this part have, too. */
export interface CommonWords {
  readonly roles: Readonly<Record<Role, string>>
  readonly kinds: Readonly<Record<string, string>>
}

/** An entry in plain words. */
export interface Described {
  readonly what: string
  /** What it was done to; '' where the action says it all. */
  readonly about: string
  readonly more: readonly string[]
}

type Details = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const isDetails = (value: unknown): value is Details => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : [])

/** The word for a value; what this page does not know yet is said by its own name. */
const nameIn = (names: Readonly<Record<string, string>>, value: unknown): string =>
  names[textOf(value)] ?? textOf(value)

const rolesOf = (value: unknown, say: AuditMessages, { roles }: CommonWords): string =>
  listOf(value)
    .map((role) => nameIn(roles, role))
    .join(', ') || say.noRoles

/** What a new SLA policy changed, member by member. */
function policyOf({ before, after }: Details, say: AuditMessages): readonly string[] {
  if (!isDetails(before) || !isDetails(after)) return []
  const shown = (value: unknown): string =>
    Array.isArray(value) ? listOf(value).join(', ') || say.never : textOf(value)
  const members = [
    ['assemblyMinutes', say.assembly],
    ['cutOffs', say.cutOffs],
    ['amberMinutes', say.amber],
    ['redMinutes', say.red],
  ] as const
  return members.flatMap(([name, words]) => {
    const [was, is] = [shown(before[name]), shown(after[name])]
    return was === is ? [] : [words(was, is)]
  })
}

function moreOf({ action, details }: Entry, say: AuditMessages, common: CommonWords): readonly string[] {
  switch (action) {
    case 'SLA_POLICY_SET':
      return policyOf(details, say)
    case 'ORDERS_IMPORTED':
    case 'ORDER_STATUSES_IMPORTED':
      return [say.changes(Number(details['events'] ?? 0))]
    case 'PERSON_CREATED':
      return [say.roles(rolesOf(details['roles'], say, common))]
    case 'ROLES_SET':
      return [say.rolesChanged(rolesOf(details['before'], say, common), rolesOf(details['after'], say, common))]
    case 'DEVICE_ADMITTED':
    case 'DEVICE_REMOVED':
      return [nameIn(common.kinds, details['kind'])]
    case 'SIGNED_IN':
    case 'SIGNED_OUT':
    case 'SESSION_ENDED':
      return [nameIn(say.proofs, details['by']), browserName(textOf(details['agent']))].filter(Boolean)
    case 'PASSWORD_SET':
      return [say.login(textOf(details['login']))]
    case 'SIGN_IN_LOCKED':
      return [say.address(textOf(details['address']))]
    default:
      return textOf(details['reason']) === '' ? [] : [say.reason(textOf(details['reason']))]
  }
}

function aboutOf({ actor, subject, subjectId, details }: Entry, say: AuditMessages): string {
  if (subject === 'ORDER') return say.order(textOf(details['wbOrderId']))
  if (subject === 'LOGIN') return subjectId
  if ('token' in details) return `${textOf(details['token'])} …${textOf(details['ending'])}`
  const name = textOf(details['name'])
  // Who did something to themselves is said beside it already.
  return name === actor ? '' : name
}

/** What an entry tells, in the words of a language. */
export const describeEntry = (entry: Entry, say: AuditMessages, common: CommonWords): Described => ({
  what: say.actions[entry.action],
  about: aboutOf(entry, say),
  more: moreOf(entry, say, common),
})

/** Who did it, as people are called here: the warehouse's own jobs and the marketplace have no names of their own. */
export const actorOf = (actor: string, say: AuditMessages): string => nameIn(say.actors, actor)
