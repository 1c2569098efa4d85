import type { Json } from '../call.ts'
import type { Outcome, Pass } from '../drivers/driver.ts'
import { member, text } from '../model/json.ts'
import { errorName, successBody } from '../model/reply.ts'
import type { Leftover } from './read-ledger.ts'
import { isOfARun } from './resource.ts'

/** Something named as runs name things. `modifiedAt`: when it was last modified, in milliseconds since 1970; undefined if nobody can tell. */
export type Found = Leftover & { readonly modifiedAt: number | undefined }

type Listing = {
  readonly kind: Leftover['kind']
  readonly operation: string
  /** AWS Lambda API Reference, ListFunctions and ListLayers, Request Syntax. */
  readonly path: string
  readonly items: string
  readonly name: string
  readonly details: (item: Json) => { readonly date: string | undefined; readonly asked: number }
}

const versionIn = (item: Json | undefined): number => {
  const number = member(item, 'Version')
  return typeof number === 'number' && Number.isSafeInteger(number) ? Math.min(number, 1_000) : 1
}

const listings: readonly Listing[] = [
  {
    kind: 'function',
    operation: 'ListFunctions',
    path: '/2015-03-31/functions/',
    items: 'Functions',
    name: 'FunctionName',
    details: (item) => ({ date: text(item, 'LastModified'), asked: 1 }),
  },
  {
    kind: 'layer',
    operation: 'ListLayers',
    path: '/2018-10-31/layers',
    items: 'Layers',
    name: 'LayerName',
    details: (item) => {
      const latest = member(item, 'LatestMatchingVersion')
      return { date: text(latest, 'CreatedDate'), asked: versionIn(latest) }
    },
  },
]

const maxPages = 1_000

export type Search =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  | { readonly kind: 'failed'; readonly operation: string; readonly why: string }

const whyNot = (outcome: Outcome): string =>
  outcome.kind === 'lost'
    ? outcome.message
    : `it answered ${[outcome.status, errorName(outcome)].filter(Boolean).join(' ')}`

/** All pages of one listing, as far as the names are those of runs. */
const findBy = async (pass: Pass, listing: Listing): Promise<Search> => {
  const found: Found[] = []
  const seen = new Set<string>()
  let marker: string | undefined
  for (let page = 0; page < maxPages; page += 1) {
    const query = marker === undefined ? '' : `&Marker=${encodeURIComponent(marker)}`
    const path = `${listing.path}?MaxItems=50${query}`
    const outcome = await pass({ method: 'GET', path, headers: {} })
    const body = successBody(outcome)
    const items = member(body, listing.items)
    if (!Array.isArray(items)) {
      return { kind: 'failed', operation: listing.operation, why: whyNot(outcome) }
    }
    for (const item of items as readonly Json[]) {
      const name = text(item, listing.name) ?? ''
      if (!isOfARun(name) || seen.has(name)) continue
      seen.add(name)
      const { date, asked } = listing.details(item)
      const at = Date.parse(date ?? '')
      found.push({
        kind: listing.kind,
        name,
        asked,
        at: 0,
        modifiedAt: Number.isNaN(at) ? undefined : at,
      })
    }
    marker = text(body, 'NextMarker')
    if (marker === undefined || marker === '') break
  }
  return { kind: 'found', found }
}

/** What lies on an endpoint by names that runs give, whichever run it was. */
export const findAll = async (pass: Pass): Promise<Search> => {
  const found: Found[] = []
  for (const listing of listings) {
    const search = await findBy(pass, listing)
    if (search.kind === 'failed') return search
    found.push(...search.found)
  }
  return { kind: 'found', found }
}
