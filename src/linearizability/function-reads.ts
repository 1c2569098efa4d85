import type { Json, JsonObject } from '../call.ts'
import { isObject, member, text } from '../model/json.ts'
import { versionNumber } from '../model/reply.ts'
import type { FunctionState } from './function-state.ts'
import { showVersion } from './function-versions.ts'
import { agree, shownContent } from './known-content.ts'
import type { Reading } from './reading.ts'
import { observed, type Revision } from './revision.ts'

const afterLook = (revision: Revision, { standing, id }: Reading): Revision => {
  switch (standing) {
    case 'settled':
    case 'silent':
      return id === undefined ? revision : { ...revision, loose: false }
    case 'settling':
      return { ...revision, loose: true }
    case 'unsaid':
      return revision
    default:
      return standing satisfies never
  }
}

const latestRead = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  const { shown, id } = reading
  const revision = id === undefined ? state.revision : observed(state.revision, id)
  if (revision === undefined || !agree(state.content, shown)) return []
  const isNews = Object.keys(shown).some((name) => state.content[name] === undefined)
  const content = isNews ? { ...state.content, ...shown } : state.content
  return [{ ...state, content, revision: afterLook(revision, reading) }]
}

export const functionRead = (state: FunctionState, reading: Reading): readonly FunctionState[] => {
  if (state.exists !== 'yes') return []
  const { qualifier, shown } = reading
  switch (qualifier.kind) {
    case 'latest':
      return latestRead(state, reading)
    case 'version': {
      const next = showVersion(state, qualifier.number, shown)
      return next === undefined ? [] : [next]
    }
    case 'alias':
      return state.openAliases || state.aliases.has(qualifier.name) ? [state] : []
    default:
      return qualifier satisfies never
  }
}

type Numbered = readonly [number: number, item: JsonObject]

const numberedIn = (items: readonly Json[]): readonly Numbered[] =>
  items.flatMap((item): readonly Numbered[] => {
    const number = versionNumber(text(item, 'Version'))
    return number === undefined || !isObject(item) ? [] : [[number, item]]
  })

/** Of `$LATEST` a list may show what it likes here: what a read shows is judged. */
export const versionsListed = (
  state: FunctionState,
  { call, body }: Reading,
): readonly FunctionState[] => {
  if (state.exists !== 'yes') return []
  const items = member(body, 'Versions')
  if (!Array.isArray(items)) return [state]
  const listed = numberedIn(items)
  const isWhole =
    member(call.input, 'Marker') === undefined &&
    member(call.input, 'MaxItems') === undefined &&
    !text(body, 'NextMarker')
  const numbers = new Set(listed.map(([number]) => number))
  if (isWhole && [...state.versions.keys()].some((number) => !numbers.has(number))) return []
  const next = listed.reduce<FunctionState | undefined>(
    (known, [number, item]) => known && showVersion(known, number, shownContent(item)),
    state,
  )
  return next === undefined ? [] : [next]
}
