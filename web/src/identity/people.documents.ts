import { graphql } from '../gql'

/** The people that the viewer may see, the warehouses of their roles, and the roles that the viewer may give. */
export const peopleDocument = graphql(`
  query People {
    me {
      grantableRoles {
        role
        warehouseId
      }
    }
    people {
      ...ShownPerson
    }
    warehouses {
      id
      name
    }
  }

  fragment ShownPerson on Person {
    id
    name
    login
    demo
    hasAuthenticator
    manageable
    disabledAt
    lastSeenAt
    hasRolesElsewhere
    roles {
      role
      warehouseId
    }
  }
`)

/** Makes a person, with the secret of their sign-in link. */
export const createPersonDocument = graphql(`
  mutation CreatePerson($name: String!, $login: String, $roles: [RoleGrantInput!]!) {
    result: createPerson(name: $name, login: $login, roles: $roles) {
      __typename
      ... on CreatePersonSuccess {
        linkSecret
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Sets all roles of a person. */
export const setRolesDocument = graphql(`
  mutation SetRoles($personId: ID!, $roles: [RoleGrantInput!]!) {
    result: setRoles(personId: $personId, roles: $roles) {
      __typename
      ... on SetRolesSuccess {
        person {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Lets a person in no longer, or again. */
export const setPersonDisabledDocument = graphql(`
  mutation SetPersonDisabled($personId: ID!, $disabled: Boolean!) {
    result: setPersonDisabled(personId: $personId, disabled: $disabled) {
      __typename
      ... on SetPersonDisabledSuccess {
        person {
          id
        }
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)

/** Forgets a person's password and authenticator; a link instead. */
export const resetSignInDocument = graphql(`
  mutation ResetSignIn($personId: ID!) {
    result: resetSignIn(personId: $personId) {
      __typename
      ... on ResetSignInSuccess {
        linkSecret
      }
      ... on Refusal {
        ...Refused
      }
    }
  }
`)
