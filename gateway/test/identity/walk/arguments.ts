import { randomUUID } from 'node:crypto'
import { type GraphQLField, type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from 'graphql'
import type { Variables } from '../../support/client.js'
import { nextNumber, wbOrder } from '../../support/warehouse.js'

/** What names the things of one tenant: its ids, numbers, names and cursors. */
export interface Place {
  readonly warehouseId: string
  readonly sellerAccountId: string
  readonly wbWarehouseId: string
  readonly orderId: string
  readonly wbOrderId: string
  readonly skuId: string
  readonly epoch: string
  readonly personId: string
  readonly personName: string
  readonly deviceId: string
  readonly sessionId: string
  readonly tokenId: string
  readonly ordersCursor: string
  readonly trailCursor: string
  readonly journalId: string
  readonly parkedId: string
  readonly surplusUnitId: string
  readonly pickedOrderId: string
  readonly cellCode: string
  readonly barcode: string
  readonly cellsCursor: string
  readonly levelsCursor: string
  readonly movementsCursor: string
}

/** How an argument is filled: with what names a thing of a tenant, or with something that says nothing of one. */
type Filler = { readonly of: (place: Place) => unknown } | { readonly plain: () => unknown }

const id = (key: keyof Place): Filler => ({ of: (place) => place[key] })
const say = (value: unknown): Filler => ({ plain: () => value })
const leftOut = say(undefined)

/** By the argument's path (`orders.filter.skuId`), or by its last word. */
const fillers: Readonly<Record<string, Filler>> = {
  warehouseId: id('warehouseId'),
  sellerAccountId: id('sellerAccountId'),
  wbWarehouseId: id('wbWarehouseId'),
  skuId: id('skuId'),
  orderId: id('orderId'),
  orderIds: { of: ({ orderId }) => [orderId] },
  'order.id': id('orderId'),
  personId: id('personId'),
  holder: id('personName'),
  actor: id('personName'),
  'removeDevice.id': id('deviceId'),
  'endSession.id': id('sessionId'),
  'revokeAccessToken.id': id('tokenId'),
  'orders.after': id('ordersCursor'),
  'orders.before': id('ordersCursor'),
  'auditTrail.after': id('trailCursor'),
  'storageCells.after': id('cellsCursor'),
  'stockLevels.after': id('levelsCursor'),
  'stockMovements.after': id('movementsCursor'),
  epoch: id('epoch'),
  journalId: id('journalId'),
  parkedId: id('parkedId'),
  surplusUnitId: id('surplusUnitId'),
  cell: id('cellCode'),
  'moveStock.from': id('cellCode'),
  'moveStock.to': id('cellCode'),
  item: id('barcode'),
  'orderByScan.text': id('barcode'),
  'labelIdentifiers.orderId': id('pickedOrderId'),
  'handOverWork.to': id('personName'),
  // One of the two: `to` of a hand-over names a person likewise.
  'breakWork.person': leftOut,
  'importOrders.orders': {
    of: ({ wbOrderId, wbWarehouseId }) => [wbOrder({ id: Number(wbOrderId), warehouseId: Number(wbWarehouseId) })],
  },
  'importOrderStatuses.statuses': {
    of: ({ wbOrderId }) => [{ id: Number(wbOrderId), supplierStatus: 'confirm', wbStatus: 'waiting' }],
  },

  'orderBoard.after': say(1),
  'orderEvents.after': say(1),
  'saveCells.cells.zone': say('A'),
  'saveCells.cells.code': { plain: () => `Новая ${nextNumber()}` },
  'saveCells.cells.barcode': { plain: () => `Новый ${nextNumber()}` },
  walkOrder: say(1),
  quantity: say(1),
  cause: say('x'),
  count: say(1),
  key: say('sgtin'),
  raw: say('x'),
  box: say('Короб'),
  commandId: { plain: randomUUID },
  clientTime: leftOut,
  'submitCommands.commands.clientTime': { plain: () => new Date() },
  sentAt: { plain: () => new Date() },
  seq: say(1),
  grant: say('x'),
  resolution: say('DISMISS'),
  reason: say('x'),
  barcode: say('x'),
  first: say(5),
  last: leftOut,
  orderBy: say('DEADLINE_ASC'),
  states: leftOut,
  slaBuckets: leftOut,
  text: leftOut,
  createdFrom: leftOut,
  createdTo: leftOut,
  action: leftOut,
  since: leftOut,
  until: leftOut,
  hours: say(2),
  assemblyMinutes: say(300),
  cutOffs: say([]),
  amberMinutes: say(120),
  redMinutes: say(30),
  timeZone: say('Europe/Moscow'),
  name: { plain: () => `новое ${nextNumber()}` },
  login: say('nobody@example.com'),
  password: say('Якорь-и-компас-12'),
  code: say('000000'),
  secret: say('x'),
  badge: say('wbab_0000000000000000000000'),
  pin: say('000000'),
  role: say('PICKER'),
  disabled: say(true),
  userCode: say('BBBB-BBBB'),
  deviceCode: say('x'),
  kind: say('BOARD'),
  scopes: say(['READ']),
  days: say(1),
}

const fillerOf = (path: string): Filler => {
  const filler = fillers[path] ?? fillers[path.slice(path.lastIndexOf('.') + 1)]
  if (!filler) throw new Error(`the walk does not know how to fill ${path}: say in fillers what it is`)
  return filler
}

const fill = (type: GraphQLInputType, path: string, leaf: (path: string, filler: Filler) => unknown): unknown => {
  if (isNonNullType(type)) return fill(type.ofType, path, leaf)
  if (isListType(type) && isInputObjectType(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType))
    return [fill(type.ofType, path, leaf)]
  if (!isInputObjectType(type)) return leaf(path, fillerOf(path))
  const members = Object.values(type.getFields()).map((member) => [
    member.name,
    fill(member.type, `${path}.${member.name}`, leaf),
  ])
  return Object.fromEntries(members)
}

type Field = GraphQLField<unknown, unknown>

/** The arguments of a field, each thing named by the place that `choose` gives for its path. */
export const fillArguments = (field: Field, choose: (path: string) => Place): Variables =>
  Object.fromEntries(
    field.args.map(({ name, type }) => [
      name,
      fill(type, `${field.name}.${name}`, (path, filler) =>
        'of' in filler ? filler.of(choose(path)) : filler.plain(),
      ),
    ]),
  )

/** The paths of a field's arguments that name things of a tenant. Throws for an argument of which nothing is known. */
export const namingPaths = (field: Field): readonly string[] => {
  const paths: string[] = []
  for (const { name, type } of field.args)
    fill(type, `${field.name}.${name}`, (path, filler) => 'of' in filler && paths.push(path))
  return paths
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A place like this one of which nothing exists: what looks like a thing of it is none. */
export const nowhere = (place: Place): Place => {
  const others = new Map<string, string>()
  const strange = (text: string) =>
    text.replaceAll(uuid, (one) => {
      const other = others.get(one) ?? randomUUID()
      others.set(one, other)
      return other
    })
  const cursor = (text: string) =>
    Buffer.from(strange(Buffer.from(text, 'base64url').toString('utf8'))).toString('base64url')
  return {
    warehouseId: strange(place.warehouseId),
    sellerAccountId: strange(place.sellerAccountId),
    wbWarehouseId: String(nextNumber()),
    orderId: strange(place.orderId),
    wbOrderId: String(nextNumber()),
    skuId: strange(place.skuId),
    epoch: strange(place.epoch),
    personId: strange(place.personId),
    personName: 'Никого Такого Нет',
    deviceId: strange(place.deviceId),
    sessionId: strange(place.sessionId),
    tokenId: strange(place.tokenId),
    ordersCursor: cursor(place.ordersCursor),
    trailCursor: cursor(place.trailCursor),
    journalId: strange(place.journalId),
    parkedId: strange(place.parkedId),
    surplusUnitId: strange(place.surplusUnitId),
    pickedOrderId: strange(place.pickedOrderId),
    cellCode: 'Нет такой',
    barcode: '0000000000000',
    cellsCursor: cursor(place.cellsCursor),
    levelsCursor: cursor(place.levelsCursor),
    movementsCursor: cursor(place.movementsCursor),
  }
}
