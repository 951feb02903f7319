import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { parseSync } from 'vite'
import { createSchema } from '../../../schema/build-schema.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The exported functions of a module that no doc comment stands right before. */
function undocumented(path: string, source: string): readonly string[] {
  const { program, comments } = parseSync(path, source)
  const documentedAt = (start: number): boolean =>
    comments.some(
      (comment) =>
        comment.type === 'Block' && comment.value.startsWith('*') && source.slice(comment.end, start).trim() === '',
    )
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return []
    const { declaration } = statement
    const names =
      declaration.type === 'FunctionDeclaration'
        ? [declaration.id?.name ?? '']
        : declaration.type === 'VariableDeclaration'
          ? declaration.declarations.flatMap(({ id, init }) =>
              init && /Function/.test(init.type) && id.type === 'Identifier' ? [id.name] : [],
            )
          : []
    return documentedAt(statement.start) ? [] : names.map((name) => `${path}: ${name}`)
  })
}

test('every exported function of the gateway and the contract says in a sentence what it is for', async () => {
  const paths = (
    await Promise.all(
      ['floor', 'gateway', 'schema'].map((folder) =>
        readdir(`${root}/${folder}`, { recursive: true }).then((names) => names.map((name) => `${folder}/${name}`)),
      ),
    )
  )
    .flat()
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^gateway\/test\//.test(path))

  const missing = await Promise.all(
    paths.map(async (path) => undocumented(path, await readFile(`${root}/${path}`, 'utf8'))),
  )

  expect(paths.length).toBeGreaterThan(20)
  expect(missing.flat()).toEqual([])
})

test('every type, field, argument and enum value of the API has a description', () => {
  const types = Object.values(createSchema().getTypeMap()).filter((type) => !type.name.startsWith('__'))
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID'])

  const missing: string[] = []
  const need = (what: { readonly description?: string | null | undefined }, name: string): void => {
    if (!what.description?.trim()) missing.push(name)
  }
  for (const type of types) {
    if (!builtIn.has(type.name)) need(type, type.name)
    if (isEnumType(type)) for (const value of type.getValues()) need(value, `${type.name}.${value.name}`)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) need(field, `${type.name}.${field.name}`)
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        need(field, `${type.name}.${field.name}`)
        for (const argument of field.args) need(argument, `${type.name}.${field.name}(${argument.name}:)`)
      }
    }
  }

  expect(missing).toEqual([])
})
