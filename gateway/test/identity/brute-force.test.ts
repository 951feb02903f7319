import { randomBytes } from 'node:crypto'
import pLimit from 'p-limit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRights } from '../../domain/person/rights.js'
import { signInWithBadge } from '../../storage/badge/badges.js'
import { approvePairing } from '../../storage/device/pairing.js'
import { createPairingThrottle } from '../../storage/secret/throttle.js'
import { makeWarehouse } from '../support/warehouse.js'
import { createBrowser, mutations } from './browser.js'
import { startWithAdmin } from './first-admin.js'

// Through the use cases, past HTTP and its limits: what is counted here is all that stands in the way.
const pinPepper = randomBytes(32)
let started: Awaited<ReturnType<typeof startWithAdmin>>
let warehouseId: string
beforeAll(async () => {
  started = await startWithAdmin({ pinPepper })
  warehouseId = (await makeWarehouse(started.gateway.database.deps)).warehouse.id
})
afterAll(() => started.gateway.close())

const tries = 10_000
/** Runs tries side by side; how often each code was the answer. */
const storm = async (count: number, one: () => Promise<object>): Promise<Readonly<Record<string, number>>> => {
  const limit = pLimit(10)
  const said: Record<string, number> = {}
  const work = async () => {
    const answer = await one()
    const code = 'refusal' in answer ? String(Reflect.get(answer.refusal as object, 'code')) : 'let in'
    said[code] = (said[code] ?? 0) + 1
  }
  await Promise.all(Array.from({ length: count }, () => limit(work)))
  return said
}

const startPairing = async (kind: 'BOARD' | 'PHONE') => {
  const browser = createBrowser(started.gateway.url)
  const { deviceCode, userCode = '' } = await browser.give(mutations.startPairing, { kind })
  return { browser, deviceCode, userCode }
}

test('of 10⁴ codes that a manager types in twenty minutes 100 are looked at: 50 in the life of a code, of 20⁸', async () => {
  const { deps, owner } = started.gateway.database
  const { userCode } = await startPairing('BOARD')
  const pairing = { pool: deps.pool, pairings: createPairingThrottle(deps.pool) }
  const call = { name: 'x', warehouseId, personId: started.adminId, rights: allRights }
  const wrong = () => approvePairing(pairing, { ...call, userCode: 'BBBB-BBBB' })
  const right = () => approvePairing(pairing, { ...call, userCode })
  const minutes = 20
  for (let minute = 0; minute < minutes; minute += 1) {
    // The minute is over.
    await owner.query('UPDATE throttle SET expire = 0')
    expect(await storm(5, wrong)).toEqual({ BAD_CODE: 5 })
    const more = tries / minutes - 5
    expect(await storm(more, right)).toEqual({ TOO_MANY_TRIES: more })
  }
  await owner.query('UPDATE throttle SET expire = 0')
  expect(await right()).toEqual({ kind: 'BOARD' })
})

test('of 10⁴ PINs of a badge five are looked at, of a million', async () => {
  const { deps, owner } = started.gateway.database
  const { admin } = started
  const { browser, deviceCode, userCode } = await startPairing('PHONE')
  await owner.query('DELETE FROM throttle')
  await admin.give(mutations.approvePairing, { userCode, name: 'Телефон', warehouseId })
  await browser.give(mutations.finishPairing, { deviceCode })
  const [, deviceSecret = ''] = /wba-device-\d+=([\w-]+)/.exec(browser.setCookies.join()) ?? []
  const roles = [{ role: 'PICKER', warehouseId }]
  const { person } = await admin.give(mutations.createPerson, { name: 'Сборщик', roles })
  const { badge = '', pin = '' } = await admin.give(mutations.issueBadge, { personId: person?.id })
  const signIn = (typed: string) => () =>
    signInWithBadge({ pool: deps.pool, pinPepper }, { badge, pin: typed, deviceSecret, agent: 'x' })

  expect(await signIn(pin)()).toHaveProperty('session')
  expect(await storm(5, signIn(pin === '000000' ? '000001' : '000000'))).toEqual({ BAD_CREDENTIALS: 5 })
  expect(await storm(tries - 5, signIn(pin))).toEqual({ BADGE_LOCKED: tries - 5 })
})
