import { randomUUID } from 'node:crypto'
import { type Browser, createBrowser, mutations } from '../identity/browser.js'
import { give } from '../floor/floor-client.js'
import { invite, startWithAdmin } from '../identity/first-admin.js'
import { seedOrder, type SeededOrder, type SeededWarehouse } from '../support/seed.js'
import type { GatewayOptions } from '../support/server.js'
import { nextNumber } from '../support/warehouse.js'

const refused = '... on Refusal { code message }'
const answer =
  'seq commandId status repeated outcome code advice { en ru } orderId orderState orderVersion putBack otherCell'

/** What the phones and the leads of these tests ask. */
export const documents = {
  open: `mutation ($warehouseId: ID!) { r: openJournal(warehouseId: $warehouseId) { ... on OpenJournalSuccess { grant journal { id epoch warehouseId person device grantExpiresAt } } ${refused} } }`,
  submit: `mutation ($journalId: ID!, $grant: String!, $sentAt: DateTime!, $commands: [JournalCommand!]!) {
    r: submitCommands(journalId: $journalId, grant: $grant, sentAt: $sentAt, commands: $commands) {
      ... on SubmitCommandsSuccess { answers { ${answer} } expectedSeq gap openParked } ${refused} } }`,
  parked: `query ($warehouseId: ID!) { parkedCommands(warehouseId: $warehouseId) { total commands { id person device deliveredBy seq act order { id state } scanned reason clientTime skewMs parkedAt code advice { en ru } } } }`,
  resolve: `mutation ($commandId: UUID!, $parkedId: ID!, $resolution: ParkedResolution!, $reason: String) {
    r: resolveParkedCommand(commandId: $commandId, parkedId: $parkedId, resolution: $resolution, reason: $reason) {
      ... on ResolveParkedCommandSuccess { answer { ${answer} } } ${refused} } }`,
  putBacks: `query ($warehouseId: ID!) { putBacks(warehouseId: $warehouseId) { total putBacks { id order { id state } surplus pickedBy device } } }`,
  closeSurplus: `mutation ($commandId: UUID!, $id: ID!, $barcode: String, $cell: String, $reason: String) {
    r: closeSurplusUnit(commandId: $commandId, surplusUnitId: $id, barcode: $barcode, cell: $cell, reason: $reason) { ... on CloseSurplusUnitSuccess { order { id } } ${refused} } }`,
} as const

/** An answer to a command of a journal. */
export interface Answer {
  readonly seq: number
  readonly commandId: string
  readonly status: 'DONE' | 'REFUSED' | 'PARKED'
  readonly repeated: boolean
  readonly outcome: string | null
  readonly code: string | null
  readonly advice: { readonly en: string; readonly ru: string } | null
  readonly orderId: string | null
  readonly orderState: string | null
  readonly orderVersion: number | null
  readonly putBack: boolean
  readonly otherCell: string | null
}

/** What a delivery comes to: its success or its refusal. */
export interface Submitted {
  readonly code?: string
  readonly answers: readonly Answer[]
  readonly expectedSeq: number
  readonly gap: boolean
  readonly openParked: number
}

export interface OpenJournal {
  readonly grant: string
  readonly journal: {
    readonly id: string
    readonly epoch: number
    readonly person: string
    readonly device: string | null
    readonly grantExpiresAt: string
  }
}

/** What was done, as a journal tells it. */
export type ActSaid = Readonly<Record<string, object>>

export const pick = (order: { readonly id: string; readonly barcode: string }): ActSaid => ({
  pick: { orderId: order.id, barcode: order.barcode },
})
export const pack = (order: { readonly id: string; readonly barcode: string }): ActSaid => ({
  pack: { orderId: order.id, barcode: order.barcode },
})
export const putBack = (order: { readonly id: string; readonly barcode: string }): ActSaid => ({
  putBack: { orderId: order.id, barcode: order.barcode },
})
export const stage = (order: { readonly id: string }): ActSaid => ({ stage: { orderId: order.id } })
export const unclaim = (order: { readonly id: string }): ActSaid => ({ unclaim: { orderId: order.id } })
export const shortage = (order: { readonly id: string }): ActSaid => ({
  reportShortage: { orderId: order.id, reason: 'Нет в ячейке' },
})

/** An entry of a journal. */
export const entry = (seq: number, act: ActSaid, commandId: string = randomUUID()) => ({
  seq,
  commandId,
  clientTime: new Date().toISOString(),
  ...act,
})

/** Brings entries of a journal from some browser. */
export const deliver = (
  browser: Browser,
  { journal, grant }: OpenJournal,
  commands: readonly object[],
  sentAt = new Date(),
): Promise<Submitted> =>
  browser.give<Submitted>(documents.submit, { journalId: journal.id, grant, sentAt: sentAt.toISOString(), commands })

/** The same device at another gateway: its cookies are named after the port where there is no TLS. */
export const atGateway = (browser: Browser, from: string, to: string): Browser =>
  createBrowser(to, { cookie: browser.cookie.replaceAll(`-${new URL(from).port}=`, `-${new URL(to).port}=`) })

/** A journal on a device, as the app keeps it: what is said is numbered and brought at once. */
export const keepJournal = async (browser: Browser, warehouseId: string) => {
  const open = await browser.give<OpenJournal>(documents.open, { warehouseId })
  if (!open.grant) throw new Error(JSON.stringify(open))
  let seq = 0
  return {
    open,
    /** Numbers acts without bringing them. */
    write: (...acts: readonly ActSaid[]) => acts.map((act) => entry(++seq, act)),
    async bring(act: ActSaid, by = browser): Promise<Answer> {
      const { answers, code } = await deliver(by, open, [entry(++seq, act)])
      const [first] = answers ?? []
      if (!first) throw new Error(`not taken: ${code ?? ''}`)
      return first
    },
  }
}

/** A gateway with its administrator, on which phones can be let in. */
export const startFloor = async (options: GatewayOptions = {}) => {
  const started = await startWithAdmin({ pinPepper: Buffer.alloc(32, 'pepper'), ...options })
  const { admin, gateway } = started
  const { url, database } = gateway

  /** A phone that was let in, with nobody signed in. */
  const enrol = async (warehouseId: string, name: string) => {
    const phone = createBrowser(url)
    const { deviceCode, userCode } = await phone.give(mutations.startPairing, { kind: 'PHONE' })
    await admin.give(mutations.approvePairing, { userCode, name, warehouseId })
    const done = await phone.give(mutations.finishPairing, { deviceCode })
    await database.owner.query('DELETE FROM throttle')
    return { phone, id: done.device?.id ?? '' }
  }
  /** Somebody with these roles and a badge; `enter` signs them in on a phone. */
  const hire = async (name: string, warehouseId: string, roles: readonly string[]) => {
    const made = await admin.give(mutations.createPerson, { name, roles: roles.map((role) => ({ role, warehouseId })) })
    const { badge, pin } = await admin.give(mutations.issueBadge, { personId: made.person?.id })
    const enter = async (phone: Browser) => {
      const entered = await phone.give(mutations.signInWithBadge, { badge, pin })
      if (!entered.me) throw new Error(JSON.stringify(entered))
    }
    return { id: made.person?.id ?? '', name, enter }
  }
  /** Somebody who picks and packs, on a phone of their own, with a journal. */
  const employ = async (warehouse: SeededWarehouse) => {
    const number = nextNumber()
    const person = await hire(`Сборщик ${number}`, warehouse.id, ['PICKER', 'PACKER'])
    const device = await enrol(warehouse.id, `Телефон ${number}`)
    await person.enter(device.phone)
    const journal = await keepJournal(device.phone, warehouse.id)
    const claim = (order: SeededOrder) => give(device.phone, 'claimOrders', { orderIds: [order.id] })
    /** An order that they have taken. */
    const take = async (wbOrder: object = {}) => {
      const made = { state: 'RELEASED', wbOrder: { requiredMeta: [], ...wbOrder } } as const
      const order = await seedOrder(started.client, warehouse, made)
      await claim(order)
      return order
    }
    return { person, ...device, ...journal, claim, take }
  }
  /** Somebody with these roles, signed in with a browser of their own. */
  const welcome = (name: string, warehouseId: string, roles: readonly string[]) =>
    invite(url, admin, { name, roles: roles.map((role) => ({ role, warehouseId })) })

  return { ...started, enrol, hire, employ, welcome }
}
