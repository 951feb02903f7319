import { expect, it } from 'vitest'
import type { OrderState } from '../gql/graphql'
import type { FloorOrder } from './floor-order'
import { viewFloor } from './floor-view'

let last = 0
const order = (state: OrderState, deadline: number, more: Partial<FloorOrder> = {}): FloorOrder => ({
  ...{ id: `order-${++last}`, number: String(last), state, deadline, red: deadline - 10, changed: 1 },
  ...{ reason: null, holder: null, pickedBy: null, packedBy: null, article: 'FUTB', size: null },
  ...more,
})
const shift = (person: string) => ({ id: person, person, device: 'Телефон 1', startedAt: '2026-11-26T08:00:00.000Z' })

it('puts what is to be given out in order of urgency, and counts what is nearly late', () => {
  const [late, soon, later] = [order('NEW', 105), order('NEW', 111), order('NEW', 200)]
  const view = viewFloor([later, soon, order('RELEASED', 1), late], [], 100)
  expect(view.fresh).toEqual([late, soon, later])
  expect(view).toMatchObject({ free: 1, late: 1 })
})

it('shows shortages before what was set aside', () => {
  const [held, short, urgent] = [order('ON_HOLD', 1), order('SHORT', 9), order('SHORT', 2)]
  expect(viewFloor([held, short, urgent], [], 0).stuck).toEqual([urgent, short, held])
})

it('shows each order under one person: whoever holds it, else whoever did the last of it', () => {
  const orders = [
    order('CLAIMED', 5, { holder: 'Борис' }),
    order('PICKED', 5, { pickedBy: 'Анна', changed: 7 }),
    order('PACKED', 5, { pickedBy: 'Анна', packedBy: 'Борис', changed: 9 }),
    // Held again after a shortage: past hands do not count.
    order('CLAIMED', 4, { holder: 'Вера', pickedBy: 'Анна' }),
  ]
  const { workers } = viewFloor(orders, [shift('Борис'), shift('Анна'), shift('Глеб')], 0)
  expect(
    workers.map(({ name, shift: own, claimed, done, lastAt }) => [name, own !== null, claimed, done, lastAt]),
  ).toEqual([
    ['Анна', true, [], [orders[1]], 7],
    ['Борис', true, [orders[0]], [orders[2]], 9],
    ['Глеб', true, [], [], null],
    ['Вера', false, [orders[3]], [], 1],
  ])
})
