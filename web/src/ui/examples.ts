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

const board = `# The board of a warehouse: every order in work, the counters, and seq, the place in the log to go on from.
# Доска склада: задания в работе, счётчики и seq, с которого можно продолжить подпиской.
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

const follow = `# Everything that changes on the board, as it happens. Begins with a snapshot, in parts.
# Всё, что меняется на доске. Сначала снимок по частям, потом события.
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

const claim = `# Takes orders into your hands. Who you are stands in the header x-actor (below); a new commandId is a new command.
# Взять задания в работу. Кто вы, написано в заголовке x-actor; новый commandId значит новую команду.
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

const firstIds = `query FirstIds { warehouses { id } orders(first: 1, filter: { states: [RELEASED] }) { edges { node { id } } } }`

interface FirstIds {
  readonly data?: {
    readonly warehouses?: readonly { readonly id: string }[]
    readonly orders?: { readonly edges?: readonly { readonly node: { readonly id: string } }[] }
  }
}

/** Asks the server for ids to begin with; without them the examples still stand, their variables to be filled in. */
async function readFirstIds(): Promise<{ readonly warehouseId: string; readonly orderId: string }> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: firstIds }),
    })
    const { data } = (await response.json()) as FirstIds
    return { warehouseId: data?.warehouses?.[0]?.id ?? '', orderId: data?.orders?.edges?.[0]?.node.id ?? '' }
  } catch {
    return { warehouseId: '', orderId: '' }
  }
}

/** The examples, their variables filled with what this server holds. */
export async function loadExamples(): Promise<Examples> {
  const { warehouseId, orderId } = await readFirstIds()
  return {
    headers: { 'x-actor': 'analyst' },
    board: { document: board, variables: { warehouseId } },
    follow: { document: follow, variables: { warehouseId } },
    claim: { document: claim, variables: { commandId: crypto.randomUUID(), orderIds: [orderId] } },
  }
}
