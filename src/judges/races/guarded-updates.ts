import { text } from '../../model/json.ts'
import type { Step } from '../../model/trace.ts'
import { say, type Judge } from '../judge.ts'
import {
  answered,
  breaksBy,
  called,
  enumerated,
  functionOf,
  given,
  gravest,
  is,
  isAccepted,
  isDryRun,
  latestShownBy,
  onRaces,
  type Race,
  type RaceOpinion,
} from './race.ts'
import { aliasShownBy, isOfSame, isUpdate } from './updates.ts'

const groupedBy = (
  steps: readonly Step[],
  keyOf: (step: Step) => string,
): readonly (readonly Step[])[] => {
  const groups = new Map<string, Step[]>()
  for (const step of steps) groups.set(keyOf(step), [...(groups.get(keyOf(step)) ?? []), step])
  return [...groups.values()]
}

/** Of the calls that gave one RevisionId, those that were accepted: what they were given it for happened once at most. */
const onGuarded = (
  isGuarded: (step: Step) => boolean,
  /** Whether a pair of accepted calls is what the rule is about. */
  isPair: (one: Step, other: Step) => boolean,
): Judge =>
  onRaces((race) => {
    const guarded = race.calls.filter(
      (step) => isGuarded(step) && !isDryRun(step) && given(step, 'RevisionId') !== undefined,
    )
    const groups = groupedBy(guarded, (step) =>
      [functionOf(step), given(step, 'Name'), given(step, 'RevisionId')].join(' '),
    )
    return gravest([
      ...groups.map((group) => atMostOne(group, isPair)),
      ...guarded.map((step) => notOutdated(race, step, isPair)),
    ])
  })

const atMostOne = (
  group: readonly Step[],
  isPair: (one: Step, other: Step) => boolean,
): RaceOpinion => {
  // What one client calls one after another is for the rules about that.
  const isRace = (one: Step, other: Step): boolean =>
    one.exchange.lane !== other.exchange.lane && (isPair(one, other) || isPair(other, one))
  const isWanted = group.some((one) => group.some((other) => isRace(one, other)))
  const accepted = group.filter(isAccepted)
  if (!isWanted || accepted.length === 0) return { kind: 'silent' }
  const both = accepted.filter((one) => accepted.some((other) => isRace(one, other)))
  if (both.length === 0) return { kind: 'holds' }
  return breaksBy(
    both,
    `at most one of ${group.length} calls with RevisionId ${say(given(group[0] as Step, 'RevisionId'))} accepted`,
    `accepted: ${enumerated(both.map(called))}`,
  )
}

/** Accepted with a RevisionId from before the race, although another's update had been answered before it was sent. */
const notOutdated = (
  { before, calls }: Race,
  step: Step,
  isPair: (one: Step, other: Step) => boolean,
): RaceOpinion => {
  const revisionId = given(step, 'RevisionId')
  const isOld = before.some(
    (other) =>
      isOfSame(other, step) &&
      [...latestShownBy(other), ...aliasShownBy(other)].some(
        (shown) => text(shown, 'RevisionId') === revisionId,
      ),
  )
  if (!isAccepted(step) || !isOld) return { kind: 'silent' }
  const earlier = calls.find(
    (other) =>
      isAccepted(other) &&
      !isDryRun(other) &&
      other.exchange.lane !== step.exchange.lane &&
      isOfSame(other, step) &&
      (isPair(other, step) || isPair(step, other)) &&
      other.exchange.endedAtMs < step.exchange.startedAtMs,
  )
  return earlier === undefined
    ? { kind: 'silent' }
    : breaksBy(
        [earlier, step],
        `412 for ${called(step)}, whose RevisionId ${say(revisionId)} was given before ${called(earlier)} changed it`,
        `accepted, ${answered(step)}`,
      )
}

const both =
  (operation: 'UpdateFunctionCode' | 'UpdateFunctionConfiguration' | 'UpdateAlias') =>
  (one: Step, other: Step): boolean =>
    is(operation)(one) && is(operation)(other)

export const raceGuardedUpdatesJudges = {
  'concurrency/one-code-update-by-one-revision-id': onGuarded(isUpdate, both('UpdateFunctionCode')),
  'concurrency/one-configuration-update-by-one-revision-id': onGuarded(
    isUpdate,
    both('UpdateFunctionConfiguration'),
  ),
  'concurrency/one-update-of-either-kind-by-one-revision-id': onGuarded(
    isUpdate,
    (one, other) => is('UpdateFunctionCode')(one) && is('UpdateFunctionConfiguration')(other),
  ),
  'concurrency/one-alias-update-by-one-revision-id': onGuarded(
    is('UpdateAlias'),
    both('UpdateAlias'),
  ),
} as const satisfies Readonly<Record<string, Judge>>
