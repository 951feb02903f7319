import { graphql } from '../gql'

/** The warehouses of this server. */
export const homeWarehousesDocument = graphql(`
  query HomeWarehouses {
    warehouses {
      id
      name
      demo
      sellerAccount {
        name
      }
    }
  }
`)

/** How much is in work in one of them, and what left it today. */
export const homeCountersDocument = graphql(`
  query HomeCounters($warehouseId: ID!) {
    orderBoard(warehouseId: $warehouseId) {
      counters {
        live {
          state
          count
        }
        closedToday {
          state
          count
        }
      }
    }
  }
`)
