import type { Edition } from '../../../spec/editions.ts'
import type { Difference } from './differences.ts'
import type { Flat } from './flat.ts'

/** Every facet of every place on which the two sides differ, in both directions. */
export const compare = (edition: Edition, model: Flat, ours: Flat): readonly Difference[] => {
  const differences: Difference[] = []
  for (const place of new Set([...model.keys(), ...ours.keys()])) {
    const theirs = model.get(place) ?? {}
    const own = ours.get(place) ?? {}
    for (const facet of new Set([...Object.keys(theirs), ...Object.keys(own)])) {
      const difference = { edition, place, facet, model: theirs[facet], ours: own[facet] }
      if (JSON.stringify(difference.model) !== JSON.stringify(difference.ours)) {
        differences.push(difference)
      }
    }
  }
  return differences
}
