import { readFile } from 'node:fs/promises'
import { ApiFailure } from './api-client.js'
import { ImportFault } from './import-fault.js'
import type { Output } from './report.js'

/** The world outside, as a command that imports needs it. */
export interface ImportWorld {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  /** Where a progress bar can be drawn; plain lines go to `stderr` when there is none. */
  readonly terminal: NodeJS.WritableStream | undefined
  readonly sleep: (ms: number) => Promise<void>
  /** Personal access token: whose it is gives the commands. */
  readonly token: string | undefined
  readonly fetch?: typeof fetch
}

/** Exit codes: a script tells «some are missing» from «it did not work». */
export const exitCodes = { ALL_IN: 0, FAILED: 1, SOME_REFUSED: 2 } as const

/** The bytes of a file, or of standard input for `-`. Throws ImportFault. */
export const readInput = async (file: string, stdin: ImportWorld['stdin']): Promise<Uint8Array> => {
  if (file === '-') {
    const parts: Uint8Array[] = []
    for await (const part of stdin) parts.push(Buffer.from(part))
    return Buffer.concat(parts)
  }
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new ImportFault(`нет файла ${file}`, `no such file: ${file}`, { cause: error })
    throw new ImportFault(`файл ${file} не читается (${code})`, `cannot read ${file} (${code})`, { cause: error })
  }
}

const noToken = () =>
  new ImportFault(
    'нужен токен доступа: заведите его на странице «Мой вход» (права «Чтение» и «Загрузка») и передайте в переменной WBA_TOKEN',
    'an access token is needed: make one on the page "My account" (scopes "Read" and "Import") and pass it in the variable WBA_TOKEN',
  )

// A header cannot carry it, and what would say so repeats it.
const brokenToken = () =>
  new ImportFault(
    'в WBA_TOKEN есть знаки, которых в токенах не бывает: скопируйте его ещё раз, целиком и без переносов',
    'WBA_TOKEN has characters that no token has: copy it again, all of it and on one line',
  )

/** The token as a header can carry it. Throws ImportFault. */
export const needToken = (token: string | undefined): string => {
  if (token === undefined) throw noToken()
  if (!/^[!-~]+$/.test(token)) throw brokenToken()
  return token
}

/** How a call that is repeated says so. */
export const pausesOf = ({ sleep, stderr }: ImportWorld) => ({
  sleep,
  onPause: (failure: ApiFailure, ms: number) =>
    stderr.write(`связь потеряна, повтор через ${ms / 1000} с / retrying in ${ms / 1000} s: ${failure.message}\n`),
})

/** What stopped an import, for whoever gave the command. */
export const explain = (error: unknown, url: string): string => {
  if (error instanceof ImportFault)
    return error.russian === error.english ? error.russian : `${error.russian}\n${error.english}`
  if (error instanceof ApiFailure && (error.kind === 'UNREACHABLE' || error.kind === 'LOST'))
    return (
      `По адресу ${url} нет ответа. Запустите «npm start» в другом окне или укажите --url. Что загружено, то сохранено: запустите команду ещё раз.\n` +
      `No answer at ${url}: ${error.message}. Run "npm start" in another terminal, or say --url. What is in is safe: run the command again.`
    )
  if (error instanceof ApiFailure)
    return (
      `Сервер не принял запрос: ${error.message.replace(/\.$/, '')}. Что загружено, то сохранено: запустите команду ещё раз.\n` +
      `The gateway did not take the call: ${error.message.replace(/\.$/, '')}. What is in is safe: run the command again.`
    )
  return `Неожиданный сбой / unexpected failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
