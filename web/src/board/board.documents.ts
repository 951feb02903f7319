import { graphql } from '../gql'

/** The live board. Every screen sends these very characters, so that the server serialises each event once for all. */
export const followBoardDocument = graphql(`
  subscription FollowBoard($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {
      __typename
      seq
      prevSeq
      at
      ... on BoardSnapshot {
        epoch
        last
        counters {
          ...BoardCounts
        }
        orders {
          ...BoardOrder
        }
      }
      ... on OrderUpserted {
        order {
          ...BoardOrder
        }
      }
      ... on OrderLeft {
        orderId
        state
      }
      ... on BoardHeartbeat {
        epoch
        asOf
        stale
        counters {
          ...BoardCounts
        }
      }
      ... on BoardGap {
        reason
      }
    }
  }

  fragment BoardCounts on BoardCounters {
    live {
      state
      count
    }
    closedToday {
      state
      count
    }
  }

  fragment BoardOrder on Order {
    id
    wbOrderId
    state
    putBackRequired
    deadlineAt
    amberAt
    redAt
    createdAt
    stateChangedAt
    pickedBy
    packedBy
    claim {
      holder
    }
    sku {
      article
      size
    }
  }
`)

/** Which boards there are. */
export const boardWarehousesDocument = graphql(`
  query BoardWarehouses {
    warehouses {
      id
      name
      timeZone
      demo
    }
  }
`)

/** What was done in the last hours, for the chart. */
export const boardThroughputDocument = graphql(`
  query BoardThroughput($warehouseId: ID!) {
    orderBoard(warehouseId: $warehouseId) {
      throughput(hours: 12) {
        hour
        picked
        packed
        handedOver
      }
    }
  }
`)
