import { graphql } from '../gql'

/** Opens a journal for whoever is signed in; the grant is in the answer alone. */
export const openJournalDocument = graphql(`
  mutation OpenJournal($warehouseId: ID!) {
    result: openJournal(warehouseId: $warehouseId) {
      __typename
      ... on OpenJournalSuccess {
        grant
        journal {
          id
          grantExpiresAt
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Delivers acts of a journal. */
export const submitCommandsDocument = graphql(`
  mutation SubmitCommands($journalId: ID!, $grant: String!, $sentAt: DateTime!, $commands: [JournalCommand!]!) {
    result: submitCommands(journalId: $journalId, grant: $grant, sentAt: $sentAt, commands: $commands) {
      __typename
      ... on SubmitCommandsSuccess {
        expectedSeq
        openParked
        answers {
          seq
          status
          outcome
          code
          advice {
            en
            ru
          }
          orderVersion
          putBack
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** What whoever is signed in holds now. */
export const myWorkDocument = graphql(`
  query MyWork {
    me {
      person {
        id
      }
    }
    myShift {
      ...WorkShift
    }
    myWork {
      ...Capsule
    }
  }

  fragment WorkShift on Shift {
    id
    warehouseId
    startedAt
    endsAt
  }

  fragment Capsule on WorkCapsule {
    takenAt
    checkAfterMinutes
    stops {
      cell {
        zone
        code
        barcode
      }
      sku {
        ...WorkSku
      }
      tasks {
        cancelled
        order {
          ...WorkOrder
        }
      }
    }
  }

  fragment WorkSku on Sku {
    id
    article
    title
    size
    barcodes
  }

  fragment WorkOrder on Order {
    id
    version
    wbOrderId
    deadlineAt
    requiredMeta
    putBackRequired
  }
`)

/** Begins a shift. */
export const startShiftDocument = graphql(`
  mutation StartShift($commandId: UUID!, $warehouseId: ID!) {
    result: startShift(commandId: $commandId, warehouseId: $warehouseId) {
      __typename
      ... on StartShiftSuccess {
        shift {
          ...WorkShift
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Ends it; what is not picked goes back. */
export const endShiftDocument = graphql(`
  mutation EndShift($commandId: UUID!) {
    result: endShift(commandId: $commandId) {
      __typename
      ... on EndShiftSuccess {
        returned
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Takes so many orders. */
export const claimWorkDocument = graphql(`
  mutation ClaimWork($commandId: UUID!, $warehouseId: ID!, $count: Int!) {
    result: claimWork(commandId: $commandId, warehouseId: $warehouseId, count: $count) {
      __typename
      ... on ClaimWorkSuccess {
        claimed
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Gives back all that is not picked. */
export const releaseWorkDocument = graphql(`
  mutation ReleaseWork($commandId: UUID!, $warehouseId: ID!) {
    result: releaseWork(commandId: $commandId, warehouseId: $warehouseId) {
      __typename
      ... on ReleaseWorkSuccess {
        returned
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Gives it to somebody else. */
export const handOverWorkDocument = graphql(`
  mutation HandOverWork($commandId: UUID!, $warehouseId: ID!, $to: String!) {
    result: handOverWork(commandId: $commandId, warehouseId: $warehouseId, to: $to) {
      __typename
      ... on HandOverWorkSuccess {
        handedOver
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** The warehouses that somebody sees, by name. */
export const workWarehousesDocument = graphql(`
  query WorkWarehouses {
    warehouses {
      id
      name
    }
  }
`)

/** Who works in a warehouse now. */
export const workingNowDocument = graphql(`
  query WorkingNow($warehouseId: ID!) {
    shifts(warehouseId: $warehouseId) {
      id
      person
    }
  }
`)

/** The order that a unit at the packing table is for. */
export const orderByScanDocument = graphql(`
  query OrderByScan($warehouseId: ID!, $text: String!) {
    result: orderByScan(warehouseId: $warehouseId, text: $text) {
      __typename
      ... on OrderByScanSuccess {
        waiting
        order {
          ...WorkOrder
          attachedMeta
          sku {
            ...WorkSku
          }
        }
      }
      ... on Refusal {
        ...Refused
        cells
      }
    }
  }
`)

/** Changes of claimed orders of a warehouse, and that it is still heard of. */
export const followClaimsDocument = graphql(`
  subscription FollowClaims($warehouseId: ID!, $filter: BoardFilter, $after: SafeInt, $epoch: ID) {
    orderBoard(warehouseId: $warehouseId, filter: $filter, after: $after, epoch: $epoch) {
      __typename
      seq
      prevSeq
      at
      ... on BoardSnapshot {
        epoch
        last
        counters {
          ...ClaimCounts
        }
        orders {
          id
          version
        }
      }
      ... on OrderUpserted {
        order {
          id
          version
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
          ...ClaimCounts
        }
      }
      ... on BoardGap {
        reason
      }
    }
  }

  fragment ClaimCounts on BoardCounters {
    live {
      state
      count
    }
    closedToday {
      state
      count
    }
  }
`)
