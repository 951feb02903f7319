import type { PhoneState } from '../phone/state'
import { needsPerson } from '../journal/entry'
import { putBacksOf } from './put-backs'

type Looked = Pick<PhoneState, 'alarms' | 'entries' | 'journals' | 'known'>

/** How many things wait for a person: answers to read, alarms, units to put back, journals in trouble. */
export const attentionOf = ({ alarms, entries, journals, known }: Looked): number =>
  alarms.length +
  entries.filter(needsPerson).length +
  putBacksOf(known, entries).length +
  journals.filter(({ trouble }) => trouble !== null).length
