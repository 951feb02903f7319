import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { levels, movements } from '../floor/floor-client.js'
import { seedOrder, seedWarehouse, type SeededOrder, type SeededWarehouse } from '../support/seed.js'
import { startGateway } from '../support/server.js'
import { nextNumber } from '../support/warehouse.js'
import { importStock } from './import-program.js'

let folder: string
let gateway: Awaited<ReturnType<typeof startGateway>>
let token: string
let warehouse: SeededWarehouse
let orders: readonly [SeededOrder, SeededOrder]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wba-stock-'))
  gateway = await startGateway()
  token = await gateway.tokens.of('anna')
})
afterAll(async () => {
  await gateway.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  warehouse = await seedWarehouse(gateway.client, { wbWarehouseId: nextNumber() })
  orders = [await seedOrder(gateway.client, warehouse), await seedOrder(gateway.client, warehouse)]
})

const header = 'zone,cell,barcode,walkOrder,sku,quantity'
const run = async (lines: readonly string[], flags: readonly string[] = []) => {
  const file = join(folder, `${nextNumber()}.csv`)
  await writeFile(file, lines.join('\r\n'))
  const place = ['--warehouse', String(warehouse.seed.wbWarehouseId), '--url', gateway.url]
  return importStock([file, ...place, ...flags], { token })
}

describe('stock:import', () => {
  test('makes cells and says what lies in them; the same table once more changes nothing', async () => {
    const [one, two] = orders
    const table = [
      header,
      `A,A-1,111,10,${one.barcode},5`,
      `A,A-1,111,10,${two.sku.chrtId},2`,
      'Б,"Б-1, верх",222,20,,',
      `,A-1,,,,`,
    ]
    const first = await run(table)
    expect(first).toMatchObject({ code: 2, stderr: '' })
    expect(first.stdout).toContain('строка / line 5: ')
    expect(first.stdout).toContain('cells 2, levels 2, refused 1, lines 4')
    expect(await levels(gateway.client, warehouse.id, one.barcode)).toEqual({ 'A-1': 5 })
    expect(await levels(gateway.client, warehouse.id, two.barcode)).toEqual({ 'A-1': 2 })
    await run(table)
    expect((await movements(gateway.client, warehouse.id)).toSorted()).toEqual([
      'COUNTED A-1 0',
      'COUNTED A-1 0',
      'COUNTED A-1 2',
      'COUNTED A-1 5',
    ])
  })

  test('takes what a Russian Excel writes, and a cell that is there by its code alone', async () => {
    const [one] = orders
    const semicolons = ['\ufeff' + header.replaceAll(',', ';'), `A;A-1;111;10;${one.barcode};3`, '']
    expect(await run(semicolons)).toMatchObject({ code: 0 })
    expect(await run([header, `,A-1,,,${one.barcode},4`])).toMatchObject({ code: 0 })
    expect(await levels(gateway.client, warehouse.id)).toEqual({ 'A-1': 4 })
  })

  test('tells every line that is not taken, and takes the others', async () => {
    const [one] = orders
    const { code, stdout } = await run([
      header,
      '',
      `A,A-1,111,10,${one.barcode},5`,
      `A,,112,10,${one.barcode},5`,
      `A,A-2,,10,${one.barcode},5`,
      `A,A-2,112,x,${one.barcode},5`,
      `A,A-2,112,10,${one.barcode},-1`,
      `A,A-2,112,10,${one.barcode},`,
      `A,A-1,113,10,,`,
      `,A-1,,,${one.barcode},7`,
      `,Z-9,,,${one.barcode},7`,
      `,A-1,,,nobody,7`,
      `A,A-3,111,10,,`,
      'A,A-4,114',
    ])
    expect(code).toBe(2)
    const told = stdout.split('\n').flatMap((line) => /^✗ строка \/ line (\d+)/.exec(line)?.[1] ?? [])
    expect(told.toSorted((a, b) => Number(a) - Number(b))).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
    ])
    expect(stdout).toContain('line 10: ')
    expect(stdout).toMatch(/line 11: нет такой ячейки \(UNKNOWN_CELL\) \/ No cell/)
    expect(stdout).toMatch(/line 12: неизвестный баркод/)
    expect(stdout).toMatch(/line 13: .* \/ The barcode 111 is that of the cell A-1/)
    expect(await levels(gateway.client, warehouse.id)).toEqual({ 'A-1': 5 })
  })

  test.each([
    ['без заголовка', ['A,A-1,111,10,,'], /нет столбцов/],
    ['пустой', [''], /файл пуст/],
  ])('an import of a file %s stops before anything is done', async (_, lines, message) => {
    const ran = await run(lines)
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(message)
  })

  test('names the warehouses when it cannot tell which is meant', async () => {
    await seedWarehouse(gateway.client, { wbWarehouseId: nextNumber() })
    const file = join(folder, 'one.csv')
    await writeFile(file, `${header}\nA,A-1,111,10,,`)
    const ran = await importStock([file, '--url', gateway.url], { token })
    expect(ran).toMatchObject({ code: 1 })
    expect(ran.stderr).toContain(String(warehouse.seed.wbWarehouseId))
    expect(await importStock([file, '--url', gateway.url, '--warehouse', '1'], { token })).toMatchObject({ code: 1 })
    expect(await importStock([file, '--url', gateway.url], { token: undefined })).toMatchObject({ code: 1 })
  })
})
