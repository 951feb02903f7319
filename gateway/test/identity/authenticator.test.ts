import { Writable } from 'node:stream'
import { generate } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveDemoPeople } from '../../storage/demo/demo-people.js'
import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import { createLog } from '../../transport/log.js'
import { seedWarehouse } from '../support/seed.js'
import { startGateway, startGatewayOn, type TestGateway } from '../support/server.js'
import { type Browser, createBrowser, type Given, mutations } from './browser.js'
import { adminPassword, invite } from './first-admin.js'

const password = 'вечером ели пирог'

let gateway: Awaited<ReturnType<typeof startGateway>>
let url: string
let admin: Browser
let warehouseId: string
beforeAll(async () => {
  gateway = await startGateway({ demandAuthenticator: true, pinPepper: Buffer.alloc(32) })
  url = gateway.url
  admin = createBrowser(url)
  ;({ id: warehouseId } = await seedWarehouse(gateway.client))
})
afterAll(() => gateway.close())

/** Sets up an authenticator with the code of the step before this one, so that this one's is unspent. */
const connect = async (browser: Browser): Promise<{ readonly secret: string; readonly given: Given }> => {
  const { secret = '' } = await browser.give(mutations.offerAuthenticator)
  const code = await codeOf(secret, -30)
  return { secret, given: await browser.give(mutations.enableAuthenticator, { secret, code }) }
}
const codeOf = (secret: string, seconds = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1_000) + seconds })

const codes = async (browser: Browser, operations: readonly string[]) => {
  const said = []
  for (const operation of operations) said.push((await browser.send(operation)).errors?.[0]?.extensions.code)
  return said
}
const everything = [
  '{ warehouses { id } }',
  '{ people { id } }',
  '{ devices { id } }',
  '{ auditTrail { edges { cursor } } }',
  '{ me { sessionId } warehouses { id } }',
  'mutation { createAccessToken(name: "x", scopes: [READ], days: 1) { __typename } }',
  'mutation { createPerson(name: "x", roles: [{ role: ADMIN }]) { __typename } }',
  'mutation { endSession { __typename } createPerson(name: "x", roles: [{ role: ADMIN }]) { __typename } }',
]
const each = <Code>(code: Code) => everything.map(() => code)

const person = (name: string, role: string) => invite(url, admin, { name, roles: [{ role, warehouseId }] })

describe('of managers and administrators an authenticator is demanded', () => {
  test('the first administrator may do nothing but set one up, and then everything', async () => {
    const secret = await makeFirstAdminLink(gateway.database.deps, 10)
    const call = { secret, name: 'Анна', login: 'anna', password: adminPassword }
    expect(await admin.give(mutations.createFirstAdmin, call)).toMatchObject({ me: { mustEnableAuthenticator: true } })
    expect(await codes(admin, everything)).toEqual(each('AUTHENTICATOR_REQUIRED'))
    expect(await (await admin.open()).closed).toEqual({ code: 4401, reason: 'Set up an authenticator first' })
    const own = '{ me { mustEnableAuthenticator sessions { id } accessTokens { id } } device { id } }'
    expect((await admin.send(own)).data).toMatchObject({ me: { mustEnableAuthenticator: true } })
    expect(await admin.give(mutations.setPassword, { login: 'anna', password: adminPassword })).toHaveProperty('me')
    expect(await admin.give(mutations.confirmIdentity, { password: adminPassword })).toHaveProperty('me')

    const { secret: totp, given } = await connect(admin)
    expect(given).toMatchObject({ me: { mustEnableAuthenticator: false } })
    expect(await codes(admin, everything.slice(0, 5))).toEqual(each(undefined).slice(0, 5))
    const again = createBrowser(url)
    const signIn = { login: 'anna', password: adminPassword }
    expect(await again.give(mutations.signIn, signIn)).toMatchObject({ code: 'CODE_REQUIRED' })
    expect(await again.give(mutations.signIn, { ...signIn, code: await codeOf(totp) })).toMatchObject({
      me: { mustEnableAuthenticator: false },
    })
  })

  test('somebody who becomes a manager is held back from then on; nobody else is', async () => {
    const { id, browser } = await person('Пётр', 'PICKER')
    expect(await codes(browser, ['{ warehouses { id } }'])).toEqual([undefined])
    await admin.give(mutations.setRoles, { personId: id, roles: [{ role: 'MANAGER', warehouseId }] })
    expect(await codes(browser, everything)).toEqual(each('AUTHENTICATOR_REQUIRED'))
    await admin.give(mutations.setRoles, { personId: id, roles: [{ role: 'SHIFT_LEAD', warehouseId }] })
    expect(await codes(browser, ['{ warehouses { id } }'])).toEqual([undefined])
  })

  test('not on a phone with a badge, nor of the people of the demo', async () => {
    const { id } = await person('Мария', 'MANAGER')
    const phone = createBrowser(url)
    const { deviceCode, userCode } = await phone.give(mutations.startPairing, { kind: 'PHONE' })
    await admin.give(mutations.approvePairing, { userCode, name: 'Телефон', warehouseId })
    await phone.give(mutations.finishPairing, { deviceCode })
    const { badge, pin } = await admin.give(mutations.issueBadge, { personId: id })
    expect(await phone.give(mutations.signInWithBadge, { badge, pin })).toMatchObject({
      me: { mustEnableAuthenticator: false },
    })
    expect(await codes(phone, ['{ warehouses { id } }'])).toEqual([undefined])

    const demo = [{ name: 'Демо', role: 'ADMIN' }] as const
    await saveDemoPeople(gateway.database.deps, warehouseId, demo)
    const { rows } = await gateway.database.owner.query<{ id: string }>(`SELECT id FROM person WHERE name = 'Демо'`)
    const reset = await admin.give(mutations.resetSignIn, { personId: rows[0]?.id })
    const visitor = createBrowser(url)
    await visitor.give(mutations.signInByLink, { secret: reset.linkSecret })
    expect(await codes(visitor, ['{ warehouses { id } }', '{ people { id } }'])).toEqual([undefined, undefined])
  })
})

describe('an authenticator', () => {
  test('is turned off by whoever need not have one, after a fresh proof; a manager takes another in its place', async () => {
    const { id, browser } = await person('Ольга', 'PACKER')
    await browser.give(mutations.setPassword, { login: 'olga', password })
    expect(await browser.give(mutations.disableAuthenticator)).toMatchObject({ code: 'NOTHING_TO_DO' })
    const { secret } = await connect(browser)
    await gateway.database.owner.query(
      `UPDATE session SET authenticated_at = now() - interval '11 minutes' WHERE person_id = $1`,
      [id],
    )
    expect(await browser.give(mutations.disableAuthenticator)).toMatchObject({ code: 'CONFIRM_IDENTITY' })
    const proof = { password, code: await codeOf(secret) }
    expect(await browser.give(mutations.confirmIdentity, proof)).toHaveProperty('me')
    expect(await browser.give(mutations.disableAuthenticator)).toHaveProperty('me')
    expect(await createBrowser(url).give(mutations.signIn, { login: 'olga', password })).toHaveProperty('me')

    const manager = (await person('Ирина', 'MANAGER')).browser
    await manager.give(mutations.setPassword, { login: 'irina', password })
    const first = await connect(manager)
    expect(await manager.give(mutations.disableAuthenticator)).toMatchObject({ code: 'NOT_ALLOWED' })
    const second = await connect(manager)
    const signIn = async (secret: string) =>
      createBrowser(url).give(mutations.signIn, { login: 'irina', password, code: await codeOf(secret) })
    expect(await signIn(first.secret)).toMatchObject({ code: 'BAD_CREDENTIALS' })
    expect(await signIn(second.secret)).toHaveProperty('me')
  })

  test('stands in the database sealed, for its owner alone and under a key that is not there', async () => {
    const [kim, lee] = [(await person('Ким', 'PACKER')).browser, (await person('Ли', 'PACKER')).browser]
    await kim.give(mutations.setPassword, { login: 'kim', password })
    await lee.give(mutations.setPassword, { login: 'lee', password })
    const { secret } = await connect(kim)
    await connect(lee)
    const sealed = async (login: string) => {
      const { rows } = await gateway.database.owner.query<{ sealed: Buffer }>(
        'SELECT totp_secret AS sealed FROM person WHERE login = $1',
        [login],
      )
      return rows[0]?.sealed
    }
    expect((await sealed('kim'))?.toString('latin1')).not.toContain(secret)
    await gateway.database.owner.query(`UPDATE person SET totp_secret = $1 WHERE login = 'lee'`, [await sealed('kim')])

    const logged: string[] = []
    const lines = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    })
    const log = createLog('error', lines)
    const others: readonly (readonly [TestGateway, string])[] = [
      [await startGatewayOn(gateway.database.url, { log }), 'lee'],
      [await startGatewayOn(gateway.database.url, { log, totpKey: Buffer.alloc(32, 'another key') }), 'kim'],
      [await startGatewayOn(gateway.database.url, { log, totpKey: undefined }), 'kim'],
    ]
    for (const [other, login] of others) {
      logged.length = 0
      const call = { login, password, code: await codeOf(secret) }
      const { errors } = await createBrowser(other.url).send(mutations.signIn, call)
      expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }])
      expect(logged.join()).toContain('is TOTP_KEY the one of before?')
      expect(logged.join()).not.toContain(secret)
    }
    const without = createBrowser(others[2]?.[0].url ?? '')
    await without.give(mutations.signIn, { login: 'olga', password })
    expect(await without.give(mutations.offerAuthenticator)).toMatchObject({ code: 'NOT_SET_UP' })
    for (const [other] of others) await other.close()
  })
})
