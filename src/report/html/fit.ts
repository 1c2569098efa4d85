import { bytesOf, type Markup } from './markup.ts'

/** The same thing told at different lengths, the longest first; each is made only when there is room to try it. */
export type Forms = readonly [() => Markup, ...(() => Markup)[]]

export type Fitted = {
  readonly shown: readonly Markup[]
  /** How many at the end did not even fit in their shortest form. */
  readonly left: number
}

/** Where less room than this is left over, a longer form is not worth making. */
const leastRoom = 1_000
const mostMisses = 12

/**
 * As much of a list as fits into `room` bytes. All are there in their shortest form as far as that goes; what room remains
 * goes to the first in the list.
 */
export const fit = (items: readonly Forms[], room: number): Fitted => {
  const shortest = items.map((forms) => (forms.at(-1) ?? forms[0])())
  let spare = room
  const kept = shortest.filter((form) => {
    if (spare >= 0) spare -= bytesOf(form)
    return spare >= 0
  })
  if (kept.length < shortest.length) return { shown: kept, left: shortest.length - kept.length }
  // How often in a row a length did not fit: a long report need not try it five hundred times.
  const misses: number[] = []
  const shown = kept.map((short, index) => {
    for (const [length, make] of (items[index]?.slice(0, -1) ?? []).entries()) {
      if (spare < leastRoom || (misses[length] ?? 0) >= mostMisses) continue
      const form = make()
      const more = bytesOf(form) - bytesOf(short)
      misses[length] = more > spare ? (misses[length] ?? 0) + 1 : 0
      if (more > spare) continue
      spare -= more
      return form
    }
    return short
  })
  return { shown, left: 0 }
}
