import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedWarehouse } from '../support/seed.js'
import { type Browser, createBrowser, mutations } from './browser.js'
import { invite, startWithAdmin } from './first-admin.js'

let started: Awaited<ReturnType<typeof startWithAdmin>>
let url: string
let admin: Browser
let north: string
let south: string
let manager: Awaited<ReturnType<typeof invite>>
beforeAll(async () => {
  started = await startWithAdmin()
  admin = started.admin
  url = started.gateway.url
  const client = started.client
  ;[north, south] = [(await seedWarehouse(client)).id, (await seedWarehouse(client)).id]
  manager = await invite(url, admin, { name: 'Менеджер', roles: [{ role: 'MANAGER', warehouseId: north }] })
})
afterAll(() => started.gateway.close())

const picker = (warehouseId: string) => [{ role: 'PICKER', warehouseId }]
const people = async (browser: Browser) => {
  const { data, errors } = await browser.send<{ people: { id: string; name: string }[] }>('{ people { id name } }')
  return data?.people.map(({ name }) => name) ?? errors?.map(({ extensions }) => extensions.code)
}

test('a manager makes people for the floor of their own warehouse and sees no others', async () => {
  const { browser } = manager
  await invite(url, browser, { name: 'Сборщик Север', roles: picker(north) })
  const far = await invite(url, admin, { name: 'Сборщик Юг', roles: picker(south) })
  expect(await people(browser)).toEqual(['Менеджер', 'Сборщик Север'])
  for (const roles of [picker(south), [{ role: 'MANAGER', warehouseId: north }], [{ role: 'ADMIN' }]])
    expect(await browser.give(mutations.createPerson, { name: randomUUID(), roles })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
  // Not there and not theirs look the same, whoever it is: another warehouse's picker, an administrator, nobody.
  const refused = []
  for (const personId of [far.id, started.adminId, randomUUID(), 'x'])
    for (const [mutation, more] of [
      [mutations.setRoles, { roles: picker(north) }],
      [mutations.setPersonDisabled, { disabled: true }],
      [mutations.resetSignIn, {}],
    ] as const)
      refused.push(await browser.give(mutation, { personId, ...more }))
  expect(new Set(refused.map((refusal) => JSON.stringify(refusal)))).toEqual(
    new Set([JSON.stringify({ code: 'UNKNOWN_PERSON', message: 'There is no such person.', retryAt: null })]),
  )
})

test('each is told which roles they may give and whom they may manage, and that is what is done', async () => {
  const { browser } = manager
  const { id } = await invite(url, browser, {
    name: 'Упаковщик Север',
    roles: [{ role: 'PACKER', warehouseId: north }],
  })
  const both = await invite(url, admin, { name: 'Везде', roles: [...picker(north), ...picker(south)] })
  const told = async (asking: Browser) => {
    const { data } = await asking.send<{
      me: { grantableRoles: { role: string; warehouseId: string | null }[] }
      people: { id: string; manageable: boolean }[]
    }>('{ me { grantableRoles { role warehouseId } } people { id manageable } }')
    const manageable = (personId: string) => data?.people.find((person) => person.id === personId)?.manageable
    return { grantable: data?.me.grantableRoles ?? [], manageable }
  }
  const [own, admins] = [await told(browser), await told(admin)]
  const floor = ['SHIFT_LEAD', 'PICKER', 'PACKER', 'ANALYST']
  expect(own.grantable).toEqual(floor.map((role) => ({ role, warehouseId: north })))
  expect(admins.grantable).toContainEqual({ role: 'ADMIN', warehouseId: null })
  for (const warehouseId of [north, south])
    for (const role of ['MANAGER', ...floor]) expect(admins.grantable).toContainEqual({ role, warehouseId })
  for (const personId of [id, both.id, manager.id]) {
    expect(admins.manageable(personId)).toBe(true)
    const given = await browser.give(mutations.resetSignIn, { personId })
    expect([personId, own.manageable(personId)]).toEqual([personId, 'linkSecret' in given])
  }
  for (const grant of admins.grantable) {
    const given = await browser.give(mutations.createPerson, { name: randomUUID(), roles: [grant] })
    const offered = own.grantable.some(
      ({ role, warehouseId }) => role === grant.role && warehouseId === grant.warehouseId,
    )
    expect([grant, 'person' in given]).toEqual([grant, offered])
  }
})

test('nobody else sees or makes people, nor a token of whoever may', async () => {
  const { secret } = await admin.give(mutations.createAccessToken, {
    name: 'all',
    scopes: ['READ', 'IMPORT', 'FLOOR'],
    days: 1,
  })
  const program = createBrowser(url, { authorization: `Bearer ${secret}` })
  expect(await people(program)).toEqual(['FORBIDDEN'])
  const { data } = await program.send('{ me { grantableRoles { role } person { manageable } } }')
  expect(data).toEqual({ me: { grantableRoles: [], person: { manageable: false } } })
  const { browser } = await invite(url, admin, { name: 'Аналитик', roles: [{ role: 'ANALYST', warehouseId: north }] })
  expect(await people(browser)).toEqual(['FORBIDDEN'])
  expect(await people(createBrowser(url))).toEqual(['SIGN_IN_REQUIRED'])
  expect(await browser.give(mutations.createPerson, { name: 'x', roles: picker(north) })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
})

test('there is always an administrator who can sign in', async () => {
  const { adminId: personId } = started
  for (const [mutation, more] of [
    [mutations.setRoles, { roles: picker(north) }],
    [mutations.setPersonDisabled, { disabled: true }],
  ] as const)
    expect(await admin.give(mutation, { personId, ...more })).toMatchObject({ code: 'LAST_ADMIN' })
  expect(await people(admin)).toContain('Анна Админ')

  const second = await invite(url, admin, { name: 'Второй', roles: [{ role: 'ADMIN' }] })
  // Both take the other's role away at once: one of them stays.
  const answers = await Promise.all([
    admin.give(mutations.setRoles, { personId: second.id, roles: picker(north) }),
    second.browser.give(mutations.setRoles, { personId, roles: picker(north) }),
  ])
  const left = await started.gateway.database.owner.query(`SELECT FROM role_grant WHERE role = 'ADMIN'`)
  expect(left.rowCount, JSON.stringify(answers)).toBe(1)
  await started.gateway.database.owner.query(
    `INSERT INTO role_grant (id, person_id, role) VALUES ($1, $2, 'ADMIN') ON CONFLICT DO NOTHING`,
    [randomUUID(), personId],
  )
})

test('says what is wrong with a person', async () => {
  const good = { name: 'Хороший', login: 'good', roles: picker(north) }
  expect(await admin.give(mutations.createPerson, good)).toHaveProperty('linkSecret')
  for (const [call, code] of [
    [{ ...good, login: 'other' }, 'NAME_TAKEN'],
    [{ ...good, name: 'Другой', login: 'GOOD' }, 'LOGIN_TAKEN'],
    [{ ...good, name: ' ' }, 'INVALID_NAME'],
    [{ ...good, name: 'System' }, 'INVALID_NAME'],
    [{ ...good, name: 'b', login: 'a b c' }, 'INVALID_LOGIN'],
    [{ ...good, name: 'c', login: null, roles: [] }, 'NOTHING_TO_DO'],
    [{ ...good, name: 'd', login: null, roles: [{ role: 'PICKER' }] }, 'UNKNOWN_WAREHOUSE'],
    [{ ...good, name: 'e', login: null, roles: [{ role: 'ADMIN', warehouseId: north }] }, 'UNKNOWN_WAREHOUSE'],
    [{ ...good, name: 'f', login: null, roles: picker(randomUUID()) }, 'UNKNOWN_WAREHOUSE'],
    [{ ...good, name: 'g', login: null, roles: picker('x') }, 'UNKNOWN_WAREHOUSE'],
  ] as const)
    expect(await admin.give(mutations.createPerson, call), JSON.stringify(call)).toMatchObject({ code })
})

test('an invitation opens once, within its time, and a disabled person’s not at all', async () => {
  const made = await admin.give(mutations.createPerson, { name: 'Раз', roles: picker(north) })
  const secret = made.linkSecret ?? ''
  const entered = await Promise.all(
    Array.from({ length: 5 }, () => createBrowser(url).give(mutations.signInByLink, { secret })),
  )
  expect(entered.filter(({ me }) => me !== undefined)).toHaveLength(1)
  expect(entered.filter(({ code }) => code === 'BAD_LINK')).toHaveLength(4)

  const other = await admin.give(mutations.createPerson, { name: 'Два', roles: picker(north) })
  await admin.give(mutations.setPersonDisabled, { personId: other.person?.id, disabled: true })
  const late = await createBrowser(url).give(mutations.signInByLink, { secret: other.linkSecret })
  expect(late).toMatchObject({ code: 'BAD_LINK' })

  const { linkSecret } = await admin.give(mutations.createPerson, { name: 'Три', roles: picker(north) })
  await started.gateway.database.owner.query('UPDATE sign_in_link SET expires_at = now()')
  const expired = await createBrowser(url).give(mutations.signInByLink, { secret: linkSecret })
  expect(expired).toMatchObject({ code: 'BAD_LINK' })
})

test('the audit trail tells who did what to whom, in the warehouses that it concerns and nothing of others', async () => {
  const two = [...picker(north), ...picker(south)]
  const made = await admin.give(mutations.createPerson, { name: 'Виден в журнале', roles: two })
  const personId = made.person?.id
  await admin.give(mutations.setRoles, { personId, roles: picker(south) })
  await admin.give(mutations.setPersonDisabled, { personId, disabled: true })
  await admin.give(mutations.resetSignIn, { personId })
  const trail = async (browser: Browser, warehouseId: string) => {
    const { data } = await browser.send<{ auditTrail: { edges: { node: Record<string, unknown> }[] } }>(
      'query ($id: ID) { auditTrail(warehouseId: $id) { edges { node { action actor subject subjectId details } } } }',
      { id: warehouseId },
    )
    return data?.auditTrail.edges.map(({ node }) => node).filter(({ subjectId }) => subjectId === personId)
  }
  const by = { actor: 'Анна Админ', subject: 'PERSON', subjectId: personId }
  const name = 'Виден в журнале'
  expect(await trail(manager.browser, north)).toEqual([
    { ...by, action: 'ROLES_SET', details: { name, before: ['PICKER'], after: [] } },
    { ...by, action: 'PERSON_CREATED', details: { name, roles: ['PICKER'] } },
  ])
  expect((await trail(admin, south))?.map(({ action }) => action)).toEqual([
    'SIGN_IN_RESET',
    'PERSON_DISABLED',
    'ROLES_SET',
    'PERSON_CREATED',
  ])
})
