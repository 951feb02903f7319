import type { Crowd } from './board-crowd.js'
import { cpuMicroseconds } from './process-usage.js'
import type { ServerProcess } from './server-process.js'

/** Changes that are made and waited for. */
export interface Changes {
  /** Makes so many changes. */
  readonly emit: (events: number) => Promise<void> | void
  readonly rounds: number
  /** Changes a round. */
  readonly events: number
}

/** CPU of the server, user and system, for each message that the crowd is sent, µs. */
export const cpuAMessage = async (
  server: ServerProcess,
  crowd: Crowd,
  { emit, rounds, events }: Changes,
): Promise<number> => {
  const before = cpuMicroseconds(server.pid)
  for (let round = 0; round < rounds; round += 1) {
    const received = crowd.until(crowd.received + events * crowd.size)
    await emit(events)
    await received
  }
  return (cpuMicroseconds(server.pid) - before) / (rounds * events * crowd.size)
}
