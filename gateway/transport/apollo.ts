import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { SchemaContext } from '../../schema/context.js'
import type { Pacer } from '../live/pacer.js'
import type { DocumentLimits } from './document-limits.js'
import { limitRules, meaningRules } from './document-rules.js'
import type { Logger } from './log.js'
import { maskError } from './mask-error.js'
import { pacedJson } from './paced-json.js'
import { currentRequestScope } from './request-scope.js'

export interface ApolloDeps {
  readonly schema: GraphQLSchema
  readonly limits: DocumentLimits
  readonly logger: Logger
  /** Answers become text at this pace. */
  readonly pace: Pacer
}

/** Apollo Server, which runs what `prepare` has let through; started, to be stopped by its `stop`. */
export const createApollo = async ({
  schema,
  limits,
  logger,
  pace,
}: ApolloDeps): Promise<ApolloServer<SchemaContext>> => {
  const apollo = new ApolloServer<SchemaContext>({
    schema,
    logger,
    // The document that was prepared for this very request: Apollo neither parses nor validates it again …
    documentStore: {
      get: async () => currentRequestScope().document,
      set: async () => undefined,
      delete: async () => undefined,
    },
    // … and if it ever did, it would do so under these rules.
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
    stringifyResult: async (result) => `${await pacedJson(result, pace)}\n`,
    formatError: (_formatted, error) => maskError(error, currentRequestScope()),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  })
  await apollo.start()
  return apollo
}
