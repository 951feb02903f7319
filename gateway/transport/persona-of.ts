import type { Viewer } from '../domain/person/viewer.js'
import type { Persona } from './persona.js'

/**
 * Whose limits somebody has. Documents of their own, and the schema, are for programs whose token may read and for the
 * people of the demo; screens and devices send trusted documents.
 */
export const personaOf = (viewer: Viewer | undefined): Persona => {
  if (viewer?.kind !== 'PERSON') return 'client'
  const { by, demo } = viewer
  return (by.kind === 'TOKEN' ? by.scopes.includes('READ') : demo) ? 'analyst' : 'client'
}
