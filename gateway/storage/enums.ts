import type { Prisma } from '../../prisma/client.js'
import type { OrderEventType, OrderState } from '../domain/order-states.js'

// The domain does not import Prisma, so that the two spell their enums alike is proved here, by the compiler.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

export const enumsAgree: {
  readonly states: Same<OrderState, Prisma.OrderModel['state']>
  readonly events: Same<OrderEventType, Prisma.OrderEventModel['type']>
} = { states: true, events: true }
