import { graphql } from '../gql'

/** Who is signed in with this browser, and what device it was let in as. */
export const hereDocument = graphql(`
  query Here {
    me {
      ...ViewerMe
    }
    device {
      ...OwnDevice
    }
  }

  fragment OwnDevice on Device {
    kind
    name
    warehouseId
  }
`)
