import type { Viewer } from '../domain/person/viewer.js'
import type { Persona } from './persona.js'

/**
 * Whose limits somebody has. Documents of their own, and the schema, are for programs with an access token and for the
 * people of the demo; screens and devices send trusted documents.
 */
export const personaOf = ({ viewer }: { readonly viewer: Viewer | undefined }): Persona => {
  if (viewer?.kind !== 'PERSON') return 'client'
  return viewer.demo || viewer.by.kind === 'TOKEN' ? 'analyst' : 'client'
}
