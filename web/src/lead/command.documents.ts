import { graphql } from '../gql'

/** Gives orders to the floor. */
export const leadReleaseDocument = graphql(`
  mutation LeadRelease($commandId: UUID!, $orderIds: [ID!]!) {
    result: releaseOrders(commandId: $commandId, orderIds: $orderIds) {
      __typename
      ... on ReleaseOrdersSuccess {
        outcomes {
          ...LeadOutcome
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }

  fragment LeadOutcome on OrderOutcome {
    refusal {
      ...Refused
    }
  }
`)

/** Takes work from whoever holds it: all of a person's, or one order. */
export const leadBreakDocument = graphql(`
  mutation LeadBreak($commandId: UUID!, $warehouseId: ID!, $person: String, $orderId: ID) {
    result: breakWork(commandId: $commandId, warehouseId: $warehouseId, person: $person, orderId: $orderId) {
      __typename
      ... on BreakWorkSuccess {
        returned
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** The unit was found. */
export const leadFoundDocument = graphql(`
  mutation LeadFound($commandId: UUID!, $orderId: ID!) {
    result: resolveShortage(commandId: $commandId, orderId: $orderId) {
      __typename
      ... on ResolveShortageSuccess {
        order {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** What was set aside goes on. */
export const leadResumeDocument = graphql(`
  mutation LeadResume($commandId: UUID!, $orderIds: [ID!]!) {
    result: resumeOrders(commandId: $commandId, orderIds: $orderIds) {
      __typename
      ... on ResumeOrdersSuccess {
        outcomes {
          ...LeadOutcome
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Cancels orders. */
export const leadCancelDocument = graphql(`
  mutation LeadCancel($commandId: UUID!, $orderIds: [ID!]!, $reason: String) {
    result: cancelOrders(commandId: $commandId, orderIds: $orderIds, reason: $reason) {
      __typename
      ... on CancelOrdersSuccess {
        outcomes {
          ...LeadOutcome
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** A cancelled unit is on its shelf again. */
export const leadPutBackDocument = graphql(`
  mutation LeadPutBack($commandId: UUID!, $orderId: ID!, $barcode: String!, $cell: String) {
    result: confirmPutBack(commandId: $commandId, orderId: $orderId, barcode: $barcode, cell: $cell) {
      __typename
      ... on ConfirmPutBackSuccess {
        order {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** A second unit is on its shelf again, or there is none. */
export const leadSurplusDocument = graphql(`
  mutation LeadSurplus($commandId: UUID!, $surplusUnitId: ID!, $barcode: String, $cell: String, $reason: String) {
    result: closeSurplusUnit(
      commandId: $commandId
      surplusUnitId: $surplusUnitId
      barcode: $barcode
      cell: $cell
      reason: $reason
    ) {
      __typename
      ... on CloseSurplusUnitSuccess {
        order {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** So much lies in a cell, counted. */
export const leadCountDocument = graphql(`
  mutation LeadCount($commandId: UUID!, $warehouseId: ID!, $lines: [StockLineInput!]!) {
    result: countStock(commandId: $commandId, warehouseId: $warehouseId, lines: $lines) {
      __typename
      ... on CountStockSuccess {
        outcomes {
          refusal {
            ...Refused
          }
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Decides on an act that waits. */
export const leadResolveDocument = graphql(`
  mutation LeadResolve($commandId: UUID!, $parkedId: ID!, $resolution: ParkedResolution!) {
    result: resolveParkedCommand(commandId: $commandId, parkedId: $parkedId, resolution: $resolution) {
      __typename
      ... on ResolveParkedCommandSuccess {
        answer {
          status
          advice {
            en
            ru
          }
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
