import 'reflect-metadata'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import * as events from './board/board-event.type.js'
import { BoardResolver, LiveResolver } from './board/board.resolver.js'
import { OrderCommandResolver } from './order/order-command.resolver.js'
import { OrderImportResolver } from './order/order-import.resolver.js'
import { OrderResolver } from './order/order.resolver.js'
import { WarehouseResolver } from './warehouse/warehouse.resolver.js'

const neverPublishes = () => {
  throw new Error('events go through the log, never through a PubSub')
}

/** The executable schema: the contract with its resolvers. */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      OrderResolver,
      OrderCommandResolver,
      OrderImportResolver,
      WarehouseResolver,
      BoardResolver,
      LiveResolver,
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

/** The contract as text, in one stable order. */
export const printContract = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`
