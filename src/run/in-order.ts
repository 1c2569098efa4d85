/**
 * What the work on each item comes to, in the order of the items, with so many of them under way at once. With one at a time
 * nothing is begun before what came out of its predecessor has been looked at.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  // Only what is not yet told: a run would else hold every reply it ever got.
  const waiting = new Map<number, Promise<Result>>()
  let begun = 0
  let underWay = 0
  let taken = 0
  let isOver = false

  const begin = (): void => {
    for (const item of items.slice(begun)) {
      const mayBegin = atOnce > 1 ? underWay < atOnce : begun === taken
      if (isOver || !mayBegin) return
      underWay += 1
      const result = workOn(item)
      // Told where its turn comes; until then nobody is to call it unhandled.
      result.catch(() => undefined)
      waiting.set(begun, result)
      begun += 1
    }
  }
  const workOn = async (item: Item): Promise<Result> => {
    try {
      return await work(item)
    } finally {
      underWay -= 1
      begin()
    }
  }

  try {
    for (; taken < items.length; taken += 1) {
      begin()
      const result = waiting.get(taken)
      waiting.delete(taken)
      if (result !== undefined) yield await result
    }
  } finally {
    isOver = true
    await Promise.allSettled(waiting.values())
  }
}
