import * as fc from 'fast-check'

/** Something that is given anything at all, and what must be true of it then. */
export type Target = {
  /** A fact, true of every case. */
  readonly name: string
  /** `cheap`: thousands of cases a second. */
  readonly cost: 'cheap' | 'dear'
  readonly run: (cases: number, seed: number) => Promise<void>
}

export const target = (
  name: string,
  cost: Target['cost'],
  property: fc.IRawProperty<unknown> | (() => fc.IRawProperty<unknown>),
): Target => ({
  name,
  cost,
  run: async (cases, seed) => {
    const asked = typeof property === 'function' ? property() : property
    await fc.assert(asked, { numRuns: cases, seed })
  },
})
