import { folderAt } from './folder.js'
import { embeddedUrl } from './ownership.js'
import { findPostmaster } from './postmaster.js'

/** The URL of the embedded database that runs on a data folder now, whoever owns it; undefined when none runs. */
export function runningDatabase(dataDir: string): string | undefined {
  const folder = folderAt(dataDir)
  const postmaster = findPostmaster(folder)
  return postmaster && embeddedUrl(folder, postmaster.port)
}
