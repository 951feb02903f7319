import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Generates the web client's typed operations from the printed contract. Documents are strings: the board must not
 * carry the graphql runtime.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/gql/**', '!web/src/**/*.test.*'],
  generates: {
    'web/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
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
