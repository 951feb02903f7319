import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Generates the web client's typed operations from the printed contract, and the manifest of their texts that the gateway
 * runs them from. The screens send hashes, and carry no graphql runtime.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/gql/**', '!web/src/**/*.test.*'],
  generates: {
    'web/src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          mode: 'replaceDocumentWithHash',
          hashPropertyName: 'sha256Hash',
          // Bare hexadecimal digits, as `extensions.persistedQuery` has them; 'sha256' alone would put a prefix before them.
          hashAlgorithm: (text: string) => createHash('sha256').update(text).digest('hex'),
        },
      },
      config: {
        documentMode: 'string',
        enumsAsConst: true,
        useTypeImports: true,
        strictScalars: true,
        immutableTypes: true,
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
        scalars: {
          DateTime: 'string',
          UUID: 'string',
          LocalTime: 'string',
          SafeInt: 'number',
          AuditDetails: 'Record<string, unknown>',
          WbOrder: 'Record<string, unknown>',
          WbOrderStatus: 'Record<string, unknown>',
        },
      },
    },
  },
}

export default config
