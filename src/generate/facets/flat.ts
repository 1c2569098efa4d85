import type { Json } from '../../call.ts'

/** What is said of one place: facet by facet. */
export type Facets = Readonly<Record<string, Json>>

/** Places of an operation (`PublishVersion/input/Description`, `…/Layers/[]/Arn`) and what is said of them. */
export type Flat = ReadonlyMap<string, Facets>

/** Leaves out what is not said, so that two sides can be compared by their keys. */
export const said = (facets: Readonly<Record<string, Json | undefined>>): Facets =>
  Object.fromEntries(
    Object.entries(facets).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
