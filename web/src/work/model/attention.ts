import type { PhoneState } from '../phone/state'
import { needsPerson } from '../journal/entry'
import { alarmsOf, putBacksOf } from './put-backs'

type Looked = Pick<PhoneState, 'entries' | 'journals' | 'known'>

/** How many things wait for a person: answers to read, alarms, units to put back, journals in trouble. */
export const attentionOf = ({ entries, journals, known }: Looked): number =>
  alarmsOf(known, entries).length +
  entries.filter(needsPerson).length +
  putBacksOf(known, entries).length +
  journals.filter(({ trouble }) => trouble !== null).length
