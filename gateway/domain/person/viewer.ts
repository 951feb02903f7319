import { type Grant, isAnalyst, type TokenScope } from './role.js'

/** Whoever has proved who they are, as every part that serves them sees them: a person, or a board. */
export type Viewer = PersonViewer | BoardViewer

export interface PersonViewer {
  readonly kind: 'PERSON'
  readonly personId: string
  /** What the log and the claims call the person by. */
  readonly name: string
  readonly demo: boolean
  /** Whether a code of an authenticator is asked for at sign-in. */
  readonly totp: boolean
  /** Whether they may do nothing yet but set up an authenticator. */
  readonly heldBack: boolean
  readonly grants: readonly Grant[]
  readonly by: SessionProof | TokenProof
}

/** A screen on the wall that a manager has let in. */
export interface BoardViewer {
  readonly kind: 'BOARD'
  readonly name: string
  /** The one that it shows. */
  readonly warehouseId: string
  readonly by: DeviceProof
}

/** A browser's session. */
export interface SessionProof {
  readonly kind: 'SESSION'
  readonly id: string
  /** Name of the phone, when a badge began it. */
  readonly device: string | null
  /** When the person last proved who they are, ms. */
  readonly authenticatedAt: number
  /** When it ends whatever happens, ms. */
  readonly expiresAt: number
}

/** A personal access token. */
export interface TokenProof {
  readonly kind: 'TOKEN'
  readonly id: string
  readonly scopes: readonly TokenScope[]
  /** When it ends, ms. */
  readonly expiresAt: number
}

/** A device's cookie. */
export interface DeviceProof {
  readonly kind: 'DEVICE'
  readonly id: string
  /** When it ends, ms. */
  readonly expiresAt: number
}

/**
 * Whether somebody reads as analysts do, apart from the floor: by a token that gives no commands there, or because that is all
 * they are.
 */
export const readsAsAnalyst = (viewer: Viewer): viewer is PersonViewer =>
  viewer.kind === 'PERSON' &&
  (isAnalyst(viewer.grants) || (viewer.by.kind === 'TOKEN' && !viewer.by.scopes.includes('FLOOR')))

/** Whether somebody may do nothing yet but set up an authenticator. */
export const isHeldBack = (viewer: Viewer): boolean => viewer.kind === 'PERSON' && viewer.heldBack
