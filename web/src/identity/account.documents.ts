import { graphql } from '../gql'

/** Everything that `/account` shows. */
export const accountDocument = graphql(`
  query Account {
    me {
      ...ViewerMe
      sessions {
        id
        agent
        createdAt
        lastSeenAt
      }
      accessTokens {
        id
        name
        ending
        scopes
        createdAt
        expiresAt
        lastUsedAt
      }
    }
    warehouses {
      id
      name
    }
  }
`)

/** Sets one's login and password. */
export const setPasswordDocument = graphql(`
  mutation SetPassword($login: String!, $password: String!) {
    result: setPassword(login: $login, password: $password) {
      __typename
      ... on SetPasswordSuccess {
        me {
          hasPassword
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** A secret for an authenticator. */
export const offerAuthenticatorDocument = graphql(`
  mutation OfferAuthenticator {
    result: offerAuthenticator {
      __typename
      ... on OfferAuthenticatorSuccess {
        secret
        uri
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Turns the authenticator on with its first code. */
export const enableAuthenticatorDocument = graphql(`
  mutation EnableAuthenticator($secret: String!, $code: String!) {
    result: enableAuthenticator(secret: $secret, code: $code) {
      __typename
      ... on EnableAuthenticatorSuccess {
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

/** Turns the authenticator off. */
export const disableAuthenticatorDocument = graphql(`
  mutation DisableAuthenticator {
    result: disableAuthenticator {
      __typename
      ... on DisableAuthenticatorSuccess {
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

/** Makes an access token; its text is in the answer alone. */
export const createAccessTokenDocument = graphql(`
  mutation CreateAccessToken($name: String!, $scopes: [TokenScope!]!, $days: Int!) {
    result: createAccessToken(name: $name, scopes: $scopes, days: $days) {
      __typename
      ... on CreateAccessTokenSuccess {
        secret
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Ends an access token. */
export const revokeAccessTokenDocument = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    result: revokeAccessToken(id: $id) {
      __typename
      ... on RevokeAccessTokenSuccess {
        accessTokens {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
