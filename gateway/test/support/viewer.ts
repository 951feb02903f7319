import type { PersonViewer } from '../../domain/person/viewer.js'

/** An administrator with a token that may do everything, where no database says who there is. */
export const anna: PersonViewer = {
  kind: 'PERSON',
  personId: '0192f0c1-0000-7000-8000-00000000000a',
  name: 'anna',
  demo: false,
  totp: false,
  heldBack: false,
  grants: [{ role: 'ADMIN', warehouseId: null }],
  by: {
    kind: 'TOKEN',
    id: '0192f0c1-0000-7000-8000-00000000000b',
    scopes: ['READ', 'IMPORT', 'FLOOR'],
    expiresAt: Date.now() + 86_400_000,
  },
}
