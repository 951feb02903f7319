import { randomUUID } from 'node:crypto'
import type { TestClient } from '../../support/client.js'
import { seedOrder, type SeededOrder, type SeededWarehouse } from '../../support/seed.js'

/** What there is on the shelves of a tenant, and in whose hands. */
export interface SeededFloor {
  readonly picked: SeededOrder
  readonly cellCode: string
}

const refusals = '__typename ... on Refusal { code message }'
const commands = {
  saveCells: `mutation ($commandId: UUID!, $warehouseId: ID!, $cells: [StorageCellInput!]!) {
    r: saveCells(commandId: $commandId, warehouseId: $warehouseId, cells: $cells) { ${refusals} } }`,
  receiveStock: `mutation ($commandId: UUID!, $warehouseId: ID!, $lines: [StockLineInput!]!, $clientTime: DateTime!, $cause: String!) {
    r: receiveStock(commandId: $commandId, warehouseId: $warehouseId, lines: $lines, clientTime: $clientTime, cause: $cause) { ${refusals} } }`,
  pickOrder: `mutation ($commandId: UUID!, $orderId: ID!, $barcode: String!, $cell: String!) {
    r: pickOrder(commandId: $commandId, orderId: $orderId, barcode: $barcode, cell: $cell) { ${refusals} } }`,
  attachLabelIdentifier: `mutation ($commandId: UUID!, $orderId: ID!) {
    r: attachLabelIdentifier(commandId: $commandId, orderId: $orderId, key: "sgtin", raw: "x") { ${refusals} } }`,
  startShift: `mutation ($commandId: UUID!, $warehouseId: ID!) {
    r: startShift(commandId: $commandId, warehouseId: $warehouseId) { ${refusals} } }`,
  claimWork: `mutation ($commandId: UUID!, $warehouseId: ID!, $clientTime: DateTime!) {
    r: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: 9, clientTime: $clientTime) { ${refusals} } }`,
}

/** A cell with stock, a unit that was found there and marked, and, for who is on shift, work that they hold. */
export const seedFloor = async (
  client: TestClient,
  warehouse: SeededWarehouse,
  options: { readonly walkOrder: number; readonly onShift: boolean },
): Promise<SeededFloor> => {
  const warehouseId = warehouse.id
  const cellCode = `Ячейка: ${warehouse.seed.name}`
  const give = async (command: keyof typeof commands, variables: object) => {
    const given = { commandId: randomUUID(), ...variables }
    const { r } = await client.data<{ r: { __typename: string } }>(commands[command], given)
    if (r.__typename === 'Refusal') throw new Error(`${command} was refused: ${JSON.stringify(r)}`)
  }
  const cell = { zone: `Зона ${cellCode}`, code: cellCode, barcode: `Баркод ${cellCode}`, walkOrder: options.walkOrder }
  await give('saveCells', { warehouseId, cells: [cell] })
  const wbOrder = { requiredMeta: ['sgtin'] }
  const picked = await seedOrder(client, warehouse, { state: 'CLAIMED', wbOrder })
  await give('pickOrder', { orderId: picked.id, barcode: picked.barcode, cell: cellCode })
  await give('attachLabelIdentifier', { orderId: picked.id })
  const free = await seedOrder(client, warehouse, { state: 'RELEASED', wbOrder })
  const lines = [picked, free].map(({ barcode }) => ({ cell: cellCode, item: barcode, quantity: 5 }))
  await give('receiveStock', { warehouseId, lines, clientTime: new Date(), cause: `Накладная: ${warehouse.seed.name}` })
  if (options.onShift) {
    await give('startShift', { warehouseId })
    await give('claimWork', { warehouseId, clientTime: new Date() })
  }
  return { picked, cellCode }
}
