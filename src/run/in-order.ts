/**
 * What the work on each item comes to, in the order of the items, with so many of them under way at once. With one at a time
 * nothing is begun before its predecessor has been taken.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  let begun = 0
  try {
    while (begun < items.length || underWay.length > 0) {
      for (const item of items.slice(begun, begun + atOnce - underWay.length)) {
        underWay.push(work(item))
        begun += 1
      }
      const oldest = underWay.shift()
      if (oldest !== undefined) yield await oldest
    }
  } finally {
    await Promise.allSettled(underWay)
  }
}
