import { editions, type Edition } from '../../spec/editions.ts'
import type { Call, JsonObject } from '../call.ts'
import { isObject, member, text } from '../model/json.ts'
import { violations } from '../schema/validate.ts'
import { isNoArchive } from './archives.ts'
import type { Answered } from './judge.ts'

/** What may be wrong with a request: a keyword of the schema, or what no schema says. */
export type Defect = {
  readonly kind: string
  /** The member by its path without positions, such as `Content.ZipFile`; "" for the whole body. */
  readonly path: string
}

/** What a length, a pattern, a list of values or a required member says: a constraint of the model (facts F082). */
const constraints: ReadonlySet<string> = new Set([
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'pattern',
  'enum',
  'required',
])

export const isConstraint = ({ kind }: Defect): boolean => constraints.has(kind)

/** Runtimes come and go all year (facts F119): what looks like one may be one by now. */
const familiesOfRuntimes = /^(?:nodejs|python|java|dotnet|ruby|go|provided)/

const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.')

/** What the edition has against the members of a call. */
const schemaDefects = (edition: Edition, call: Call): readonly Defect[] => {
  const byPlace = new Map<string, Defect>()
  for (const { path: pointer, keyword, actual } of violations(
    edition,
    `${call.operation}Request`,
    call.input,
  )) {
    const path = pathOf(pointer)
    const isRuntime = path === 'Runtime' || path.startsWith('CompatibleRuntime')
    const isMaybeRuntime = isRuntime && familiesOfRuntimes.test(actual.replaceAll('"', ''))
    if (keyword === 'enum' && isMaybeRuntime) continue
    byPlace.set(`${keyword} ${path}`, { kind: keyword, path })
  }
  return [...byPlace.values()]
}

const objectVersion = ['S3Bucket', 'S3Key', 'S3ObjectVersion'] as const

const zipDefects = (source: JsonObject, path: string): readonly Defect[] => {
  const zip = text(source, 'ZipFile')
  const isElsewhere = objectVersion.some((name) => text(source, name) !== undefined)
  if (zip === undefined) return []
  const kinds = [
    ...(zip === '' ? ['empty-zip'] : []),
    ...(isNoArchive(zip) ? ['no-archive'] : []),
    ...(isElsewhere ? ['two-sources'] : []),
  ]
  return kinds.map((kind) => ({ kind, path: `${path}ZipFile` }))
}

/** What is wrong with where the code comes from. */
const sourceDefects = ({ operation, input }: Call): readonly Defect[] => {
  if (operation === 'UpdateFunctionCode') {
    const image = text(input, 'ImageUri') === undefined ? [] : [{ kind: 'image', path: 'ImageUri' }]
    return [...zipDefects(input, ''), ...image]
  }
  const content = member(input, 'Content')
  if (operation !== 'PublishLayerVersion' || !isObject(content)) return []
  return Object.keys(content).length === 0
    ? [{ kind: 'no-source', path: 'Content' }]
    : zipDefects(content, 'Content.')
}

const bodyDefect = (body: string): Defect => {
  if (body.trim() === '') return { kind: 'empty', path: '' }
  try {
    const value: unknown = JSON.parse(body)
    return { kind: isObject(value as never) ? 'other' : 'no-object', path: '' }
  } catch {
    return { kind: 'malformed', path: '' }
  }
}

/**
 * All that is wrong with a request of one of the three operations, whatever the function is. A text that is not in base64
 * is no archive, either: that is one defect, the first that is come upon.
 */
export const defectsOf = (call: Call, edition: Edition): readonly Defect[] => {
  const ofCall = found.get(call) ?? new Map<Edition, readonly Defect[]>()
  found.set(call, ofCall)
  const defects = ofCall.get(edition) ?? allDefects(call, edition)
  ofCall.set(edition, defects)
  return defects
}

// Most judges ask, and a schema has to be gone through.
const found = new WeakMap<Call, Map<Edition, readonly Defect[]>>()

const allDefects = (call: Call, edition: Edition): readonly Defect[] => {
  if (call.written?.body !== undefined) return [bodyDefect(call.written.body)]
  const ofSchema = schemaDefects(edition, call)
  const ofSource = sourceDefects(call).filter(
    ({ kind, path }) => kind !== 'no-archive' || !ofSchema.some((defect) => defect.path === path),
  )
  return [...ofSchema, ...ofSource]
}

/** The one thing that is wrong with a request, where there is exactly one. */
export const onlyDefect = ({ call, context }: Answered): Defect | undefined => {
  if (call.partial) return undefined
  const defects = defectsOf(call, context.edition)
  return defects.length === 1 ? defects[0] : undefined
}

/** A service of today is judged by an earlier edition, too: what a later one allows is no breach. */
export const isAllowedLater = ({ call, context }: Answered, { kind, path }: Defect): boolean =>
  editions
    .slice(editions.indexOf(context.edition) + 1)
    .some(
      (later) =>
        !defectsOf(call, later).some((defect) => defect.kind === kind && defect.path === path),
    )
