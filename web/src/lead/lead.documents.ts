import { graphql } from '../gql'

/** Where one may lead a shift. */
export const leadPlacesDocument = graphql(`
  query LeadPlaces {
    warehouses {
      id
      name
      timeZone
    }
  }
`)

/** The live orders, with who holds them and why they stand. */
export const followFloorDocument = graphql(`
  subscription FollowFloor($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {
      __typename
      seq
      prevSeq
      at
      ... on BoardSnapshot {
        epoch
        last
        counters {
          ...FloorCounts
        }
        orders {
          ...FloorOrder
        }
      }
      ... on OrderUpserted {
        order {
          ...FloorOrder
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
          ...FloorCounts
        }
      }
      ... on BoardGap {
        reason
      }
    }
  }

  fragment FloorCounts on BoardCounters {
    live {
      state
      count
    }
    closedToday {
      state
      count
    }
  }

  fragment FloorOrder on Order {
    id
    wbOrderId
    state
    deadlineAt
    redAt
    stateChangedAt
    reason
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

/** What the live orders do not tell: who is on shift, and what waits for a person. */
export const leadFloorDocument = graphql(`
  query LeadFloor($warehouseId: ID!) {
    shifts(warehouseId: $warehouseId) {
      id
      person
      device
      startedAt
    }
    parkedCommands(warehouseId: $warehouseId) {
      total
      commands {
        id
        act
        advice {
          en
          ru
        }
        clientTime
        parkedAt
        deliveredBy
        device
        person
        scanned
        order {
          ...LeadUnit
        }
      }
    }
    putBacks(warehouseId: $warehouseId) {
      total
      putBacks {
        id
        surplus
        since
        pickedBy
        order {
          ...LeadUnit
        }
      }
    }
    recounts(warehouseId: $warehouseId) {
      id
      reason
      openedAt
      openedBy
      level {
        onHand
        cell {
          code
        }
        sku {
          article
          size
          barcodes
        }
      }
    }
  }

  fragment LeadUnit on Order {
    id
    wbOrderId
    state
    sku {
      article
      size
    }
  }
`)
