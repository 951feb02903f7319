import { describe, expect, test } from 'vitest'
import { CLOSED_STATES, isLive, LIVE_STATES, ORDER_COMMANDS, ORDER_STATES, SYSTEM_TRANSITIONS } from './order-states.js'
import { transitionTable } from './transition-table.js'

const targets = (state: (typeof ORDER_STATES)[number]) =>
  Object.fromEntries(
    Object.entries(transitionTable[state]).flatMap(([transition, cell]) =>
      'to' in cell ? [[transition, cell.to]] : [],
    ),
  )

test('the table decides every cell', () => {
  for (const state of ORDER_STATES)
    expect(Object.keys(transitionTable[state]).sort()).toEqual([...ORDER_COMMANDS, ...SYSTEM_TRANSITIONS].sort())
})

describe('the way of an order', () => {
  test('leads forward one step at a time', () => {
    expect(targets('NEW')['RELEASE']).toBe('RELEASED')
    expect(targets('RELEASED')['CLAIM']).toBe('CLAIMED')
    expect(targets('CLAIMED')['PICK']).toBe('PICKED')
    expect(targets('PICKED')['PACK']).toBe('PACKED')
    expect(targets('PACKED')['STAGE']).toBe('STAGED')
    expect(targets('STAGED')['HAND_OVER']).toBe('HANDED_OVER')
    expect(targets('RESHIP')['STAGE']).toBe('STAGED')
  })

  test('what was handed over is moved by the marketplace alone', () => {
    for (const state of ['HANDED_OVER', 'ACCEPTED', 'DONE'] as const)
      for (const command of ORDER_COMMANDS) expect(targets(state)[command]).toBeUndefined()
  })

  test('can be cancelled from every state before the hand-over, and from a re-shipment', () => {
    const cancellable = ORDER_STATES.filter((state) => targets(state)['CANCEL'] === 'CANCELLED')
    expect(cancellable).toEqual([
      'NEW',
      'RELEASED',
      'CLAIMED',
      'PICKED',
      'PACKED',
      'STAGED',
      'SHORT',
      'ON_HOLD',
      'RESHIP',
    ])
  })

  test('no command leads to a request of cancel, nor to what only the marketplace can tell', () => {
    for (const state of ORDER_STATES)
      for (const command of ORDER_COMMANDS)
        expect(['CANCEL_REQUESTED', 'ACCEPTED', 'DONE', 'RESHIP']).not.toContain(targets(state)[command])
  })
})

test('an order is live until it is closed; a cancelled one until its unit is back', () => {
  expect(CLOSED_STATES).toEqual(['HANDED_OVER', 'ACCEPTED', 'DONE', 'CANCELLED'])
  expect(LIVE_STATES).toContain('CANCELLED')
  expect(LIVE_STATES).not.toContain('HANDED_OVER')
  expect(isLive({ state: 'CANCELLED', putBackRequired: false })).toBe(false)
  expect(isLive({ state: 'CANCELLED', putBackRequired: true })).toBe(true)
})
