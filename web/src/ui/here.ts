import { useEffect } from 'react'
import type { HereQuery, OwnDeviceFragment } from '../gql/graphql'
import { hereDocument } from './here.documents'
import { recall, remember } from './preferences'
import { request } from './request'
import { type Loaded, useLoad } from './use-load'

/** The device that this browser was let in as. */
export type OwnDevice = OwnDeviceFragment

const KEY = 'wb-assistant.device'

const readHere = () => request(hereDocument, {})

/** Who is signed in here, and what device this is; both null for a browser that nobody knows. */
export const useHere = (): Loaded<HereQuery> => useLoad(readHere)

/** Remembers what this browser was let in as: when it is taken out again it goes back to where it came in. */
export const rememberDevice = ({ kind }: OwnDevice): void => remember(KEY, kind)

/** Whether this screen was a board; one that can remember nothing has come from `/pair` with that in its address. */
const wasBoard = (): boolean => recall(KEY) === 'BOARD' || new URLSearchParams(location.search).get('as') === 'board'

/** Where to sign in and come back from; what stands after the `#` of this page goes along, and never to the server. */
export const signInAddress = (): string =>
  `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}${location.hash}`

/** Leaves a page that is not for this browser any more for the way in; false when it still is, or when nobody can say. */
export async function leaveWhenUnknown(): Promise<boolean> {
  const here = await readHere().catch(() => null)
  if (!here || here.me || here.device?.kind === 'BOARD') return false
  location.replace(here.device ? '/badge' : wasBoard() ? `/pair${location.search}` : signInAddress())
  return true
}

/** Once it turns out that nobody is signed in: sends them to sign in, and back here after. */
export function useSignIn(nobody: boolean): void {
  useEffect(
    function askToSignIn() {
      if (nobody) location.replace(signInAddress())
    },
    [nobody],
  )
}
