import { readFileSync } from 'node:fs'

/** Settings that may stand in a file instead: `NAME_FILE` is its path. */
const secretNames = ['DATABASE_PASSWORD', 'PIN_PEPPER', 'TOTP_KEY'] as const

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * What stands in the files that `…_FILE` variables name: an environment is seen by whoever may inspect a container, a
 * mounted file is not. `faults` names each variable whose file is missing, empty, or beside the setting itself.
 */
export const readSecretFiles = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly secrets: Readonly<Record<string, string>>; readonly faults: readonly string[] } => {
  const secrets: Record<string, string> = {}
  const faults: string[] = []
  for (const name of secretNames) {
    const path = env[`${name}_FILE`]
    if (path === undefined) continue
    const secret = read(path)
    if (env[name] !== undefined) faults.push(`${name}_FILE must not be set beside ${name}: which of them holds?`)
    else if (secret === undefined) faults.push(`${name}_FILE must name a file that can be read`)
    else if (secret === '') faults.push(`${name}_FILE must name a file with something in it: it is empty`)
    else secrets[name] = secret
  }
  return { secrets, faults }
}
