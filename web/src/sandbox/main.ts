import { ApolloSandbox } from '@apollo/sandbox'
new ApolloSandbox({ target: '#root', initialEndpoint: `${location.origin}/graphql` })
