import { v7 as uuid } from 'uuid'
import { readName } from '../../domain/name.js'
import { refusal, type Result } from '../../domain/refusal.js'
import { type CommandHeader, readClock, runCommand } from '../command/run-command.js'
import type { StorageDeps } from '../deps.js'
import { type PublicSellerAccount, toSellerAccount } from './public-warehouse.js'

export interface CreateSellerAccount extends CommandHeader {
  readonly name: string
  /** Only the demo makes such: nothing in it is real. */
  readonly demo?: boolean
}

/** Makes a seller account. Refusals: NOT_ALLOWED, INVALID_NAME, NAME_TAKEN. */
export const createSellerAccount = async (
  deps: Pick<StorageDeps, 'pool' | 'onCommit'>,
  call: CreateSellerAccount,
): Promise<Result<{ readonly sellerAccount: PublicSellerAccount }>> => {
  if (!call.rights.found) return { refusal: refusal('NOT_ALLOWED', 'Only administrators make seller accounts.') }
  const read = readName(call.name)
  if ('fault' in read) return { refusal: refusal('INVALID_NAME', read.fault) }
  const { name } = read
  const demo = call.demo ?? false
  const request = { command: 'CREATE_SELLER_ACCOUNT', name, demo }
  return runCommand<{ readonly sellerAccount: PublicSellerAccount }>(deps, call, request, async (tx) => {
    const row = { id: uuid(), name, demo, createdAt: await readClock(tx, call) }
    const made = await tx.query(
      'INSERT INTO seller_account (id, name, demo, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING',
      [row.id, name, demo, row.createdAt],
    )
    if (made.rowCount === 0)
      return { result: { refusal: refusal('NAME_TAKEN', 'Another seller account has this name.') }, events: [] }
    const subject = { kind: 'SELLER_ACCOUNT', id: row.id } as const
    return {
      result: { sellerAccount: toSellerAccount(row) },
      events: [],
      entries: [{ warehouseId: null, action: 'SELLER_ACCOUNT_CREATED', subject, details: { name, demo } }],
    }
  })
}
