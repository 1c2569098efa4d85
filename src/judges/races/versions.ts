import type { Json, JsonObject } from '../../call.ts'
import { member, sameJson, text } from '../../model/json.ts'
import { versionNumber } from '../../model/reply.ts'
import type { Step } from '../../model/trace.ts'
import { say, type Judge } from '../judge.ts'
import {
  answered,
  bodyOf,
  breaksBy,
  called,
  enumerated,
  functionOf,
  given,
  is,
  isAccepted,
  isDeployment,
  isRefused,
  isUnclear,
  isWholeList,
  knownBefore,
  listedBy,
  makesVersion,
  onFunctions,
  uploadOf,
  versionsShownBy,
  type Race,
  type ShownVersion,
  type RaceOpinion,
} from './race.ts'
import { mixtureIn } from './updates.ts'

export const numberOf = (step: Step): number | undefined =>
  versionNumber(text(bodyOf(step), 'Version'))

export const of = (steps: readonly Step[], name: string): readonly Step[] =>
  steps.filter((step) => functionOf(step) === name)

/** Versions cannot be told by their numbers where the function was made twice, or some are deleted. */
const isOneLife = ({ trace }: Race, name: string): boolean =>
  of(trace, name).filter(is('CreateFunction')).length === 1

const deletes = (steps: readonly Step[], name: string): boolean =>
  of(steps, name).some((step) => is('DeleteFunction')(step) && !isRefused(step))

/** The first whole list when all were answered, with the steps before it. */
const listAfter = ({ after, trace }: Race, name: string) => {
  const list = of(after, name).find(
    (step) =>
      is('ListVersionsByFunction')(step) &&
      isWholeList(step) &&
      Array.isArray(bodyOf(step)?.['Versions']),
  )
  return list === undefined ? undefined : { list, until: trace.slice(0, list.index) }
}

const numbersIn = (list: Step): readonly number[] =>
  listedBy(list).flatMap((item) => versionNumber(text(item, 'Version')) ?? [])

const refusedMakesNone = (race: Race, name: string): RaceOpinion => {
  const refused = of(race.calls, name).filter((step) => makesVersion(step) && isRefused(step))
  const found = listAfter(race, name)
  if (refused.length === 0 || found === undefined || !isOneLife(race, name))
    return { kind: 'silent' }
  const making = of(found.until, name).filter(makesVersion)
  const told = new Set(making.flatMap((step) => (isAccepted(step) ? (numberOf(step) ?? []) : [])))
  // One that was accepted and tells no number has made one all the same.
  const unclear = making.filter(
    (step) => isUnclear(step) || (isAccepted(step) && numberOf(step) === undefined),
  ).length
  const untold = numbersIn(found.list).filter((number) => !told.has(number))
  return untold.length <= unclear
    ? { kind: 'holds' }
    : breaksBy(
        [...refused, found.list],
        `the versions that were answered to somebody: ${[...told].join(', ') || 'none'}`,
        `also ${untold.join(', ')}, while ${enumerated(refused.map((step) => `${called(step)} (${answered(step)})`))} ${refused.length === 1 ? 'was' : 'were'} refused`,
      )
}

const changes = is(
  'UpdateFunctionCode',
  'UpdateFunctionConfiguration',
  'DeleteFunction',
  'CreateFunction',
)

/** Publishes, and nothing else that could give them something to publish. */
const publishesAlone = (race: Race, name: string): readonly Step[] => {
  const calls = of(race.calls, name)
  const publishes = calls.filter(is('PublishVersion'))
  const others = calls.filter((step) => changes(step) && !isRefused(step))
  return others.length > 0 || publishes.length < 2 ? [] : publishes
}

const oneVersion = (race: Race, name: string): RaceOpinion => {
  const accepted = publishesAlone(race, name).filter(
    (step) => isAccepted(step) && numberOf(step) !== undefined,
  )
  const known = knownBefore(race, name)
  if (accepted.length < 2 || known === undefined || known.unclear) return { kind: 'silent' }
  const numbers = new Set(accepted.map(numberOf))
  return numbers.size === 1
    ? { kind: 'holds' }
    : breaksBy(
        accepted,
        'one version, because nothing changed between the publishes',
        `Versions ${enumerated([...numbers].map(String))}`,
      )
}

const parallel = (race: Race, name: string): RaceOpinion => {
  // One that is refused for what it gives is refused for that.
  const publishes = publishesAlone(race, name).filter(
    (step) =>
      !isUnclear(step) &&
      given(step, 'RevisionId') === undefined &&
      given(step, 'CodeSha256') === undefined,
  )
  if (publishes.length < 2) return { kind: 'silent' }
  const refused = publishes.find(isRefused)
  return {
    kind: 'shows',
    behaviour:
      refused === undefined
        ? 'all are answered with a version'
        : `some are refused with ${answered(refused)}`,
  }
}

/** What makes a version the version it is. */
export const content = [
  'CodeSha256',
  'CodeSize',
  'Description',
  'Handler',
  'MemorySize',
  'Runtime',
  'Timeout',
] as const

export const differing = (
  one: JsonObject,
  other: JsonObject,
  members: readonly string[],
): string | undefined =>
  members.find((name) => {
    const [a, b] = [member(one, name), member(other, name)]
    return a !== undefined && b !== undefined && !sameJson(a, b)
  })

/** By number, in the order in which they were shown. */
const shownByNumber = (race: Race, name: string): ReadonlyMap<number, readonly ShownVersion[]> => {
  const found = new Map<number, ShownVersion[]>()
  for (const shown of of(race.trace, name).flatMap(versionsShownBy)) {
    const others = found.get(shown.number)
    if (others === undefined) found.set(shown.number, [shown])
    else others.push(shown)
  }
  return found
}

/** Two that show the same number with another value of a member, one of them in the race. */
const atOdds = (shown: readonly ShownVersion[], calls: ReadonlySet<Step>) => {
  const inRace = shown.find(({ step }) => calls.has(step))
  if (inRace === undefined) return undefined
  for (const other of shown) {
    const odd = other === inRace ? undefined : differing(inRace.shown, other.shown, content)
    if (odd !== undefined) return { one: inRace, other, odd }
  }
  return undefined
}

const oneContent = (race: Race, name: string): RaceOpinion => {
  if (!isOneLife(race, name)) return { kind: 'silent' }
  const calls = new Set(race.calls)
  let isCompared = false
  for (const [number, shown] of shownByNumber(race, name)) {
    isCompared ||= shown.length > 1 && shown.some(({ step }) => calls.has(step))
    const found = atOdds(shown, calls)
    if (found === undefined) continue
    const { one, other, odd } = found
    return breaksBy(
      [one.step, other.step],
      `one content behind Version "${number}"`,
      `${odd} ${say(member(one.shown, odd))} in the reply to ${called(one.step)}, ${say(member(other.shown, odd))} in that to ${called(other.step)}`,
    )
  }
  return { kind: isCompared ? 'holds' : 'silent' }
}

const kept = (race: Race, name: string): RaceOpinion => {
  const found = listAfter(race, name)
  if (found === undefined || deletes(found.until, name)) return { kind: 'silent' }
  const made = of(race.calls, name).filter(
    (step) => makesVersion(step) && isAccepted(step) && numberOf(step) !== undefined,
  )
  const listed = numbersIn(found.list)
  const missing = made.filter((step) => !listed.includes(numberOf(step) ?? 0))
  if (made.length === 0) return { kind: 'silent' }
  return missing.length === 0
    ? { kind: 'holds' }
    : breaksBy(
        [...missing, found.list],
        `Version ${enumerated(missing.map((step) => say(text(bodyOf(step), 'Version'))))}, as answered to ${enumerated(missing.map(called))}, in the list`,
        listed.length === 0 ? 'no versions' : enumerated(listed.map(String)),
      )
}

/** Whose package a hash is of: of another call than this one. */
export const uploadedBy = (race: Race, name: string, hash: string | undefined): Step | undefined =>
  of(race.trace, name).find((step) => hash !== undefined && uploadOf(step)?.hash === hash)

const ownCode = (race: Race, name: string): RaceOpinion => {
  const made = of(race.calls, name).filter(
    (step) => isDeployment(step) && isAccepted(step) && numberOf(step) !== undefined,
  )
  const shown = shownByNumber(race, name)
  for (const step of made) {
    const number = numberOf(step) ?? 0
    const looks = shown.get(number) ?? []
    // By a number that others were answered with, too, somebody else's version may be shown.
    const isOnly = looks.every((look) => look.step === step || !makesVersion(look.step))
    const own = uploadOf(step)?.hash
    for (const look of looks) {
      if (look.step.index < step.index || (look.step !== step && !isOnly)) continue
      const hash = text(look.shown, 'CodeSha256')
      const other = hash === own ? undefined : uploadedBy(race, name, hash)
      if (other === undefined) continue
      return breaksBy(
        [step, other, ...(look.step === step ? [] : [look.step])],
        `Version "${number}" with the code that ${called(step)} uploaded (${say(own)})`,
        `${say(hash)}, the code of ${called(other)}, in the reply to ${called(look.step)}`,
      )
    }
  }
  return { kind: made.length > 0 ? 'holds' : 'silent' }
}

const mixedHashAndSize = (race: Race, name: string, shown: JsonObject): string | undefined => {
  const uploads = of(race.trace, name).flatMap((step) => uploadOf(step) ?? [])
  const hash = text(shown, 'CodeSha256')
  const size: Json | undefined = member(shown, 'CodeSize')
  const isMixed =
    uploads.some((upload) => upload.hash === hash && upload.size !== size) &&
    uploads.some((upload) => upload.hash !== hash && upload.size === size)
  return isMixed ? `CodeSha256 ${say(hash)}, CodeSize ${say(size)}` : undefined
}

const mixesNothing = (race: Race, name: string): RaceOpinion => {
  // A description of its own is the version's, not an update's.
  const describes = of(race.trace, name).some(
    (step) => is('PublishVersion')(step) && given(step, 'Description') !== undefined,
  )
  const members = ['Description', 'MemorySize', 'Timeout'].slice(describes ? 1 : 0)
  const looks = of([...race.calls, ...race.after], name).flatMap(versionsShownBy)
  for (const { number, shown, step } of looks) {
    const mixture = mixtureIn(race, name, shown, members) ?? mixedHashAndSize(race, name, shown)
    if (mixture === undefined) continue
    return breaksBy(
      [step],
      `Version "${number}" as $LATEST was between two updates`,
      `${mixture}, which no call asked for together`,
    )
  }
  const isBeside = race.calls.some((step) => changes(step) && isAccepted(step))
  return { kind: isBeside && looks.length > 0 ? 'holds' : 'silent' }
}

export const raceVersionsJudges = {
  'concurrency/refused-publish-makes-no-version': onFunctions(refusedMakesNone),
  'concurrency/version-mixes-no-updates': onFunctions(mixesNothing),
  'concurrency/publishes-of-one-change-make-one-version': onFunctions(oneVersion),
  'concurrency/one-number-one-content': onFunctions(oneContent),
  'concurrency/versions-are-kept': onFunctions(kept),
  'concurrency/deployment-publishes-its-own-code': onFunctions(ownCode),
  'concurrency/publish-beside-publish': onFunctions(parallel),
} as const satisfies Readonly<Record<string, Judge>>
