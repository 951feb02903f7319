import { graphql } from '../gql'

/** Login and password, and the code where it is asked for. */
export const signInDocument = graphql(`
  mutation SignIn($login: String!, $password: String!, $code: String) {
    result: signIn(login: $login, password: $password, code: $code) {
      __typename
      ... on SignInSuccess {
        me {
          sessionId
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Spends a link. */
export const signInByLinkDocument = graphql(`
  mutation SignInByLink($secret: String!) {
    result: signInByLink(secret: $secret) {
      __typename
      ... on SignInByLinkSuccess {
        me {
          hasPassword
          person {
            demo
          }
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** The first administrator of an installation. */
export const createFirstAdminDocument = graphql(`
  mutation CreateFirstAdmin($secret: String!, $name: String!, $login: String!, $password: String!) {
    result: createFirstAdmin(secret: $secret, name: $name, login: $login, password: $password) {
      __typename
      ... on CreateFirstAdminSuccess {
        me {
          sessionId
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Proves once more who one is. */
export const confirmIdentityDocument = graphql(`
  mutation ConfirmIdentity($password: String!, $code: String) {
    result: confirmIdentity(password: $password, code: $code) {
      __typename
      ... on ConfirmIdentitySuccess {
        me {
          sessionId
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
