import { graphql } from '../../gql'

/** Who looks, and at what they may look. */
export const auditPlacesDocument = graphql(`
  query AuditPlaces {
    me {
      ...ViewerMe
    }
    warehouses {
      id
      name
      timeZone
    }
  }
`)

/** A page of an audit trail, newest first, and how far its seals reach. */
export const auditTrailDocument = graphql(`
  query AuditTrail($warehouseId: ID, $filter: AuditFilter, $after: String) {
    auditSealing(warehouseId: $warehouseId) {
      seal {
        number
        at
      }
      unsealed
    }
    auditTrail(warehouseId: $warehouseId, filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          at
          actor
          device
          clientTime
          action
          subject
          subjectId
          details
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
