import { createHash } from 'node:crypto'
import type { Call, JsonObject } from '../../call.ts'
import { isObject, member, text } from '../../model/json.ts'
import { errorName, fateOf, flag, shownIn, successBody, versionNumber } from '../../model/reply.ts'
import { functionNameOf, qualifierOf } from '../../model/step.ts'
import type { FunctionState } from '../../model/state.ts'
import type { Step, Trace } from '../../model/trace.ts'
import type { Context, Finding, Judge } from '../judge.ts'

/** Calls of several clients at the same moment, in the order of their replies, and what was asked one by one around them. */
export type Race = {
  readonly trace: Trace
  readonly calls: readonly Step[]
  /** From the first step on to the one before the first of the calls. */
  readonly before: readonly Step[]
  /** What came when all were answered, up to the next race. */
  readonly after: readonly Step[]
}

const isOfLane = ({ exchange }: Step): boolean => exchange.lane !== undefined

const racesIn = (trace: Trace): readonly Race[] => {
  const races: Race[] = []
  for (let from = 0; from < trace.length;) {
    const rest = trace.slice(from)
    const start = rest.findIndex(isOfLane)
    if (start < 0) break
    const length = rest.slice(start).findIndex((step) => !isOfLane(step))
    const end = length < 0 ? rest.length : start + length
    const next = rest.slice(end).findIndex(isOfLane)
    races.push({
      trace,
      calls: rest.slice(start, end),
      before: trace.slice(0, from + start),
      after: rest.slice(end, next < 0 ? undefined : end + next),
    })
    from += end
  }
  return races
}

/** What one race says of one rule. `by`: the steps that cannot all have come about as they were answered. */
export type RaceOpinion =
  | { readonly kind: 'silent' }
  | { readonly kind: 'holds' }
  | { readonly kind: 'shows'; readonly behaviour: string }
  | { readonly kind: 'unproven'; readonly because: string }
  | {
      readonly kind: 'breaks'
      readonly expected: string
      readonly actual: string
      readonly by: readonly Step[]
    }

export const breaksBy = (
  by: readonly Step[],
  expected: string,
  actual: string,
): Extract<RaceOpinion, { kind: 'breaks' }> => ({ kind: 'breaks', expected, actual, by })

/** Of the opinions on several parts of one race the one that weighs most. */
export const gravest = (opinions: readonly RaceOpinion[]): RaceOpinion =>
  opinions.find(({ kind }) => kind === 'breaks') ??
  opinions.find(({ kind }) => kind === 'shows') ??
  opinions.find(({ kind }) => kind === 'holds') ??
  opinions.find(({ kind }) => kind === 'unproven') ?? { kind: 'silent' }

/** A judge that looks at each race by itself; the first breach ends it. All of the race is its evidence. */
export const onRaces =
  (opine: (race: Race, context: Context) => RaceOpinion): Judge =>
  (trace, context): Finding => {
    let held = 0
    let unproven: string | undefined
    const behaviours = new Set<string>()
    for (const race of racesIn(trace)) {
      const opinion = opine(race, context)
      switch (opinion.kind) {
        case 'breaks': {
          const impossible = opinion.by.map(({ index }) => index)
          const at = Math.max(...race.calls.map(({ index }) => index), ...impossible)
          const { expected, actual } = opinion
          return { kind: 'violated', at, expected, actual, impossible }
        }
        case 'holds':
          held += 1
          break
        case 'shows':
          behaviours.add(opinion.behaviour)
          break
        case 'unproven':
          unproven = opinion.because
          break
        case 'silent':
          break
        default:
          return opinion satisfies never
      }
    }
    if (behaviours.size > 0) return { kind: 'observed', behaviours: [...behaviours] }
    if (held > 0) return { kind: 'held', times: held }
    return unproven === undefined ? { kind: 'silent' } : { kind: 'unproven', because: unproven }
  }

export const isAccepted = ({ exchange }: Step): boolean => fateOf(exchange.outcome) === 'accepted'
export const isRefused = ({ exchange }: Step): boolean => fateOf(exchange.outcome) === 'refused'

/** It may have taken effect or not, or may yet. */
export const isUnclear = ({ exchange }: Step): boolean => fateOf(exchange.outcome) === 'unclear'

export const is =
  (...operations: readonly Call['operation'][]) =>
  ({ exchange }: Step): boolean =>
    operations.includes(exchange.call.operation)

export const given = ({ exchange }: Step, name: string): string | undefined =>
  text(exchange.call.input, name)

export const bodyOf = ({ exchange }: Step): JsonObject | undefined => successBody(exchange.outcome)

export const isDryRun = ({ exchange }: Step): boolean => flag(exchange.call, 'DryRun')
export const isDeployment = (step: Step): boolean =>
  is('UpdateFunctionCode')(step) && flag(step.exchange.call, 'Publish') && !isDryRun(step)

/** A call that makes a version where it is accepted. */
export const makesVersion = (step: Step): boolean =>
  is('PublishVersion')(step) ||
  isDeployment(step) ||
  (is('CreateFunction')(step) && flag(step.exchange.call, 'Publish'))

export const functionOf = ({ exchange }: Step): string => functionNameOf(exchange.call)

/** The functions that the calls of a race are about. */
const functionsIn = ({ calls }: Race): readonly string[] => [
  ...new Set(calls.map(functionOf).filter((name) => name !== '')),
]

/** A judge that looks at each function of a race by itself. */
export const onFunctions = (opine: (race: Race, name: string) => RaceOpinion): Judge =>
  onRaces((race) => gravest(functionsIn(race).map((name) => opine(race, name))))

/** As it was known when the race began. */
export const knownBefore = ({ before }: Race, name: string): FunctionState | undefined =>
  before.at(-1)?.after.functions.get(name)

/** The whole function, not one of its versions. */
export const deletesFunction = (step: Step): boolean =>
  is('DeleteFunction')(step) && qualifierOf(step.exchange.call) === undefined

/** $LATEST as a read shows it, or undefined for another call, a version, or a refusal. */
export const latestReadBy = (step: Step): JsonObject | undefined => {
  const qualifier = qualifierOf(step.exchange.call)
  const isRead = is('GetFunctionConfiguration', 'GetFunction')(step) && isAccepted(step)
  return isRead && (qualifier === undefined || qualifier === '$LATEST')
    ? shownIn(step.exchange.outcome)
    : undefined
}

/** Configurations of $LATEST in a reply: of a read, an update that publishes nothing, a creation, a list. */
export const latestShownBy = (step: Step): readonly JsonObject[] => {
  if (!isAccepted(step)) return []
  const read = latestReadBy(step)
  if (read !== undefined) return [read]
  const body = bodyOf(step)
  const isUpdate = is('UpdateFunctionCode', 'UpdateFunctionConfiguration', 'CreateFunction')(step)
  if (isUpdate && !makesVersion(step) && !isDryRun(step)) return body === undefined ? [] : [body]
  return listedBy(step).filter((item) => text(item, 'Version') === '$LATEST')
}

/** The items of a list of versions, $LATEST among them. */
export const listedBy = (step: Step): readonly JsonObject[] => {
  const versions = is('ListVersionsByFunction')(step) ? bodyOf(step)?.['Versions'] : undefined
  return Array.isArray(versions) ? versions.filter((item) => isObject(item)) : []
}

export const isWholeList = (step: Step): boolean =>
  isAccepted(step) &&
  !text(bodyOf(step), 'NextMarker') &&
  member(step.exchange.call.input, 'Marker') === undefined

export type ShownVersion = {
  readonly number: number
  readonly shown: JsonObject
  readonly step: Step
}

/** Versions in a reply, by number: of a publish, a read by number, a list. */
export const versionsShownBy = (step: Step): readonly ShownVersion[] => {
  if (!isAccepted(step)) return []
  const isOne = makesVersion(step) || is('GetFunctionConfiguration', 'GetFunction')(step)
  const one = isOne ? shownIn(step.exchange.outcome) : undefined
  return [...(one === undefined ? [] : [one]), ...listedBy(step)].flatMap((shown) => {
    const number = versionNumber(text(shown, 'Version'))
    return number === undefined ? [] : [{ number, shown, step }]
  })
}

/** Base64 SHA-256 and size in bytes of the package that a call uploads. */
export type Upload = { readonly hash: string; readonly size: number }

const uploads = new WeakMap<Call, Upload>()

export const uploadOf = ({ exchange: { call } }: Step): Upload | undefined => {
  const zip =
    text(call.input, 'ZipFile') ??
    text(call.input['Content'], 'ZipFile') ??
    text(call.input['Code'], 'ZipFile')
  if (zip === undefined) return undefined
  const known = uploads.get(call)
  if (known !== undefined) return known
  const bytes = Buffer.from(zip, 'base64')
  const upload = {
    hash: createHash('sha256').update(bytes).digest('base64'),
    size: bytes.length,
  }
  uploads.set(call, upload)
  return upload
}

/** Under way at the same moment. */
export const overlaps = (one: Step, other: Step): boolean =>
  one.exchange.startedAtMs < other.exchange.endedAtMs &&
  other.exchange.startedAtMs < one.exchange.endedAtMs

/** A call for a message, with who made it. */
export const called = ({ exchange: { call, lane } }: Step): string =>
  lane === undefined ? call.operation : `${call.operation} of client ${lane}`

/** How it was answered, for a message. */
export const answered = ({ exchange: { outcome } }: Step): string => {
  if (outcome.kind === 'lost') return 'no reply'
  const name = errorName(outcome)
  return name === undefined ? String(outcome.status) : `${outcome.status} ${name}`
}

/** "a, b and c" */
export const enumerated = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
