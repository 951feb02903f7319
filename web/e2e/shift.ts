import { randomUUID } from 'node:crypto'
import { type Kept, openDoor } from './door'
import type { Product } from './product'

/** An order as the tests need it. */
export interface FloorOrder {
  readonly id: string
  readonly state: string
  readonly putBackRequired: boolean
}

/** Works a warehouse through the public API, as the floor would. */
export interface Shift {
  readonly warehouseId: string
  /** Access token of the administrator Анна. */
  readonly token: string
  /** A browser in which the administrator Анна is signed in. */
  readonly desk: Kept
  /** A browser that was let in as a board of the warehouse. */
  readonly screen: Kept
  /** Brings so many new orders, their deadlines spread from an hour ago to five hours from now. */
  readonly bring: (count: number) => Promise<readonly string[]>
  /** A command for many orders: `release`, `claim`, `stage`, `handOver`, `hold`, `resume`, `cancel`. */
  readonly give: (command: Command, orderIds: readonly string[]) => Promise<void>
  readonly pick: (orderId: string) => Promise<void>
  readonly pack: (orderId: string) => Promise<void>
  /** The database's state of the board, now. */
  readonly board: () => Promise<readonly FloorOrder[]>
}

type Command = 'release' | 'claim' | 'stage' | 'handOver' | 'hold' | 'resume' | 'cancel'

const BARCODE = '6665956397512'
const WB_WAREHOUSE = 658_434
let lastNumber = 2_847_190_000

/** Asks the API with Анна's token; throws on any error or refusal. */
export async function askAs(
  { url, token }: { readonly url: string; readonly token: string },
  query: string,
  variables: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-device': 'e2e' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: readonly { message: string }[] }
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors ?? answer))
  const [first] = Object.values(answer.data) as [{ __typename?: string }?]
  if (first?.__typename === 'Refusal') throw new Error(JSON.stringify(first))
  return answer.data
}

/** An account and a warehouse of one's own on the product. */
export async function openShift(product: Product, name = 'Подольск'): Promise<Shift> {
  const door = await openDoor(product)
  const ask = (query: string, variables: object) => askAs({ url: product.url, token: door.token }, query, variables)
  const refusal = '__typename ... on Refusal { code message }'
  const commandId = randomUUID
  const account = (await ask(
    `mutation ($commandId: UUID!, $name: String!) { made: createSellerAccount(commandId: $commandId, name: $name)
      { ${refusal} ... on CreateSellerAccountSuccess { sellerAccount { id } } } }`,
    { commandId: commandId(), name: `ИП ${randomUUID().slice(0, 8)}` },
  )) as { made: { sellerAccount: { id: string } } }
  const sellerAccountId = account.made.sellerAccount.id
  const warehouse = (await ask(
    `mutation ($commandId: UUID!, $account: ID!, $name: String!) {
      made: createWarehouse(commandId: $commandId, sellerAccountId: $account, wbWarehouseId: "${WB_WAREHOUSE}",
        name: $name, timeZone: "Europe/Moscow", slaPolicy: { assemblyMinutes: 300 })
      { ${refusal} ... on CreateWarehouseSuccess { warehouse { id } } } }`,
    { commandId: commandId(), account: sellerAccountId, name },
  )) as { made: { warehouse: { id: string } } }
  const warehouseId = warehouse.made.warehouse.id

  const scan = async (what: 'pickOrder' | 'packOrder', orderId: string): Promise<void> => {
    const success = what === 'pickOrder' ? 'PickOrderSuccess' : 'PackOrderSuccess'
    await ask(
      `mutation ($commandId: UUID!, $orderId: ID!) { done: ${what}(commandId: $commandId, orderId: $orderId, barcode: "${BARCODE}")
        { ${refusal} ... on ${success} { order { id } } } }`,
      { commandId: commandId(), orderId },
    )
  }

  return {
    warehouseId,
    token: door.token,
    desk: door.desk,
    screen: await door.boardOf(warehouseId),
    async bring(count) {
      const now = Date.now()
      const orders = Array.from({ length: count }, (_, index) => ({
        id: ++lastNumber * 7,
        rid: `rid-${lastNumber}`,
        orderUid: `basket-${lastNumber}`,
        warehouseId: WB_WAREHOUSE,
        nmId: 123_456_789,
        chrtId: 987_654_321,
        article: 'FUTB-BLK',
        skus: [BARCODE],
        createdAt: new Date(now - 6 * 3_600_000 + (index / count) * 6 * 3_600_000).toISOString(),
        price: 101_400,
        currencyCode: 643,
        cargoType: 1,
        crossBorderType: 0,
      }))
      const { done } = (await ask(
        `mutation ($commandId: UUID!, $account: ID!, $orders: [WbOrder!]!) {
          done: importOrders(commandId: $commandId, sellerAccountId: $account, orders: $orders)
          { ${refusal} ... on ImportOrdersSuccess { imported outcomes { order { id } } } } }`,
        { commandId: commandId(), account: sellerAccountId, orders },
      )) as { done: { imported: number; outcomes: readonly { order: { id: string } }[] } }
      if (done.imported !== count) throw new Error(`imported ${done.imported} of ${count}`)
      return done.outcomes.map(({ order }) => order.id)
    },
    async give(command, orderIds) {
      const field = `${command}Orders`
      const reason = command === 'hold' || command === 'cancel' ? ', reason: "e2e"' : ''
      const { done } = (await ask(
        `mutation ($commandId: UUID!, $orderIds: [ID!]!) { done: ${field}(commandId: $commandId, orderIds: $orderIds${reason})
          { ${refusal} ... on ${field.replace(/^./, (first) => first.toUpperCase())}Success { outcomes { refusal { code message } } } } }`,
        { commandId: commandId(), orderIds },
      )) as { done: { outcomes: readonly { refusal: object | null }[] } }
      const refused = done.outcomes.find((outcome) => outcome.refusal)
      if (refused) throw new Error(JSON.stringify(refused))
    },
    pick: (orderId) => scan('pickOrder', orderId),
    pack: (orderId) => scan('packOrder', orderId),
    async board() {
      const { board } = (await ask(
        'query ($id: ID!) { board: orderBoard(warehouseId: $id) { orders { id state putBackRequired } } }',
        { id: warehouseId },
      )) as { board: { orders: readonly FloorOrder[] } }
      return board.orders
    },
  }
}
