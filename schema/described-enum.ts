import { registerEnumType } from 'type-graphql'

/** An enum of the contract from its values' descriptions: the object whose members are the values, registered by its name. */
export const describedEnum = <Value extends string>(
  name: string,
  description: string,
  texts: Readonly<Record<Value, string>>,
): { readonly [V in Value]: V } => {
  const values = Object.keys(texts) as Value[]
  const members = Object.freeze(Object.fromEntries(values.map((value) => [value, value]))) as {
    readonly [V in Value]: V
  }
  const described = values.map((value) => [value, { description: texts[value] }] as const)
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(described) as { readonly [V in Value]: { readonly description: string } },
  })
  return members
}
