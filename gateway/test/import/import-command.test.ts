import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCatalogue } from '../../../prisma/seed/catalogue.js'
import { demoAccountName, seedWarehouses } from '../../../prisma/seed/warehouses.js'
import { createWbOrders } from '../../../prisma/seed/wb-orders.js'
import { createSellerAccount } from '../../storage/warehouse/create-seller-account.js'
import { createWarehouse } from '../../storage/warehouse/create-warehouse.js'
import { makeFirstAdminLink } from '../../storage/session/sign-in-links.js'
import { createBrowser, mutations } from '../identity/browser.js'
import { startGateway } from '../support/server.js'
import { by, nextNumber, succeed } from '../support/warehouse.js'
import { importOrders as runImport, spawnImport } from './import-program.js'

const catalogue = createCatalogue()
const warehouse = seedWarehouses[0]!
const shopFlags = ['--account', 'Лавка', '--warehouse', `${warehouse.wbWarehouseId}=Подольск@Europe/Moscow`]

const ordersOf = (count: number, comment = '') =>
  createWbOrders({
    seed: `import ${nextNumber()}`,
    firstId: 6_000_000_000 + nextNumber() * 10_000,
    catalogue,
    requests: Array.from({ length: count }, () => ({ createdAt: new Date(Date.now() - 60_000), warehouse })),
  }).map((order) => (comment === '' ? order : { ...order, comment }))

let folder: string
let gateway: Awaited<ReturnType<typeof startGateway>>
let token: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'wba-import-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  gateway = await startGateway()
  token = await gateway.tokens.of('anna')
})
afterEach(() => gateway.close())

const importOrders = (argv: readonly string[], options: Partial<Parameters<typeof runImport>[1]> = {}) =>
  runImport(argv, { token, ...options })

/** Listens on a free port and tells it. */
const listen = async (server: Server): Promise<number> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const save = async (content: string): Promise<string> => {
  const file = join(folder, `${nextNumber()}.json`)
  await writeFile(file, content)
  return file
}
const saved = (orders: readonly unknown[]) => save(JSON.stringify({ orders }))
const url = () => `${gateway.url}/graphql`
const stored = async (): Promise<number> =>
  (await gateway.database.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM orders')).rows[0]!.n

describe('npm run orders:import', () => {
  it('as a program: makes account and warehouse on an empty installation and ends with 0', async () => {
    const { code, stdout, stderr } = await spawnImport(
      [await saved(ordersOf(1_100)), '--url', url(), ...shopFlags],
      '',
      token,
    )
    expect({ code, stderr: stderr.trim().split('\n') }).toEqual({
      code: 0,
      stderr: ['500/1100', '1000/1100', '1100/1100'],
    })
    expect(stdout).toContain('Заведён кабинет «Лавка»')
    expect(stdout).toContain(`Заведён склад ${warehouse.wbWarehouseId} «Подольск» (Europe/Moscow)`)
    expect(stdout).toContain(
      'загружено 1100, повторов 0, отказов 0 из 1100 / imported 1100, repeated 0, refused 0 of 1100',
    )
    expect(await stored()).toBe(1_100)
  })

  it('as a program: reads standard input', async () => {
    const input = JSON.stringify(ordersOf(3))
    const { code, stdout } = await spawnImport(['-', '--url', url(), ...shopFlags], input, token)
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('imported 3') })
  })

  it('as a program: speaks with the token of WBA_TOKEN, and says when that is none', async () => {
    const secret = await makeFirstAdminLink(gateway.database.deps, 10)
    const admin = createBrowser(gateway.url)
    await admin.give(mutations.createFirstAdmin, { secret, name: 'Анна', login: 'anna', password: 'вечером ели пирог' })
    const scopes = ['READ', 'IMPORT']
    const made = await admin.give(mutations.createAccessToken, { name: 'Загрузка', scopes, days: 1 })
    const file = await saved(ordersOf(3))
    const good = await spawnImport([file, '--url', url(), ...shopFlags], '', made.secret ?? '')
    expect([good.code, good.stderr]).toEqual([0, expect.not.stringContaining('wba_')])
    const { rows } = await gateway.database.owner.query('SELECT DISTINCT actor FROM command_result')
    expect(rows).toEqual([{ actor: 'Анна' }])
    const bad = await spawnImport([file, '--url', url(), ...shopFlags], '', 'wba_nonsense')
    expect(bad.code).toBe(1)
    expect(bad.stderr).toMatch(/SIGN_IN_REQUIRED.*Токен не действует/)
    expect(bad.stderr + bad.stdout).not.toContain('wba_nonsense')
    const none = await spawnImport([file, '--url', url(), ...shopFlags], '', '')
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('WBA_TOKEN')])
  })

  it('is a no-op the second time, and needs no account while there is one', async () => {
    const file = await saved(ordersOf(40))
    await importOrders([file, '--url', url(), ...shopFlags])
    const { code, stdout } = await importOrders([file, '--url', url()])
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('imported 0, repeated 40') })
    expect(await stored()).toBe(40)
  })

  it('takes the good ones of 5 MB with a bad one in the middle, and lists the bad one', async () => {
    const good = ordersOf(2_000, 'Очень длинное пожелание покупателя. '.repeat(40))
    const file = await saved([...good.slice(0, 1_000), { ...good[0], id: 77, skus: [] }, ...good.slice(1_000)])
    const { code, stdout } = await importOrders([file, '--url', url(), ...shopFlags])
    expect(code).toBe(2)
    const lines = stdout.split('\n').filter((line) => line.startsWith('✗'))
    expect(lines).toEqual([
      expect.stringMatching(/^✗ №1001, задание 77: ошибка в данных задания \/ .+ \[INVALID_ORDER\]$/),
    ])
    expect(stdout).toContain('imported 2000, repeated 0, refused 1 of 2001')
    expect(await stored()).toBe(2_000)
  })

  it('lists what is no object, what is broken and what has strange text, one line each', async () => {
    const [first, second] = ordersOf(2)
    const strange = { ...second, comment: `NUL \0 and 🎁`, unknownField: { deep: ['новое'] } }
    const file = await saved([null, first, 'text', { ...first, id: '12ab' }, strange, []])
    const { code, stdout } = await importOrders([file, '--url', url(), ...shopFlags])
    const places = stdout.match(/^✗ №\d+/gm)?.toSorted()
    expect({ code, places }).toEqual({ code: 2, places: ['✗ №1', '✗ №3', '✗ №4', '✗ №6'] })
    expect(await stored()).toBe(2)
  })

  it('keeps every digit of an id beyond 2^53', async () => {
    const [order] = ordersOf(1)
    const file = await save(JSON.stringify([order]).replace(`"id":${order!.id}`, '"id":9223372036854775807'))
    const { code } = await importOrders([file, '--url', url(), ...shopFlags])
    const { rows } = await gateway.database.owner.query<{ id: string }>('SELECT wb_order_id::text AS id FROM orders')
    expect({ code, rows }).toEqual({ code: 0, rows: [{ id: '9223372036854775807' }] })
  })

  it('says which flag makes a missing warehouse, and takes its orders once it is there', async () => {
    const orders = ordersOf(4)
    const file = await saved([
      ...orders.slice(0, 2),
      ...orders.slice(2).map((order) => ({ ...order, warehouseId: 42 })),
    ])
    const first = await importOrders([file, '--url', url(), ...shopFlags])
    expect(first.code).toBe(2)
    expect(first.stdout).toContain('Склад 42 не заведён (заданий: 2)')
    expect(first.stdout).toContain('--warehouse "42=Название@Europe/Moscow"')
    const second = await importOrders([
      file,
      '--url',
      url(),
      '--warehouse',
      '42=Второй@Asia/Omsk',
      '--cut-off',
      '18:00',
    ])
    expect({ code: second.code, stdout: second.stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('imported 2, repeated 2, refused 0'),
    })
  })

  it('says what to do when it is not clear whose orders these are', async () => {
    const file = await saved(ordersOf(1))
    const empty = await importOrders([file, '--url', url()])
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('ещё нет ни одного кабинета') })
    expect(empty.stderr).toContain(
      `--account "Мой кабинет" --warehouse "${warehouse.wbWarehouseId}=Название@Europe/Moscow"`,
    )
    await importOrders([file, '--url', url(), ...shopFlags])
    const misspelt = await importOrders([file, '--url', url(), '--account', 'Лавак'])
    expect(misspelt).toMatchObject({ code: 1, stderr: expect.stringContaining('нет кабинета «Лавак» (есть «Лавка»)') })
    await importOrders([file, '--url', url(), '--account', 'Вторая', ...shopFlags.slice(2)])
    const two = await importOrders([file, '--url', url()])
    expect(two).toMatchObject({ code: 1, stderr: expect.stringContaining('«Вторая», «Лавка»') })
  })

  it('puts no real order into the demo', async () => {
    const { deps } = gateway.database
    const { sellerAccount } = succeed(
      await createSellerAccount(deps, { ...by('demo'), name: demoAccountName, demo: true }),
    )
    const { wbWarehouseId, name, timeZone, slaPolicy } = warehouse
    await createWarehouse(deps, {
      ...by('demo'),
      sellerAccountId: sellerAccount.id,
      wbWarehouseId: String(wbWarehouseId),
      ...{ name, timeZone, slaPolicy },
    })
    const file = await saved(ordersOf(1))
    const named = await importOrders([file, '--url', url(), '--account', demoAccountName])
    expect(named).toMatchObject({ code: 1, stderr: expect.stringContaining('демонстрационный кабинет') })
    expect(await importOrders([file, '--url', url()])).toMatchObject({ code: 1 })
    expect(await stored()).toBe(0)
  })

  it('names a time zone that does not exist', async () => {
    const file = await saved(ordersOf(1))
    const { code, stderr } = await importOrders([
      file,
      '--url',
      url(),
      '--account',
      'А',
      '--warehouse',
      '1=Б@Moscow/Kremlin',
    ])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('INVALID_TIME_ZONE') })
  })

  it.each([
    ['a missing file', ['/no/such/file.json'], 'no such file: /no/such/file.json'],
    ['a folder', ['/'], 'cannot read / (EISDIR)'],
    ['no file', [], 'no file given'],
  ])('says what is wrong with %s', async (_name, argv, message) => {
    const { code, stderr } = await importOrders([...argv, '--url', url()])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
  })

  it('says where a file is not JSON', async () => {
    const { code, stderr } = await importOrders([await save('{"orders": [\n  {"id": 1,}\n]}'), '--url', url()])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('строке 2, позиция 12') })
  })
})

describe('a gateway that is away', () => {
  it('is said to be, with how to start it', async () => {
    const file = await saved(ordersOf(1))
    const nobody = createServer()
    const port = await listen(nobody)
    await new Promise((closed) => nobody.close(closed))
    const { code, stderr } = await importOrders([file, '--url', `http://127.0.0.1:${port}/graphql`])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('npm start') })
  })

  it('is waited for in mid-import: a lost answer is asked for again, and nothing goes in twice', async () => {
    // Stands before the gateway, hands every import on, and loses the first two answers.
    let lost = 0
    const flaky = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const body = Buffer.concat(parts).toString()
        const { authorization = '' } = request.headers
        const headers = { 'content-type': 'application/json', authorization }
        void fetch(url(), { method: 'POST', headers, body }).then(async (answer) => {
          const text = await answer.text()
          if (body.includes('importOrders(') && lost++ < 2) request.socket.destroy()
          else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
        })
      })
    })
    const port = await listen(flaky)
    const pauses: number[] = []
    const argv = [await saved(ordersOf(600)), '--url', `http://127.0.0.1:${port}/graphql`, ...shopFlags]
    const { code, stdout } = await importOrders(argv, { onSleep: (ms) => pauses.push(ms) })
    flaky.close()
    expect({ code, pauses, stdout }).toEqual({
      code: 0,
      pauses: [500, 1_000],
      stdout: expect.stringContaining('imported 600, repeated 0, refused 0'),
    })
    expect(await stored()).toBe(600)
  })

  it('is given up after a bounded number of attempts', async () => {
    const file = await saved(ordersOf(600))
    await importOrders([await saved(ordersOf(1)), '--url', url(), ...shopFlags])
    const pauses: number[] = []
    const target = url()
    const { code, stderr } = await importOrders([file, '--url', target], {
      onSleep: (ms) => pauses.push(ms),
      fetch: (address, init) =>
        String(init?.body).includes('importOrders(')
          ? Promise.reject(new TypeError('fetch failed'))
          : fetch(address, init),
    })
    expect({ code, tries: pauses.length, stderr }).toMatchObject({
      code: 1,
      tries: 7,
      stderr: expect.stringContaining('запустите команду ещё раз'),
    })
  })
})
