import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test.each(['gateway/live/SPEC.md', 'web/src/live/SPEC.md'])(
  '%s names a test that exists for each promise',
  async (spec) => {
    const text = await readFile(`${root}/${spec}`, 'utf8')
    const promises = text.split('\n').reduce<string[]>((all, line) => {
      if (/^(\d+\. |\| C\d+ )/.test(line)) all.push(line)
      else if (all.length > 0 && line.startsWith('   ')) all.push(`${all.pop()}${line}`)
      return all
    }, [])
    const files = new Set(
      (
        await Promise.all(
          ['gateway', 'web/src', 'web/e2e'].map((folder) => readdir(`${root}/${folder}`, { recursive: true })),
        )
      )
        .flat()
        .map((path) => path.split('/').at(-1)),
    )

    expect(promises.length).toBeGreaterThan(10)
    for (const promise of promises) {
      const tests = promise.match(/[a-z.-]+\.test\.tsx?/g) ?? []
      expect(tests, promise).not.toEqual([])
      expect(
        tests.filter((name) => !files.has(name)),
        promise,
      ).toEqual([])
    }
  },
)
