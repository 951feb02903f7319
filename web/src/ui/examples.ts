/** What the explorers open with: one operation of each kind, on a warehouse that exists here. */
export interface Examples {
  readonly headers: Readonly<Record<string, string>>
  readonly board: Example
  readonly follow: Example
  readonly claim: Example
}

interface Example {
  readonly document: string
  readonly variables: Readonly<Record<string, string | readonly string[]>>
}

const board = `# Orders in work; seq: where to go on from.
# Задания склада в работе; seq: откуда продолжить.
query Board($warehouseId: ID!) {
  orderBoard(warehouseId: $warehouseId) {
    seq
    epoch
    serverTime
    counters {
      live {
        state
        count
      }
    }
    orders {
      id
      wbOrderId
      state
      deadlineAt
      availableCommands
      sku {
        article
        size
        barcodes
      }
    }
  }
}
`

const follow = `# The board, live: a snapshot in parts, then events.
# Доска вживую: снимок по частям, потом события.
subscription Follow($warehouseId: ID!) {
  orderBoard(warehouseId: $warehouseId) {
    __typename
    seq
    prevSeq
    at
    ... on BoardSnapshot {
      last
      orders {
        wbOrderId
        state
      }
    }
    ... on OrderUpserted {
      order {
        wbOrderId
        state
      }
    }
    ... on OrderLeft {
      orderId
    }
    ... on BoardHeartbeat {
      asOf
      stale
    }
  }
}
`

const claim = `# Take orders: for a picker, or a token with the scope FLOOR; commandId is new each time.
# Взять задания: сборщику или по токену с правом «Работа на складе»; commandId всегда новый.
mutation Claim($commandId: UUID!, $orderIds: [ID!]!) {
  claimOrders(commandId: $commandId, orderIds: $orderIds) {
    __typename
    ... on ClaimOrdersSuccess {
      outcomes {
        orderId
        order {
          wbOrderId
          state
          claim {
            holder
            expiresAt
          }
        }
        refusal {
          code
          message
        }
      }
    }
    ... on Refusal {
      code
      message
      availableCommands
    }
  }
}
`

const firstWarehouse = `query FirstWarehouse { warehouses { id } }`

// The latest deadline: the soonest ones are those that somebody on the floor is about to take.
const patientOrder = `query PatientOrder($warehouseId: ID!) {
  orders(first: 1, orderBy: DEADLINE_DESC, filter: { warehouseId: $warehouseId, states: [RELEASED] }) {
    edges { node { id } }
  }
}`

interface Found {
  readonly warehouses?: readonly { readonly id: string }[]
  readonly orders?: { readonly edges?: readonly { readonly node: { readonly id: string } }[] }
}

async function find(query: string, variables: object, headers: Examples['headers']): Promise<Found> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const { data } = (await response.json()) as { readonly data?: Found | null }
  return data ?? {}
}

/** Asks the server for ids to begin with; without them the examples still stand, their variables to be filled in. */
async function readFirstIds(
  headers: Examples['headers'],
): Promise<{ readonly warehouseId: string; readonly orderId: string }> {
  let warehouseId = ''
  try {
    warehouseId = (await find(firstWarehouse, {}, headers)).warehouses?.[0]?.id ?? ''
    if (warehouseId === '') return { warehouseId, orderId: '' }
    const { orders } = await find(patientOrder, { warehouseId }, headers)
    return { warehouseId, orderId: orders?.edges?.[0]?.node.id ?? '' }
  } catch {
    return { warehouseId, orderId: '' }
  }
}

/** The access token that the page was opened with, after its `#`; it leaves the address at once. */
function takeToken(): string | undefined {
  const [, token] = /^#token=(wba_[\w-]+)$/.exec(location.hash) ?? []
  if (token !== undefined) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** The examples, their variables filled with what this server holds and shows to whoever opened the page. */
export async function loadExamples(): Promise<Examples> {
  const token = takeToken()
  const headers: Examples['headers'] = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const { warehouseId, orderId } = await readFirstIds(headers)
  return {
    headers,
    board: { document: board, variables: { warehouseId } },
    follow: { document: follow, variables: { warehouseId } },
    claim: { document: claim, variables: { commandId: crypto.randomUUID(), orderIds: [orderId] } },
  }
}
