import type { Reporter, TestCase, TestModule } from 'vitest/node'

const reasonInName = /\((needs|on) [^)]+\)/

/** A skipped test says why: in its name, "(needs a system Chromium)", or by `context.skip(reason)`. */
function isUnexplained(test: TestCase): boolean {
  const result = test.result()
  return result.state === 'skipped' && !result.note && !reasonInName.test(test.fullName)
}

/**
 * Closes a run with "N passed, N failed, N skipped" alone on a line, which CI reads, and fails it in CI when a test was
 * skipped without a reason: a suite that quietly tests less is worse than a red one.
 */
export default class TestSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: 'passed' | 'failed' | 'skipped'): number =>
      tests.filter((test) => test.result().state === state).length
    const brokenModules = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0)
    const unexplained = tests.filter(isUnexplained)

    for (const test of unexplained) {
      process.stderr.write(`Skipped without a reason: ${test.module.relativeModuleId} > ${test.fullName}\n`)
    }
    if (unexplained.length > 0 && process.env.CI) process.exitCode = 1

    const failed = count('failed') + brokenModules.length + errors.length
    // After the default reporter's own last lines.
    setImmediate(() =>
      process.stdout.write(`\n${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped\n`),
    )
  }
}
