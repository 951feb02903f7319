import { GraphQLDateTimeISO, GraphQLLocalTime, GraphQLSafeInt, GraphQLUUID } from 'graphql-scalars'
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'

/** An instant: ISO-8601 in UTC with milliseconds, in and out. */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant, ISO-8601 in UTC: `2026-11-22T09:30:00.000Z`. / Момент времени.',
  serialize: (value) => {
    // Live events hold instants as the log wrote them; only Dates need turning.
    if (typeof value === 'string') return value
    if (value instanceof Date) return value.toISOString()
    throw new GraphQLError('DateTime cannot represent this value')
  },
})

/** A UUID; clients make `commandId` themselves. */
export const UUID = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  description: 'A UUID of any version, 8-4-4-4-12 hexadecimal digits. / Уникальный идентификатор.',
})

/** An integer up to 2^53 - 1, a plain JSON number. */
export const SafeInt = new GraphQLScalarType({
  ...GraphQLSafeInt.toConfig(),
  description: 'An integer from -(2^53 - 1) to 2^53 - 1, sent as a JSON number. / Целое число.',
})

/** A local time of day in the warehouse's zone. */
export const LocalTime = new GraphQLScalarType({
  ...GraphQLLocalTime.toConfig(),
  description: 'A local time of day, HH:MM, in the time zone of the warehouse. / Местное время.',
})

const jsonObject = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new GraphQLError(`${name} must be a JSON object`, { extensions: { code: 'BAD_USER_INPUT' } })
  return value as Readonly<Record<string, unknown>>
}

const objectScalar = (name: string, description: string) =>
  new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: (value) => jsonObject(value, name),
    parseLiteral: (node: ValueNode, variables) => {
      if (node.kind !== Kind.OBJECT) throw new GraphQLError(`${name} must be a JSON object`, { nodes: node })
      return jsonObject(valueFromASTUntyped(node, variables), name)
    },
  })

/** What belongs to an action of the audit trail. */
export const AuditDetails = objectScalar(
  'AuditDetails',
  'A JSON object: what belongs to an action, such as the state before and after. Its members depend on the action, and more may come. / Подробности действия.',
)

/** The marketplace's own order object; the gateway parses it tolerantly. */
export const WbOrder = objectScalar(
  'WbOrder',
  'An order object of the marketplace as `GET /api/v3/orders/new` returns it. Needed: `id`, `warehouseId`, `nmId`, `chrtId`, `article`, `skus`, `createdAt`; fields not known yet are kept. Ids are numbers or strings of digits. / Сборочное задание, как его отдаёт Wildberries.',
)

/** One item of the marketplace's statuses answer. */
export const WbOrderStatus = objectScalar(
  'WbOrderStatus',
  'An item of the answer of `POST /api/v3/orders/status`: `id`, `supplierStatus`, `wbStatus`, `isCancellable`. Statuses not known yet are kept as they are. / Статусы сборочного задания у Wildberries.',
)
