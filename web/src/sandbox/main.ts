import './sandbox.css'
import { ApolloSandbox } from '@apollo/sandbox'
import { loadExamples } from '../ui/examples'

const endpoint = `${location.origin}/graphql`
const { board, headers } = await loadExamples()

/**
 * Apollo's frame, our bundle: no foreign script runs on this origin, and the frame's requests go through this page,
 * without cookies, so that what is tried here has no more rights than its own headers give.
 */
new ApolloSandbox({
  target: '#root',
  initialEndpoint: endpoint,
  initialSubscriptionEndpoint: endpoint.replace(/^http/, 'ws'),
  endpointIsEditable: false,
  hideCookieToggle: true,
  runTelemetry: false,
  initialState: {
    document: board.document,
    variables: JSON.parse(JSON.stringify(board.variables)) as Record<string, string>,
    // Whoever comes without a token sees where theirs goes.
    headers: 'Authorization' in headers ? { ...headers } : { Authorization: 'Bearer wba_' },
    includeCookies: false,
    pollForSchemaUpdates: false,
  },
})
