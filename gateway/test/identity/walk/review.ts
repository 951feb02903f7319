import { randomUUID } from 'node:crypto'
import { deliver, documents, entry, type OpenJournal, pick, shortage, unclaim } from '../../replay/floor.js'
import type { TestClient } from '../../support/client.js'
import { seedOrder, type SeededWarehouse } from '../../support/seed.js'
import type { Browser } from '../browser.js'
import type { Place } from './arguments.js'

const given = (name: string, more = '') =>
  `mutation ($c: UUID!, $id: ID!) { r: ${name}(commandId: $c, ${more}) { __typename } }`

/** A journal, and what waits for a shift lead because of it: of every kind one, so that every field says something. */
export const seedReview = async (
  client: TestClient,
  picker: Browser,
  warehouse: SeededWarehouse,
): Promise<Pick<Place, 'journalId' | 'parkedId' | 'surplusUnitId'>> => {
  const warehouseId = warehouse.id
  const open = await picker.give<OpenJournal>(documents.open, { warehouseId })
  const twice = await seedOrder(client, warehouse, { state: 'RELEASED' })
  const never = await seedOrder(client, warehouse)
  const about = (id: string) => ({ c: randomUUID(), id })
  await picker.send(given('claimOrders', 'orderIds: [$id]'), about(twice.id))
  await deliver(picker, open, [entry(1, unclaim(twice))])
  await client.data(given('claimOrders', 'orderIds: [$id]'), about(twice.id))
  await client.data(given('pickOrder', `orderId: $id, barcode: "${twice.barcode}"`), about(twice.id))
  await deliver(picker, open, [entry(2, pick(twice)), entry(3, pick(never)), entry(4, shortage(never))])
  const { parkedCommands, putBacks } = await client.data<{
    parkedCommands: { commands: { id: string }[] }
    putBacks: { putBacks: { id: string }[] }
  }>(
    `query ($id: ID!) { parkedCommands(warehouseId: $id) { commands { id } } putBacks(warehouseId: $id) { putBacks { id } } }`,
    { id: warehouseId },
  )
  return {
    journalId: open.journal.id,
    parkedId: parkedCommands.commands[0]?.id ?? '',
    surplusUnitId: putBacks.putBacks[0]?.id ?? '',
  }
}
