import { type Edition, editions } from '../../../spec/editions.ts'
import type { Json } from '../../call.ts'

/** What the model says of one facet of one place, and what our document says; undefined where one is silent. */
export type Difference = {
  readonly edition: Edition
  readonly place: string
  readonly facet: string
  readonly model: Json | undefined
  readonly ours: Json | undefined
}

export type KnownDifference = {
  readonly reason: string
  /** Where it must be found: in each of these editions, or the entry is out of date. */
  readonly editions: readonly Edition[]
  readonly explains: (difference: Difference) => boolean
}

const onlyOurs = ({ model }: Difference): boolean => model === undefined
const inRequests = ({ place }: Difference): boolean => place.includes('/input/')
const inReplies = ({ place }: Difference): boolean => /\/output(\/|$)/.test(place)

const wholeText = (pattern: string): string =>
  `^(?:${pattern.startsWith('^') && pattern.endsWith('$') ? pattern.slice(1, -1) : pattern})$`

const isDate = ({ place }: Difference): boolean => /\/(LastModified|CreatedDate)$/.test(place)

const isRuntime = ({ place }: Difference): boolean =>
  /\/(Runtime|CompatibleRuntimes\/\[\])$/.test(place)

const lacksFive = ({ model, ours }: Difference): boolean => {
  if (!Array.isArray(model) || !Array.isArray(ours)) return false
  const listed = new Set<Json>(model)
  return ours.length === model.length - 5 && ours.every((runtime: Json) => listed.has(runtime))
}

/** Every way in which our documents mean to differ from the model. Anything else is a mistake. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    reason:
      'The service matches whole texts, while a JSON Schema pattern matches any part: patterns are wrapped.',
    editions,
    explains: ({ facet, model, ours }) =>
      facet === 'pattern' && typeof model === 'string' && ours === wholeText(model),
  },
  {
    reason: 'Replies of the real service hold null for members that are not set.',
    editions,
    explains: (at) => at.facet === 'nullable' && inReplies(at) && onlyOurs(at),
  },
  {
    reason:
      'The real service answers with values that no document lists: enumerations of replies are open.',
    editions,
    explains: (at) => at.facet === 'open' && inReplies(at) && onlyOurs(at),
  },
  {
    reason: 'Requests are described strictly; the model says nothing of members it does not know.',
    editions,
    explains: (at) => at.facet === 'closed' && inRequests(at) && onlyOurs(at),
  },
  {
    reason: 'No document marks a member of a reply as required.',
    editions: ['2024-08', '2026-07'],
    explains: (at) => at.facet === 'required' && inReplies(at) && at.ours === undefined,
  },
  {
    reason:
      'The documents write dates in ISO 8601, the model says text; the pattern is of the recorded form.',
    editions,
    explains: (at) => at.facet === 'pattern' && isDate(at),
  },
  {
    reason: 'Document 004 lists five deprecated runtimes fewer than the model of its day.',
    editions: ['2019-06'],
    explains: (at) => at.facet === 'enum' && inReplies(at) && isRuntime(at) && lacksFive(at),
  },
  {
    reason: 'A least length of 0 excludes nothing.',
    editions: ['2026-07'],
    explains: ({ facet, model, ours }) => facet === 'min' && model === 0 && ours === undefined,
  },
  {
    reason:
      'A pattern of .* means anything; read literally it would forbid the line breaks of a licence.',
    editions: ['2018-11', '2019-06', '2026-07'],
    explains: ({ facet, model, ours }) =>
      facet === 'pattern' && model === '.*' && ours === undefined,
  },
  {
    reason:
      'Deleting was 204 until December 2025 and is 200 in the model since: each of the three is accepted.',
    editions,
    explains: ({ place, facet, ours }) =>
      place === 'DeleteFunction' && facet === 'success' && JSON.stringify(ours) === '[200,202,204]',
  },
  {
    reason:
      'The StatusCode of DeleteFunction is the status of the reply, not a member of its body.',
    editions: ['2026-07'],
    explains: ({ place, ours }) => place.startsWith('DeleteFunction/output') && ours === undefined,
  },
]
