export type Embedded = { readonly url: string; readonly close: () => Promise<void> }

export type EmbeddedOptions = {
  readonly port?: number
  readonly host?: string
  readonly variant?: string
}

// Loaded when it is needed: a run against another endpoint does without.
const loadVariants = async () => (await import('../fixtures/reference/variants.ts')).variants

export const variantNames = async (): Promise<readonly string[]> =>
  Object.keys(await loadVariants())

/** Starts the reference endpoint: the only way from here to the fixtures. Without a port, on a free one. */
export const startEmbedded = async ({
  port = 0,
  host = '127.0.0.1',
  variant,
}: EmbeddedOptions = {}): Promise<Embedded> => {
  const { serveReference } = await import('../fixtures/reference/serve.ts')
  if (variant === undefined) return serveReference({ port, host })
  const decisions = Object.entries(await loadVariants()).find(([name]) => name === variant)?.[1]
  if (decisions === undefined) {
    throw new Error(
      `Failed to start the reference endpoint, because it has no variant "${variant}"`,
    )
  }
  return serveReference({ ...decisions, port, host })
}
