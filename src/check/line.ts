import { excessOf } from '../drivers/read-reply.ts'
import { exchangeAt } from './exchange-shape.ts'
import { listAt, memberOf, Misfit, objectAt, optional, textAt } from './shape.ts'
import type { StoredProgram } from './stored.ts'

/** What a line of a trace turned out to be. */
export type Line =
  | { readonly kind: 'program'; readonly program: StoredProgram }
  /** No whole JSON: a run that was killed leaves half a line behind. */
  | { readonly kind: 'broken' }
  /** Too much for what a run carries out at once: judging looks back from each call at all those before it. */
  | { readonly kind: 'too-long'; readonly why: string }
  | { readonly kind: 'misfit'; readonly why: string }

/** Of one program. A function that is waited for takes some 70 calls a minute. */
export const mostCalls = 2_000

/** A reply may be 256 deep, and lies six levels down; the replies of one line are 2 MiB of text, beside what they came to. */
const most = { depth: 300, values: 2_000_000 }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const exchangesAt = listAt(exchangeAt)

const programAt = (value: unknown): StoredProgram => {
  const line = objectAt(value, '')
  const exchanges = memberOf(line, 'exchanges', '', exchangesAt)
  return {
    name: memberOf(line, 'program', '', textAt),
    ...optional(line, 'shrinking', '', textAt),
    ...optional(line, 'replay', '', textAt),
    exchanges,
  }
}

/** The same of calls made at the same moment: there are many orders to look for. Eight clients with 25 calls each. */
const mostAtOnce = 200

/** What there is too much of, before the calls are looked at. */
const tooMuchIn = (value: unknown): string | undefined => {
  const exchanges = (value as { readonly exchanges?: unknown } | null)?.exchanges
  if (!Array.isArray(exchanges)) return undefined
  if (exchanges.length > mostCalls) return `${exchanges.length} calls, ${mostCalls} at most`
  const ofLanes = exchanges.filter(
    (each: unknown) => typeof each === 'object' && each !== null && 'lane' in each,
  )
  return ofLanes.length > mostAtOnce
    ? `${ofLanes.length} calls at the same moment, ${mostAtOnce} at most`
    : undefined
}

/** One line of a trace.ndjson. Never throws for what stands in it. */
export const readLine = (text: string): Line => {
  const excess = excessOf(text, most)
  if (excess !== undefined) return { kind: 'too-long', why: excess }
  const value = parsed(text)
  if (value === undefined) return { kind: 'broken' }
  const tooMuch = tooMuchIn(value)
  if (tooMuch !== undefined) return { kind: 'too-long', why: tooMuch }
  try {
    return { kind: 'program', program: programAt(value) }
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    return { kind: 'misfit', why: error.message }
  }
}
