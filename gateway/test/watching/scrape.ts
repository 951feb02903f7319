/** What a gateway tells Prometheus at one moment. */
export interface Scrape {
  /** Names of the metrics, those without a number included. */
  readonly names: readonly string[]
  /** The number of a line: a name, with labels as Prometheus writes them. */
  value(line: string): number | undefined
  /** Every line that begins like this. */
  lines(beginning: string): readonly string[]
}

/** Reads the metrics of a gateway. */
export const scrape = async (url: string): Promise<Scrape> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lines = text.split('\n')
  return {
    names: lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []),
    value(line) {
      const found = lines.find((one) => one.startsWith(`${line} `))
      return found === undefined ? undefined : Number(found.slice(line.length + 1))
    },
    lines: (beginning) => lines.filter((line) => line.startsWith(beginning)),
  }
}
