import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

/** Parts that other pages load and a board never does. */
const otherPages: ReadonlySet<string> = new Set(['src/identity/index.ts'])

const dist = new URL('../../dist/web/', import.meta.url)
const read = (file: string): Buffer => readFileSync(new URL(file, dist))
const manifest = JSON.parse(read('.vite/manifest.json').toString()) as Readonly<Record<string, Chunk>>

/** Every file that a page loads sooner or later: what it imports, what it imports when needed, and their styles. */
function filesOf(entry: string, without: ReadonlySet<string>): ReadonlySet<string> {
  const files = new Set([entry])
  const seen = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name) || without.has(name)) return
    seen.add(name)
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  visit(entry)
  return files
}

type Sizes = readonly (readonly [string, number])[]
const sizesOf = (files: ReadonlySet<string>): Sizes => [...files].map((file) => [file, gzipSync(read(file)).length])
const totalOf = (sizes: Sizes): number => sizes.reduce((sum, [, size]) => sum + size, 0)

it('everything that the board loads is at most 150 KB gzip', () => {
  const sizes = sizesOf(filesOf('index.html', otherPages))
  const total = totalOf(sizes)
  console.info(`board bundle: ${(total / 1024).toFixed(1)} KB gzip in ${sizes.length} files`)
  expect(sizes.length).toBeGreaterThan(2)
  expect(total).toBeLessThan(150 * 1024)
})

it('signing in, one’s account and people are a part of their own', () => {
  const everything = filesOf('index.html', new Set())
  const board = filesOf('index.html', otherPages)
  const sizes = sizesOf(new Set([...everything].filter((file) => !board.has(file))))
  console.info(`identity bundle: ${(totalOf(sizes) / 1024).toFixed(1)} KB gzip`)
  expect(sizes.length).toBeGreaterThan(0)
  expect(totalOf(sizes)).toBeLessThan(40 * 1024)
})

it('everything that a picker’s phone loads before it works is at most 250 KB gzip, without the camera’s decoder', () => {
  const sizes = sizesOf(filesOf('work.html', new Set(['src/work/scan/decoder.ts'])))
  const total = totalOf(sizes)
  console.info(`phone bundle: ${(total / 1024).toFixed(1)} KB gzip in ${sizes.length} files`)
  expect(sizes.length).toBeGreaterThan(2)
  expect(total).toBeLessThan(250 * 1024)
  expect(sizes.some(([file]) => file.endsWith('.wasm'))).toBe(false)
})

it('no page of ours names a script or a style of another origin', () => {
  for (const page of ['index.html', 'work.html', 'sandbox.html', 'graphiql.html']) {
    const html = read(page).toString()
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/<style|\sstyle=/)
  }
})
