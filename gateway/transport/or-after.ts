/** The promise's value, or `late` after that many milliseconds; the work itself goes on. */
export const orAfter = async <Value>(
  ms: number,
  work: PromiseLike<Value>,
): Promise<{ readonly late: true } | { readonly late: false; readonly value: Value }> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<{ readonly late: true }>((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), ms)
  })
  try {
    return await Promise.race([work.then((value) => ({ late: false as const, value })), late])
  } finally {
    clearTimeout(timer)
  }
}
