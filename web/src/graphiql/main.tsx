import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { loadExamples } from '../ui/examples'
import { readOperation } from './read-operation'

const url = `${location.origin}/graphql`
const send = createGraphiQLFetcher({ url, subscriptionUrl: url.replace(/^http/, 'ws') })
const { board, follow, claim, headers } = await loadExamples()
const fetcher: Fetcher = (params, options) => {
  // GraphiQL asks for the schema before it has a tab's headers; those that were typed win.
  if (params.operationName === 'IntrospectionQuery')
    return send(params, { ...options, headers: { ...headers, ...options?.headers } })
  const found = readOperation(params.query)
  if (!found) return send(params, options)
  const { documentAST, operationName = null } = found
  return send({ ...params, operationName }, { ...options, documentAST })
}
const text = (value: unknown): string => JSON.stringify(value, null, 2)
const root = document.getElementById('root')
if (!root) throw new Error('graphiql.html has no #root')

// What GraphiQL keeps of earlier visits wins; on the first one the first tab takes its fields from these props alone.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null
const initial = {
  initialQuery: board.document,
  initialVariables: text(board.variables),
  initialHeaders: text(headers),
}

/** The explorer that needs nothing but this server. The headers are sent with every operation, subscriptions too. */
createRoot(root).render(
  <GraphiQL
    {...(isFirstVisit ? initial : {})}
    fetcher={fetcher}
    defaultTabs={[board, follow, claim].map(({ document, variables }) => ({
      query: document,
      variables: text(variables),
      headers: text(headers),
    }))}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders
  />,
)
