import type { DeviceKind } from '../../gql/graphql'
import { give, type Problem } from '../../ui/give'
import type { OwnDevice } from '../../ui/here'
import { serverNow } from '../../ui/request'
import { finishPairingDocument, startPairingDocument } from './device.documents'

/** A code on show; times by the server's clock, ms. */
export interface ShownCode {
  readonly userCode: string
  readonly since: number
  readonly until: number
}

/** How far a pairing has come. */
export interface PairingState {
  /** Null until there is one, and while one is made anew. */
  readonly code: ShownCode | null
  /** What is in the way just now; it goes on trying. */
  readonly problem: Problem | null
  /** Once it is let in. */
  readonly device: OwnDevice | null
}

export const notBegun: PairingState = { code: null, problem: null, device: null }

const EVERY = 5_000
const SELDOM = 30_000

/**
 * Asks to be let in until it is: a code, a question every few seconds, a new code when the old one is over (RFC 8628, 3.5:
 * slower when told to, and while nobody answers). Answers how to stop.
 */
export function pairDevice(kind: DeviceKind, show: (state: PairingState) => void): () => void {
  let wanted = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      timer = setTimeout(resolve, ms)
    })
  const say = (change: Partial<PairingState>): void => {
    if (wanted) show({ ...notBegun, ...change })
  }

  /** Asks with one code until the device is let in (true) or the code is over. */
  async function ask(deviceCode: string, interval: number, code: ShownCode): Promise<boolean> {
    let usual = interval
    let pause = usual
    while (wanted) {
      await wait(pause)
      const { success, problem } = await give(finishPairingDocument, { deviceCode })
      if (success) {
        say({ device: success.device })
        return true
      }
      if (problem.code === 'BAD_CODE') return false
      if (problem.code === 'SLOW_DOWN') usual += EVERY
      const answered = problem.code === 'SLOW_DOWN' || problem.code === 'PAIRING_PENDING'
      pause = answered ? usual : Math.min(pause * 2, SELDOM)
      say({ code, problem: answered ? null : problem })
    }
    return true
  }

  async function pair(): Promise<void> {
    let letIn = false
    while (wanted && !letIn) {
      const { success: started, problem } = await give(startPairingDocument, { kind })
      if (problem) {
        say({ problem })
        await wait(Math.max(EVERY, problem.retryAt === null ? 0 : Date.parse(problem.retryAt) - serverNow()))
      } else {
        const code = { userCode: started.userCode, since: serverNow(), until: Date.parse(started.expiresAt) }
        say({ code })
        letIn = await ask(started.deviceCode, started.intervalSeconds * 1_000, code)
        if (!letIn) say({})
      }
    }
  }

  void pair()
  return () => {
    wanted = false
    clearTimeout(timer)
  }
}
