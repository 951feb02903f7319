import { graphql } from '../../gql'

/** A badge and its PIN, on a phone that was let in. */
export const signInWithBadgeDocument = graphql(`
  mutation SignInWithBadge($badge: String!, $pin: String!) {
    result: signInWithBadge(badge: $badge, pin: $pin) {
      __typename
      ... on SignInWithBadgeSuccess {
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

/** Makes a person's badge and PIN; both are in the answer alone. */
export const issueBadgeDocument = graphql(`
  mutation IssueBadge($personId: ID!) {
    result: issueBadge(personId: $personId) {
      __typename
      ... on IssueBadgeSuccess {
        badge
        pin
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
