const graphqlResponse = 'application/graphql-response+json'

interface Range {
  readonly type: string
  readonly quality: number
}

const ranges = (accept: string): readonly Range[] =>
  accept
    .split(',')
    .map((part): Range => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      return { type, quality: q === undefined ? 1 : Number(q.slice(2)) || 0 }
    })
    .filter(({ quality }) => quality > 0)

/** Whether the caller prefers `application/graphql-response+json`, under which a failed request has a status of its own. */
export const prefersGraphqlResponse = (accept: string | undefined): boolean => {
  const wanted = ranges(accept ?? '')
  const asked = wanted.findIndex(({ type }) => type === graphqlResponse)
  if (asked === -1) return false
  const json = wanted.findIndex(({ type }) => ['application/json', 'application/*', '*/*'].includes(type))
  const [forAsked, forJson] = [wanted[asked]?.quality ?? 0, wanted[json]?.quality ?? 0]
  return forAsked > forJson || (forAsked === forJson && (asked < json || wanted[json]?.type !== 'application/json'))
}

/** Whether a browser asks for a page. */
export const prefersHtml = (accept: string | undefined): boolean =>
  ranges(accept ?? '').some(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')

/** The content type of an answer with errors alone. */
export const errorContentType = (accept: string | undefined): string =>
  `${prefersGraphqlResponse(accept) ? graphqlResponse : 'application/json'}; charset=utf-8`
