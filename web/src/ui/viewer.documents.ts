import { graphql } from '../gql'

/** Who is signed in with this browser. */
export const viewerDocument = graphql(`
  query Viewer {
    me {
      ...ViewerMe
    }
  }

  fragment ViewerMe on Me {
    sessionId
    hasPassword
    mustEnableAuthenticator
    person {
      id
      name
      login
      hasAuthenticator
      roles {
        role
        warehouseId
      }
    }
  }
`)

/** Ends a session: this browser's, or another of the same person. */
export const endSessionDocument = graphql(`
  mutation EndSession($id: ID) {
    result: endSession(id: $id) {
      __typename
      ... on EndSessionSuccess {
        own
      }
      ... on Refusal {
        ...Refused
      }
    }
  }

  fragment Refused on Refusal {
    code
    message
    retryAt
  }
`)
