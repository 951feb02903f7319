import type { Viewer } from '../domain/person/viewer.js'

/** What kind of caller asks, as far as limits go: `client` is a screen or a device of ours, `analyst` writes documents of their own. */
export type Persona = 'client' | 'analyst'

/** Whose limits a caller has: programs and people of the demo write documents of their own, everybody else runs trusted ones. */
export const personaOf = ({ viewer }: { readonly viewer: Viewer | undefined }): Persona => {
  if (viewer?.kind !== 'PERSON') return 'client'
  return viewer.demo || viewer.by.kind === 'TOKEN' ? 'analyst' : 'client'
}
