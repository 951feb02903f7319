import { isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { createSchema } from '../../../schema/build-schema.js'

test('every field that reads or writes says what it costs', () => {
  const schema = createSchema()
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
  const silent = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => roots.has(type) || field.extensions['io'] === true)
        .filter((field) => typeof field.extensions['complexity'] !== 'function')
        .map((field) => `${type.name}.${field.name}`),
    )
  expect(silent).toEqual([])
})
