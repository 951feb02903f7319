import type { ToldError } from '../../support/client.js'

/** What came of a field: a value in some place at least, null wherever it came, or the code of an error. */
type Word = string

/** Which field told what to whom, gathered from answers that name the type of each object. */
export interface FieldTable {
  /** Takes an answer of a document that asks that field of a root, `Query.order`, for everything. */
  note(
    who: string,
    field: string,
    told: { readonly data?: object | null; readonly errors?: readonly ToldError[] },
  ): void
  /** The fields that never had a value for somebody, as `Sku.title`, sorted. */
  without(who: string): readonly string[]
  /** The types of which anything was told to anybody. */
  types(): readonly string[]
  /** As a table in Markdown: fields of a type that say the same to everybody share a line. */
  print(): string
}

/** An error wins over nothing, null over an error, a value over all. */
const rank = (word: Word): number => (word === 'yes' ? 3 : word === 'null' ? 2 : word === '–' ? 0 : 1)

/** An empty table of those who will ask. */
export const createFieldTable = (asking: readonly string[]): FieldTable => {
  const words = new Map<string, Map<string, Word>>()
  const put = (who: string, type: string, field: string, word: Word) => {
    const key = `${type}.${field}`
    const row = words.get(key) ?? new Map<string, Word>()
    words.set(key, row)
    if (rank(word) > rank(row.get(who) ?? '–')) row.set(who, word)
  }
  const walk = (who: string, type: string, object: object) => {
    for (const [name, value] of Object.entries(object) as readonly [string, unknown][]) {
      if (name === '__typename') continue
      // An alias says the type too where members of an interface differ.
      put(who, type, name.replace(`${type}_`, ''), value === null ? 'null' : 'yes')
      for (const one of [value].flat())
        if (typeof one === 'object' && one !== null && '__typename' in one) walk(who, String(one.__typename), one)
    }
  }
  const cellsOf = (key: string) => asking.map((who) => words.get(key)?.get(who) ?? '–')

  return {
    note(who, asked, { data, errors = [] }) {
      const [root = '', field = ''] = asked.split('.')
      if (data) walk(who, root, data)
      for (const { path, extensions } of errors) {
        // None is expected below a root: there is no word for it in the table.
        if ((path?.length ?? 1) > 1) throw new Error(`${String(path)}: ${extensions.code}`)
        put(who, root, field, extensions.code)
      }
    },
    without: (who) =>
      [...words]
        .filter(([, row]) => row.get(who) !== 'yes')
        .map(([key]) => key)
        .toSorted(),
    types: () => [...new Set([...words.keys()].map((key) => key.slice(0, key.indexOf('.'))))],
    print() {
      const lines = new Map<string, string[]>()
      for (const key of words.keys()) {
        const [type = '', field = ''] = key.split('.')
        const line = JSON.stringify([type, cellsOf(key)])
        lines.set(line, [...(lines.get(line) ?? []), field])
      }
      const rows = [...lines]
        .map(([line, fields]) => {
          const [type, cells] = JSON.parse(line) as [string, string[]]
          return { type, text: `| ${type} | ${fields.join(' ')} | ${cells.join(' | ')} |` }
        })
        .toSorted((a, b) => (a.text < b.text ? -1 : 1))
      const head = `| type | fields | ${asking.join(' | ')} |\n| --- | --- |${asking.map(() => ' --- |').join('')}`
      return `${head}\n${rows.map(({ text }) => text).join('\n')}\n`
    },
  }
}
