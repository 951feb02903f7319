import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import { limitRules, meaningRules } from './document-rules.js'
import type { TransportLimits } from './limits.js'
import type { Logger } from './log.js'
import { maskError } from './mask-error.js'
import { prefersGraphqlResponse } from './media-type.js'
import { currentRequestScope } from './request-scope.js'

/** Wrong variables are the operation's fault, not the request's: `application/json` says that with 200 (see error-reply.ts). */
const legacyStatus: ApolloServerPlugin<SchemaContext> = {
  requestDidStart: async () => ({
    async willSendResponse({ request, response: { http, body } }) {
      if (http.status !== 400 || prefersGraphqlResponse(request.http?.headers.get('accept'))) return
      const code = body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : undefined
      if (code === 'BAD_USER_INPUT') http.status = 200
    },
  }),
}

/** Apollo Server, which runs what `prepare` has let through; started, to be stopped by its `stop`. */
export const createApollo = async (
  schema: GraphQLSchema,
  limits: TransportLimits,
  logger: Logger,
): Promise<ApolloServer<SchemaContext>> => {
  const apollo = new ApolloServer<SchemaContext>({
    schema,
    logger,
    // The document that was prepared for this very request: Apollo neither parses nor validates it again …
    documentStore: {
      get: async () => currentRequestScope().document,
      set: async () => undefined,
      delete: async () => undefined,
    },
    // … and if it ever did, it would do so under the same rules.
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...limitRules(limits), ...meaningRules],
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The process's environment decides nothing here: a stray APOLLO_KEY must not make us call anybody.
    nodeEnv: 'production',
    formatError: (_formatted, error) => maskError(error, currentRequestScope()),
    plugins: [
      legacyStatus,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  })
  await apollo.start()
  return apollo
}
