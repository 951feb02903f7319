import { MultiBar, Presets } from 'cli-progress'
import { refusalText } from './refusal-texts.js'
import type { ChunkReport, RefusedOrder } from './send-orders.js'

/** A stream that lines are written to. */
export interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Tells a person how the import goes. */
export interface Report {
  /** A line on standard output. */
  readonly line: (text: string) => void
  readonly chunk: (chunk: ChunkReport) => void
  /** Ends the bar; the terminal is as before. */
  readonly close: () => void
}

/** One line for one refusal: place in the file from 1, number, reason in both languages, code. */
export const refusalLine = ({ index, wbOrderId, code, message }: RefusedOrder): string =>
  `✗ №${index + 1}, задание ${wbOrderId ?? '?'}: ${refusalText(code)} / ${message} [${code}]`

/** Reports to a terminal with a bar, elsewhere with plain lines, one a chunk. */
export const createReport = (
  total: number,
  output: { readonly stdout: Output; readonly stderr: Output; readonly terminal: NodeJS.WritableStream | undefined },
): Report => {
  const bars =
    output.terminal !== undefined
      ? new MultiBar(
          {
            stream: output.terminal,
            format: '{bar} {value}/{total} · отказов / refused: {refused}',
            hideCursor: true,
            clearOnComplete: true,
          },
          Presets.shades_classic,
        )
      : undefined
  const bar = bars?.create(total, 0, { refused: 0 })
  let done = 0
  let refused = 0

  const line = (text: string): void => {
    // On a terminal both streams are one screen: a line must not run into the bar.
    if (bars !== undefined && output.stdout.isTTY === true) bars.log(`${text}\n`)
    else output.stdout.write(`${text}\n`)
  }
  return {
    line,
    chunk: (chunk) => {
      done += chunk.orders
      refused += chunk.refused.length
      for (const each of chunk.refused) line(refusalLine(each))
      if (bar === undefined) output.stderr.write(`${done}/${total}\n`)
      else bar.update(done, { refused })
    },
    close: () => bars?.stop(),
  }
}
