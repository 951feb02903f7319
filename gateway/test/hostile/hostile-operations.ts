/** A document with the variables that make it dear. */
export interface HostileOperation {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

const commandId = '0192f0c1-0000-7000-8000-000000000001'
const board = (alias: string) => `${alias}: orderBoard(warehouseId: "1") { orders { id state sku { article } } }`
const policy = '{ assemblyMinutes: 1, cutOffs: [], amberMinutes: 1, redMinutes: 1 }'
const ids = Array.from({ length: 1_000 }, (_, index) => String(index))
const page = '{ edges { node { timeline { seq } } } }'

/** Valid documents that would read or write too much; each must be refused before anything is read. */
export const costlyOperations: Readonly<Record<string, HostileOperation>> = {
  'five boards': { query: `{ ${times(5, (i) => board(`b${i}`))} }` },
  'five boards of which only a number is wanted': {
    query: `{ ${times(5, (i) => `b${i}: orderBoard(warehouseId: "1") { seq }`)} }`,
  },
  'five boards in a fragment': { query: `{ ...B } fragment B on Query { ${times(5, (i) => board(`b${i}`))} }` },
  'five boards in inline fragments': { query: `{ ${times(5, (i) => `... on Query { ${board(`b${i}`)} }`)} }` },
  'five boards by a directive': {
    query: `query ($yes: Boolean!) { ... on Query @include(if: $yes) { ${times(5, (i) => board(`b${i}`))} } }`,
    variables: { yes: true },
  },
  'five boards, said to be cheaper by a negative page': {
    query: `{ ${times(5, (i) => board(`b${i}`))} orders(first: -1000000) { edges { node { id } } } }`,
  },
  'five boards, said to be cheaper by negative hours': {
    query: `{ ${times(5, (i) => `b${i}: orderBoard(warehouseId: "1") { throughput(hours: -100000) { picked } }`)} }`,
  },
  'five boards, said to be cheaper by an empty command': {
    query: `mutation { ${times(5, (i) => `a${i}: setSlaPolicy(commandId: "${commandId}", warehouseId: "1", policy: ${policy}) { __typename }`)} releaseOrders(commandId: "${commandId}", orderIds: []) { __typename } }`,
  },
  'the second of two operations': {
    query: `query A { __typename } query B { ${times(5, (i) => board(`b${i}`))} }`,
    operationName: 'B',
  },
  'a history of every order of a board': { query: '{ orderBoard(warehouseId: "1") { orders { timeline { seq } } } }' },
  'a history of every order of a board, in a fragment': {
    query:
      '{ orderBoard(warehouseId: "1") { orders { ...H } } } fragment H on Order { timeline { order { ...G } } } fragment G on Order { id }',
  },
  'histories in histories': {
    query: '{ orders(first: 100) { edges { node { timeline { order { timeline { seq } } } } } } }',
  },
  'histories of ten pages': { query: `{ ${times(10, (i) => `a${i}: orders(first: 100) ${page}`)} }` },
  'histories of ten pages without a size': { query: `{ ${times(10, (i) => `a${i}: orders ${page}`)} }` },
  'histories of ten pages backwards': { query: `{ ${times(10, (i) => `a${i}: orders(last: 100) ${page}`)} }` },
  'histories of ten pages of a size far too large': {
    query: `{ ${times(10, (i) => `a${i}: orders(first: 2000000000) ${page}`)} }`,
  },
  'histories of ten pages whose size is a variable': {
    query: `query ($n: Int) { ${times(10, (i) => `a${i}: orders(first: $n) ${page}`)} }`,
    variables: { n: 100 },
  },
  'histories of ten pages whose size is a variable of null': {
    query: `query ($n: Int) { ${times(10, (i) => `a${i}: orders(first: $n) ${page}`)} }`,
    variables: { n: null },
  },
  'histories of ten pages whose size is a variable nobody gives': {
    query: `query ($n: Int) { ${times(10, (i) => `a${i}: orders(first: $n) ${page}`)} }`,
  },
  'histories of ten pages whose size is a default': {
    query: `query ($n: Int = 100) { ${times(10, (i) => `a${i}: orders(first: $n) ${page}`)} }`,
  },
  'four commands for a thousand orders each': {
    query: `mutation ($ids: [ID!]!) { ${times(4, (i) => `a${i}: releaseOrders(commandId: "${commandId}", orderIds: $ids) { __typename }`)} }`,
    variables: { ids },
  },
  'a command that answers a thousand histories': {
    query: `mutation ($ids: [ID!]!) { releaseOrders(commandId: "${commandId}", orderIds: $ids) { ... on ReleaseOrdersSuccess { outcomes { order { timeline { seq } } } } } }`,
    variables: { ids },
  },
  'an import that answers a thousand histories': {
    query: `mutation ($orders: [WbOrder!]!) { importOrders(commandId: "${commandId}", sellerAccountId: "1", orders: $orders) { ... on ImportOrdersSuccess { outcomes { order { timeline { seq } } } } } }`,
    variables: { orders: ids.map((id) => ({ id })) },
  },
  'five policies, each for a whole warehouse': {
    query: `mutation { ${times(5, (i) => `a${i}: setSlaPolicy(commandId: "${commandId}", warehouseId: "1", policy: ${policy}) { __typename }`)} }`,
  },
}

const order = 'query ($id: ID!) { order(id: $id) { id } }'
const orders =
  'query ($n: Int, $filter: OrderFilter) { orders(first: $n, filter: $filter) { pageInfo { hasNextPage } } }'

/** Documents that are well by themselves with variables that are not, and fragments that unfold beyond counting. */
export const hostileOperations: Readonly<Record<string, HostileOperation>> = {
  'a variable that is missing': { query: order },
  'an object for a variable of ID': { query: order, variables: { id: { not: '' } } },
  'a list of 10,000 for a variable of ID': { query: order, variables: { id: ids } },
  'a variable beyond 32 bits': { query: orders, variables: { n: 1e300 } },
  'a text of 20,000 for a variable of Int': { query: orders, variables: { n: '9'.repeat(20_000) } },
  'a foreign state a thousand times in a variable': {
    query: orders,
    variables: { filter: { states: Array.from({ length: 1_000 }, () => 'TELEPORTED') } },
  },
  'an unknown member of an input in a variable': { query: orders, variables: { filter: { OR: [{}] } } },
  'null through a default where it may not be': {
    query: 'query ($n: Int = 1) { orderBoard(warehouseId: "1") { throughput(hours: $n) { picked } } }',
    variables: { n: null },
  },
  'fragments that unfold into 65,000 fields': {
    query: `{ order(id: "1") { ...F0 } } ${times(16, (i) => `fragment F${i} on Order { ...F${i + 1} ...F${i + 1} }`)} fragment F16 on Order { id }`,
  },
}
