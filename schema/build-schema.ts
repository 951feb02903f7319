import 'reflect-metadata'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { AccessTokenResolver } from './access-token/access-token.resolver.js'
import { AuditResolver } from './audit/audit.resolver.js'
import * as events from './board/board-event.type.js'
import { BoardResolver, BoardSnapshotResolver, LiveResolver, OrderUpsertedResolver } from './board/board.resolver.js'
import { DeviceResolver } from './device/device.resolver.js'
import { JournalResolver } from './journal/journal.resolver.js'
import { LabelResolver } from './label/label.resolver.js'
import { OrderCommandResolver } from './order/order-command.resolver.js'
import { OrderImportResolver } from './order/order-import.resolver.js'
import { OrderResolver } from './order/order.resolver.js'
import { PersonResolver } from './person/person.resolver.js'
import { SessionResolver } from './session/session.resolver.js'
import { ShiftResolver } from './shift/shift.resolver.js'
import { StockResolver } from './stock/stock.resolver.js'
import { WarehouseResolver } from './warehouse/warehouse.resolver.js'
import { WorkResolver } from './work/work.resolver.js'

const neverPublishes = () => {
  throw new Error('events go through the log, never through a PubSub')
}

/** The root types, which type-graphql makes by itself and has no place to describe. */
const roots = {
  Query: 'What is read: the state now, lists and histories. Nothing here changes anything. / Чтение.',
  Mutation:
    'Commands: each answers with what it did or a `Refusal`; one with a `commandId` is done once by it. / Команды.',
  Subscription: 'Live streams over WebSocket, each with a cursor to resume at. / Живые потоки.',
}

/** The executable schema: the contract with its resolvers. */
export const createSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({
    resolvers: [
      OrderResolver,
      OrderCommandResolver,
      OrderImportResolver,
      WarehouseResolver,
      BoardResolver,
      LiveResolver,
      BoardSnapshotResolver,
      OrderUpsertedResolver,
      SessionResolver,
      AccessTokenResolver,
      PersonResolver,
      DeviceResolver,
      AuditResolver,
      JournalResolver,
      StockResolver,
      LabelResolver,
      ShiftResolver,
      WorkResolver,
    ],
    orphanedTypes: [
      events.BoardSnapshot,
      events.OrderUpserted,
      events.OrderLeft,
      events.BoardHeartbeat,
      events.BoardGap,
    ],
    validate: false,
    pubSub: { publish: neverPublishes, subscribe: neverPublishes },
  })
  for (const [name, description] of Object.entries(roots)) {
    const type = schema.getType(name)
    if (type) type.description = description
  }
  return schema
}

/** The contract as text, in one stable order. */
export const printContract = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`
