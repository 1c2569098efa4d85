import { search } from '../linearizability/search.ts'
import { casHistory, casModel } from './cas-history.ts'

type Growth = {
  readonly clients: number
  readonly callsEach: number
  readonly lostUpdate: boolean
  /** Of several histories, the median and the worst. */
  readonly states: { readonly median: number; readonly worst: number }
  readonly ms: { readonly median: number; readonly worst: number }
}

const seeds = Array.from({ length: 15 }, (_, seed) => seed + 1)

const spread = (values: readonly number[]): { readonly median: number; readonly worst: number } => {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 }
}

/** How the search for an order grows with the clients and their calls, where there is one and where there is none. */
export const linearizabilityFigures = (): readonly Growth[] =>
  [2, 4, 8].flatMap((clients) =>
    [5, 10, 25, 50].flatMap((callsEach) =>
      [false, true].map((lostUpdate) => {
        const measured = seeds.map((seed) => {
          const history = casHistory(clients, callsEach, { seed, lostUpdate })
          const startedAt = performance.now()
          const { visited } = search(casModel, history)
          return { visited, ms: performance.now() - startedAt }
        })
        return {
          clients,
          callsEach,
          lostUpdate,
          states: spread(measured.map(({ visited }) => visited)),
          ms: spread(measured.map(({ ms }) => ms)),
        }
      }),
    ),
  )
