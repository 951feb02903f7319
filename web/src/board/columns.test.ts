import { expect, it } from 'vitest'
import { type BoardOrder, columnOf, parseBoardOrder } from './board-order'
import { arrange, columnIds } from './columns'

const order = (id: string, overrides: Partial<BoardOrder> = {}): BoardOrder => ({
  ...{
    id,
    number: '2847191332',
    state: 'NEW',
    putBackRequired: false,
    deadline: 100,
    amber: 50,
    red: 80,
    created: 10,
    changed: 10,
  },
  ...{ holder: null, article: 'A', size: null },
  ...overrides,
})

it('the soonest to miss its deadline stands first, of equals the oldest', () => {
  const [column] = arrange([order('c'), order('d', { deadline: 90 }), order('b', { created: 5 }), order('a')], ['NEW'])
  expect(column?.orders.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
})

it('every state that can be live has a column, and trouble is one of them', () => {
  const columns = arrange(
    (Object.keys(columnOf) as (keyof typeof columnOf)[]).map((state) => order(state, { state })),
    null,
  )
  expect(columns.map(({ id }) => id)).toEqual(columnIds)
  const trouble = columns.find(({ id }) => id === 'attention')?.orders.map(({ id }) => id)
  expect(trouble?.toSorted()).toEqual(['CANCELLED', 'CANCEL_REQUESTED', 'ON_HOLD', 'RESHIP', 'SHORT'])
  expect(columns.flatMap(({ orders }) => orders)).toHaveLength(Object.values(columnOf).filter(Boolean).length)
})

it('a frame’s order is read, or refused when it is none', () => {
  const at = '2026-11-22T10:00:00.000Z'
  const frame = {
    ...{
      id: 'o',
      wbOrderId: '2847191332',
      state: 'CLAIMED',
      putBackRequired: false,
      deadlineAt: at,
      amberAt: at,
      redAt: at,
    },
    ...{
      createdAt: at,
      stateChangedAt: at,
      pickedBy: 'Ким',
      packedBy: null,
      claim: { holder: 'Анна' },
      sku: { article: 'A', size: 'M' },
    },
  }
  expect(parseBoardOrder(frame)).toMatchObject({ holder: 'Анна', deadline: Date.parse(at), size: 'M' })
  expect(parseBoardOrder({ ...frame, claim: null })).toMatchObject({ holder: 'Ким' })
  for (const broken of [
    null,
    {},
    { ...frame, state: 'LOST' },
    { ...frame, deadlineAt: 'soon' },
    { ...frame, sku: null },
  ])
    expect(parseBoardOrder(broken)).toBeNull()
})
