/** Something that repeats until it is stopped. */
export interface Repeating {
  /** Ends it; resolves when a run that is under way is over. */
  stop(): Promise<void>
}

/** A run of a job that is over. */
export interface JobRun {
  readonly job: string
  readonly ms: number
  readonly failed: boolean
}

export interface RepeatOptions {
  readonly name: string
  /** Pause after a run that is over, ms. */
  readonly everyMs: number
  /** One bounded run; true asks for another at once, because there is more to do. */
  readonly run: () => Promise<boolean | void>
  readonly onError: (error: unknown, job: string) => void
  readonly onRun: (run: JobRun) => void
}

const MAX_BACK_OFF = 32

/** Runs a job now and then again and again; one that fails is told and tried again, ever more slowly while it fails. */
export const repeat = ({ name, everyMs, run, onError, onRun }: RepeatOptions): Repeating => {
  let stopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const once = async () => {
    let again: boolean | void = false
    const began = performance.now()
    try {
      again = await run()
      failures = 0
    } catch (error) {
      failures += 1
      onError(error, name)
    }
    onRun({ job: name, ms: performance.now() - began, failed: failures > 0 })
    // A failure of a daily job must not wait a day, nor one of a job of every second fill the log.
    const pause =
      again === true ? 0 : failures > 0 ? Math.min(1000 * 2 ** Math.min(failures, 10), MAX_BACK_OFF * 1000) : everyMs
    if (!stopped) timer = setTimeout(start, pause)
    timer?.unref()
  }
  const start = () => {
    running = once()
  }
  start()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      clearTimeout(timer)
    },
  }
}
