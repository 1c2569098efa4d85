import type { Profile } from './report/report.ts'
import type { Driver } from './drivers/driver.ts'
import { inProcessDriver } from './drivers/in-process.ts'

export type Embedded = { readonly url: string; readonly close: () => Promise<void> }

export type EmbeddedOptions = {
  readonly port?: number
  readonly host?: string
  /** A legal way to differ. */
  readonly variant?: string
  /** A wrong way, by the rule it breaks; `RULE:2` for the second mutant of the rule. */
  readonly mutant?: string
}

/** The reference endpoint with one thing done wrong. */
export type EmbeddedMutant = {
  readonly name: string
  readonly breaks: string
  readonly alsoBreaks: readonly string[]
  readonly profile: Exclude<Profile, 'deep'>
  /** A new one, with nothing in it. */
  readonly driver: () => Driver
}

// Loaded when it is needed: a run against another endpoint does without.
const loadVariants = async () => (await import('../fixtures/reference/variants.ts')).variants
const loadMutants = async () => (await import('../fixtures/mutants/all.ts')).mutants

export const variantNames = async (): Promise<readonly string[]> =>
  Object.keys(await loadVariants())

/** Every mutant there is by `RULE` or, from the second one of a rule on, `RULE:N`. */
const mutantsByName = async () => {
  const seen = new Map<string, number>()
  return new Map(
    (await loadMutants()).map((mutant) => {
      const nth = (seen.get(mutant.breaks) ?? 0) + 1
      seen.set(mutant.breaks, nth)
      return [nth === 1 ? mutant.breaks : `${mutant.breaks}:${nth}`, mutant] as const
    }),
  )
}

/** What each mutant does wrong, by its name. */
export const mutantFaults = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await mutantsByName())].map(([name, mutant]) => [name, mutant.name]))

export const embeddedMutants = async (): Promise<readonly EmbeddedMutant[]> => {
  const { createEndpoint } = await import('../fixtures/reference/endpoint.ts')
  const { basePathOf } = await import('../fixtures/reference/base-path.ts')
  return (await loadMutants()).map(({ options, ...mutant }) => ({
    ...mutant,
    driver: () =>
      inProcessDriver(
        createEndpoint({ seed: 1, ...options }).respond,
        basePathOf(options.basePath),
      ),
  }))
}

const optionsOf = async ({ variant, mutant }: EmbeddedOptions) => {
  if (mutant !== undefined) {
    const found = (await mutantsByName()).get(mutant)
    if (found !== undefined) return found.options
    throw new Error(
      `Failed to start the reference endpoint, because it has no mutant "${mutant}"; serve without --mutant`,
    )
  }
  if (variant === undefined) return {}
  const found = (await loadVariants())[variant]
  if (found !== undefined) return found
  throw new Error(
    `Failed to start the reference endpoint, because it has no variant "${variant}"; serve without --variant`,
  )
}

/** Starts the reference endpoint: the only way from here to the fixtures. Without a port, on a free one. */
export const startEmbedded = async (options: EmbeddedOptions = {}): Promise<Embedded> => {
  const { serveReference } = await import('../fixtures/reference/serve.ts')
  const { port = 0, host = '127.0.0.1' } = options
  return serveReference({ ...(await optionsOf(options)), port, host })
}
