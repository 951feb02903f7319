import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUpkeep } from '../../storage/upkeep.js'
import { seedOrder, type SeededWarehouse, seedWarehouse } from '../support/seed.js'
import { deliver, documents, pick, startFloor } from './floor.js'

let floor: Awaited<ReturnType<typeof startFloor>>
let north: SeededWarehouse
beforeAll(async () => {
  floor = await startFloor()
  north = await seedWarehouse(floor.client)
})
afterAll(() => floor.gateway.close())

test('what is over is forgotten; what waits for a lead is kept, and so is what was taken', async () => {
  const { owner, deps } = floor.gateway.database
  const { forgetJournals } = createUpkeep(deps)
  const a = await floor.employ(north)
  const [mine, never] = [await a.take(), await seedOrder(floor.client, north)]
  const commands = a.write(pick(mine), pick(never))
  await deliver(a.phone, a.open, commands)
  const rows = async () => {
    const told = await owner.query<{ kept: string }>(
      `SELECT concat_ws(' ', (SELECT count(*) FROM journal), (SELECT count(*) FROM journal_command), (SELECT count(*) FROM parked_command)) AS kept`,
    )
    return told.rows[0]?.kept
  }
  await owner.query(`UPDATE journal_command SET at = at - interval '29 days'`)
  await forgetJournals(30)
  expect(await rows()).toBe('1 2 1')
  await owner.query(
    `UPDATE journal_command SET at = at - interval '2 days'; UPDATE command_result SET created_at = now() - interval '31 days'`,
  )
  await owner.query(`UPDATE journal SET grant_expires_at = now() - interval '91 days'`)
  await createUpkeep(deps).forgetCommands(30)
  await forgetJournals(30)
  expect(await rows()).toBe('1 0 1')
  const again = await deliver(a.phone, a.open, commands)
  expect(again.answers.map(({ outcome, repeated }) => [outcome, repeated])).toEqual([
    ['ALREADY', true],
    ['ALREADY', true],
  ])
  // A lead decides, long after.
  const { data } = await floor.admin.send<{ parkedCommands: { commands: { id: string }[] } }>(documents.parked, {
    warehouseId: north.id,
  })
  const call = { commandId: randomUUID(), parkedId: data?.parkedCommands.commands[0]?.id, resolution: 'DISMISS' }
  expect(await floor.admin.give(documents.resolve, call)).toEqual({ answer: null })
  await owner.query(`UPDATE parked_command SET resolved_at = now() - interval '31 days'`)
  await forgetJournals(30)
  expect(await rows()).toBe('0 0 0')
  expect(await deliver(a.phone, a.open, commands)).toMatchObject({ code: 'BAD_GRANT' })
})
