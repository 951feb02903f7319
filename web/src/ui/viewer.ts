import type { ViewerMeFragment } from '../gql/graphql'
import { request } from './request'
import { type Loaded, useLoad } from './use-load'
import { viewerDocument } from './viewer.documents'

/** Who is signed in with this browser. */
export type Viewer = ViewerMeFragment

const readViewer = async (): Promise<Viewer | null> => (await request(viewerDocument, {})).me

/** Who is signed in; null when nobody is, undefined until the server has said so. */
export const useViewer = (): Loaded<Viewer | null> => useLoad(readViewer)
