import './sandbox.css'
import { ApolloSandbox } from '@apollo/sandbox'
import { loadExamples } from '../ui/examples'

const endpoint = `${location.origin}/graphql`
const { board, headers } = await loadExamples()

// What Apollo's frame begins with stands in its address, and so in the logs of Apollo's servers. It gets a stand-in for the
// token of this page; what it asks this page to send is given the token here, before the listener of the package sees it.
const standIn = { Authorization: 'Bearer wba_of-this-page' }
function giveToken(sent: unknown): void {
  if (typeof sent !== 'object' || sent === null || !('Authorization' in sent)) return
  if (sent.Authorization === standIn.Authorization) Object.assign(sent, headers)
}
addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
  if (origin !== 'https://sandbox.embed.apollographql.com' || typeof data !== 'object' || data === null) return
  if ('headers' in data) giveToken(data.headers)
  if ('introspectionRequestHeaders' in data) giveToken(data.introspectionRequestHeaders)
})

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
    headers: 'Authorization' in headers ? standIn : { Authorization: 'Bearer wba_' },
    includeCookies: false,
    pollForSchemaUpdates: false,
  },
})
