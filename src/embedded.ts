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

/** `RULE` or `RULE:N` for every mutant there is. */
export const mutantNames = async (): Promise<readonly string[]> => {
  const seen = new Map<string, number>()
  return (await loadMutants()).map(({ breaks }) => {
    const nth = (seen.get(breaks) ?? 0) + 1
    seen.set(breaks, nth)
    return nth === 1 ? breaks : `${breaks}:${nth}`
  })
}

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
    const found = (await loadMutants())[(await mutantNames()).indexOf(mutant)]
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
