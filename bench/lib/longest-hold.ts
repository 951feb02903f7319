/** The longest hold of a gateway's event loop since the last look, ms: the longest wait of a timer that is due every 10 ms. */
export const longestHold = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]) * 1_000
}
