import { hereDocument } from '../../ui/here.documents'
import { endSessionDocument } from '../../ui/viewer.documents'
import { type Answer, give, type Problem, problemOf } from '../../ui/give'
import { request, serverNow } from '../../ui/request'
import { beginJournal, journalOf } from '../journal/journal'
import { alarmsOf, type Known } from '../model/put-backs'
import type { Work } from '../model/work'
import {
  claimWorkDocument,
  endShiftDocument,
  handOverWorkDocument,
  myWorkDocument,
  openJournalDocument,
  releaseWorkDocument,
  startShiftDocument,
} from '../work.documents'
import { give as signal } from './feedback'
import type { Phone } from './phone'
import { clearViews, withTold } from './stored'
import { hashOf } from './who'

const intents = new Map<string, string>()

/** Gives a command under one id until it is answered: after a lost answer the same intent is asked for again, not a second one. */
async function giveOnce<S extends { readonly __typename: string }>(
  intent: string,
  send: (commandId: string) => Promise<Answer<S>>,
): Promise<Answer<S>> {
  const commandId = intents.get(intent) ?? crypto.randomUUID()
  intents.set(intent, commandId)
  const answer = await send(commandId)
  if (answer.problem?.code !== 'NO_CONNECTION') intents.delete(intent)
  return answer
}

/**
 * Takes what the server says of one's work. Whoever is signed in no more, or somebody else is in another tab, is shown the
 * way in: nobody's acts come into the journal of another.
 */
export async function refreshWork(phone: Phone): Promise<Problem | null> {
  try {
    const asked = phone.getState().who?.personId
    const { me, myShift, myWork } = await request(myWorkDocument, {})
    // Somebody else has come meanwhile: this is not for them.
    if (phone.getState().who?.personId !== asked) return null
    if (me?.person.id !== asked) {
      phone.set({ phase: 'SIGNED_OUT' })
      return { code: 'SIGN_IN_REQUIRED', retryAt: null }
    }
    const { known: before, entries } = phone.getState()
    const work: Work | null = myShift && myWork ? { ...myWork, shift: myShift, readAt: Date.now() } : null
    const known = work ? withTold(before, work) : before
    const heard = new Set(alarmsOf(before, entries).map(({ order }) => order.id))
    await phone.keep({ work, known: [...known.values()] })
    phone.set({ work, known, gone: new Set(), online: true })
    if (alarmsOf(known, entries).some(({ order }) => !heard.has(order.id))) signal('ALARM')
    return null
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code === 'SIGN_IN_REQUIRED') phone.set({ phase: 'SIGNED_OUT' })
    else if (problem.code === 'NO_CONNECTION') phone.set({ online: false })
    return problem
  }
}

/** Keeps that a person has read of a cancelled order. */
export async function markAlarmRead(phone: Phone, unit: Known): Promise<void> {
  const known = new Map(phone.getState().known).set(unit.order.id, { ...unit, read: true })
  await phone.keep({ known: [...known.values()] })
  phone.set({ known })
}

/**
 * Makes the phone that of whoever has just signed in. The journals of others stay and go on being delivered; what was shown to
 * them does not. Without a journal nobody works here: nothing could be kept for them.
 */
export async function takeOver(phone: Phone, badge: string | null, wanted?: string): Promise<Problem | null> {
  try {
    const { me, device } = await request(hereDocument, {})
    const warehouseId = wanted ?? device?.warehouseId
    if (!me) return { code: 'SIGN_IN_REQUIRED', retryAt: null }
    if (warehouseId === undefined) return { code: 'NOT_ALLOWED', retryAt: null }
    const { id: personId, name: person } = me.person
    const database = phone.database()
    if (phone.getState().who?.personId !== personId) await clearViews(database)
    let journal = await journalOf(database, personId, warehouseId, serverNow())
    if (!journal) {
      const { success, problem } = await give(openJournalDocument, { warehouseId })
      if (problem) return problem
      const { id, grantExpiresAt } = success.journal
      const opened = { ...{ id, grantExpiresAt, grant: success.grant, personId, person, warehouseId }, openParked: 0 }
      journal = { ...opened, lastSeq: 0, expectedSeq: 1, trouble: null }
      await beginJournal(database, journal)
    }
    const badgeHash = badge === null ? null : await hashOf(badge)
    const who = { personId, person, warehouseId, device: device?.name ?? null, badgeHash }
    await phone.keep({ who, journalId: journal.id })
    const persisted = await navigator.storage?.persist?.()
    phone.stayAwake()
    phone.set({ persisted: persisted ?? null, gone: new Set() })
    await phone.reload()
    phone.set({ phase: 'OPEN' })
    phone.deliver()
    return await refreshWork(phone)
  } catch (error) {
    return problemOf(error)
  }
}

/** What is done with the server alone. */
export const shift = {
  async start(phone: Phone): Promise<Problem | null> {
    const warehouseId = phone.getState().who?.warehouseId ?? ''
    const { problem } = await giveOnce('start', (commandId) => give(startShiftDocument, { commandId, warehouseId }))
    return problem ?? refreshWork(phone)
  },
  /** Takes more; how many it were. */
  async take(phone: Phone, count: number): Promise<{ readonly claimed: number } | { readonly problem: Problem }> {
    const warehouseId = phone.getState().who?.warehouseId ?? ''
    const { success, problem } = await giveOnce(`take ${count}`, (commandId) =>
      give(claimWorkDocument, { commandId, warehouseId, count }),
    )
    if (problem) return { problem }
    const failed = await refreshWork(phone)
    return failed ? { problem: failed } : { claimed: success.claimed }
  },
  async giveBack(phone: Phone): Promise<Problem | null> {
    const warehouseId = phone.getState().who?.warehouseId ?? ''
    const { problem } = await giveOnce('give back', (commandId) =>
      give(releaseWorkDocument, { commandId, warehouseId }),
    )
    return problem ?? refreshWork(phone)
  },
  async handOver(phone: Phone, to: string): Promise<Problem | null> {
    const warehouseId = phone.getState().who?.warehouseId ?? ''
    const { problem } = await giveOnce(`to ${to}`, (commandId) =>
      give(handOverWorkDocument, { commandId, warehouseId, to }),
    )
    return problem ?? refreshWork(phone)
  },
  async end(phone: Phone): Promise<Problem | null> {
    const { problem } = await giveOnce('end', (commandId) => give(endShiftDocument, { commandId }))
    return problem ?? refreshWork(phone)
  },
} as const

/** Ends the session. What was shown is forgotten; what is not delivered stays, and goes by itself. */
export async function signOut(phone: Phone): Promise<Problem | null> {
  const { problem } = await give(endSessionDocument, {})
  if (problem && problem.code !== 'SIGN_IN_REQUIRED') return problem
  await clearViews(phone.database())
  phone.set({ phase: 'SIGNED_OUT', gone: new Set() })
  await phone.reload()
  return null
}
