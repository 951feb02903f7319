import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** An empty copy of this project: its real configuration, and only the files that a test writes. */
export interface ProbeProject extends AsyncDisposable {
  readonly write: (path: string, text: string) => Promise<void>
  /** Runs a tool of node_modules/.bin there; answers all it said, whatever its exit code. */
  readonly run: (tool: string, ...args: readonly string[]) => Promise<string>
}

/** Makes a probe project in the system's folder for temporary files, with the named files of this project in it. */
export async function createProbeProject(configuration: readonly string[]): Promise<ProbeProject> {
  const folder = await mkdtemp(join(tmpdir(), 'wb-architecture-'))
  const place = async (path: string): Promise<string> => {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    return join(folder, path)
  }
  for (const file of configuration) await copyFile(join(root, file), await place(file))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    write: async (path, text) => writeFile(await place(path), text),
    run: (tool, ...args) =>
      new Promise((resolve) => {
        execFile(join(root, 'node_modules/.bin', tool), args, { cwd: folder }, (_error, stdout, stderr) =>
          resolve(stdout + stderr),
        )
      }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
