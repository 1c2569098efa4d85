/** What the promise gives, or undefined when the time is up before. */
export const within = async <Value>(
  ms: number,
  promise: Promise<Value>,
): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([promise, timeUp])
  } finally {
    clearTimeout(timer)
  }
}
