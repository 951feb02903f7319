import { setTimeout as delay } from 'node:timers/promises'
import type { Folder } from './folder.js'
import { claimOwnership, type Ownership } from './ownership.js'
import { findPostmaster, stopPostmaster, type Postmaster } from './postmaster.js'

/** `failed`: the server could not be brought back; nobody tries any more. */
export type EmbeddedState = 'running' | 'restarting' | 'failed' | 'stopped'

/** Where the embedded database tells what a person should know; pino's logger fits. */
export type EmbeddedLog = {
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
  readonly error: (message: string) => void
}

/** What the supervisor works with; `launch` starts the server on the port it had. */
export type SupervisorDeps = {
  readonly folder: Folder
  readonly launch: () => Promise<Postmaster>
  readonly port: number
  readonly log: EmbeddedLog
  /** How often a start is tried before the state is `failed`. */
  readonly attempts?: number
}

/** Keeps a server alive. */
export type Supervisor = {
  readonly state: () => EmbeddedState
  /** Calls the listener at every change; returns the way to end that. */
  readonly onState: (listener: (state: EmbeddedState) => void) => () => void
  /** Stops the server for good. */
  readonly stop: () => Promise<void>
}

const ATTEMPTS = 25 // with the delays below: a minute and a half
const FIRST_DELAY_MS = 25
const LONGEST_DELAY_MS = 5_000

/**
 * Watches the owning connection, whose end is the one sign that fits both a server of ours and an adopted one. Then the
 * server is started again on the same port (pools reconnect by themselves), or owned anew when only the session died.
 */
export function supervise(deps: SupervisorDeps, first: Ownership): Supervisor {
  const { folder, launch, port, log, attempts = ATTEMPTS } = deps
  const listeners = new Set<(state: EmbeddedState) => void>()
  const stopping = new AbortController()
  let state: EmbeddedState = 'running'
  let ownership: Ownership | undefined = first

  const change = (next: EmbeddedState): void => {
    state = next
    for (const listener of listeners) listener(next)
  }

  const retake = async (): Promise<Ownership | undefined> => {
    if (!findPostmaster(folder)) {
      const { pid } = await launch()
      log.info(`PostgreSQL runs again (pid ${pid}, port ${port})`)
    }
    const claim = await claimOwnership(folder, port)
    return typeof claim === 'object' ? claim : undefined
  }

  const recover = async (): Promise<Ownership | undefined> => {
    for (let attempt = 0; attempt < attempts && !stopping.signal.aborted; attempt += 1) {
      try {
        const retaken = await retake()
        if (retaken) return retaken
      } catch (error) {
        // Mostly: sessions of the killed server are still ending and hold its shared memory.
        log.warn(error instanceof Error ? error.message : String(error))
      }
      const pause = Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS)
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
    return undefined
  }

  const watch = async (): Promise<void> => {
    while (ownership) {
      await ownership.lost
      if (stopping.signal.aborted) return
      change('restarting')
      log.warn('the connection to PostgreSQL is gone; bringing it back')
      ownership = await recover()
      if (stopping.signal.aborted) return // whatever came back meanwhile is stopped by `stop`
      if (ownership) change('running')
    }
    change('failed')
    log.error(`PostgreSQL cannot be brought back; see ${folder.log}`)
  }
  const watching = watch()

  const stopServer = async (): Promise<void> => {
    const postmaster = findPostmaster(folder)
    if (postmaster) await stopPostmaster(postmaster)
  }

  const stop = async (): Promise<void> => {
    stopping.abort()
    await stopServer()
    if (state === 'restarting') await watching // a start that had no pid file yet
    await stopServer()
    await ownership?.release()
    await watching
    change('stopped')
  }
  let stopped: Promise<void> | undefined
  return {
    state: () => state,
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => (stopped ??= stop()),
  }
}
