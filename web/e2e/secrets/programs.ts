import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const programs = { import: 'cli/import-orders.js', verify: 'verify-audit.js', gateway: 'main.js' } as const

/** Runs a built program to its end, and answers all that it printed. */
export const runProgram = (
  program: keyof typeof programs,
  env: Readonly<Record<string, string>>,
  { args = [], input = '' }: { readonly args?: readonly string[]; readonly input?: string } = {},
): Promise<string> => {
  const path = fileURLToPath(new URL(`../../../dist/gateway/${programs[program]}`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'trace', ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', () => resolve(printed)))
}
