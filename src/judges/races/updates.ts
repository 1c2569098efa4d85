import type { Json } from '../../call.ts'
import { member, sameJson, text } from '../../model/json.ts'
import type { Step } from '../../model/trace.ts'
import { say, type Judge } from '../judge.ts'
import {
  answered,
  breaksBy,
  called,
  deletesFunction,
  enumerated,
  functionOf,
  functionsIn,
  given,
  gravest,
  is,
  isAccepted,
  isDryRun,
  isRefused,
  isUnclear,
  latestReadBy,
  latestShownBy,
  onRaces,
  uploadOf,
  versionsShownBy,
  bodyOf,
  type Race,
  type RaceOpinion,
} from './race.ts'

const isUpdate = is('UpdateFunctionCode', 'UpdateFunctionConfiguration')

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
  onRaces(({ calls }) => {
    const guarded = calls.filter(
      (step) => isGuarded(step) && !isDryRun(step) && given(step, 'RevisionId') !== undefined,
    )
    const groups = groupedBy(guarded, (step) =>
      [functionOf(step), given(step, 'Name'), given(step, 'RevisionId')].join(' '),
    )
    return gravest(groups.map((group) => atMostOne(group, isPair)))
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

const both =
  (operation: 'UpdateFunctionCode' | 'UpdateFunctionConfiguration' | 'UpdateAlias') =>
  (one: Step, other: Step): boolean =>
    is(operation)(one) && is(operation)(other)

/** A value that a call sets and no other call of the trace gives: where it is seen the call has taken effect. */
type Mark = { readonly member: 'CodeSha256' | 'Description'; readonly value: string }

const markOf = (step: Step, steps: readonly Step[]): Mark | undefined => {
  const others = steps.filter((other) => other !== step)
  const hash = is('UpdateFunctionCode')(step) ? uploadOf(step)?.hash : undefined
  if (hash !== undefined && others.every((other) => uploadOf(other)?.hash !== hash)) {
    return { member: 'CodeSha256', value: hash }
  }
  const description = given(step, 'Description')
  return description !== undefined &&
    description !== '' &&
    others.every((other) => given(other, 'Description') !== description)
    ? { member: 'Description', value: description }
    : undefined
}

/** What a step shows of the function or the alias that a call is about. */
const shownOf = (step: Step, call: Step): readonly (string | undefined)[] => {
  if (step === call || functionOf(step) !== functionOf(call)) return []
  if (is('UpdateAlias')(call)) {
    const isOfAlias = is('UpdateAlias', 'GetAlias', 'CreateAlias')(step) && isAccepted(step)
    return isOfAlias && given(step, 'Name') === given(call, 'Name')
      ? [text(bodyOf(step), 'Description')]
      : []
  }
  const name = is('UpdateFunctionCode')(call) ? 'CodeSha256' : 'Description'
  return [...latestShownBy(step), ...versionsShownBy(step).map(({ shown }) => shown)].map((shown) =>
    text(shown, name),
  )
}

const leavesNothing = (isCall: (step: Step) => boolean): Judge =>
  onRaces(({ calls, after, trace }) => {
    const refused = calls.filter((step) => isCall(step) && isRefused(step) && !isDryRun(step))
    return gravest(
      refused.map((step): RaceOpinion => {
        const mark = markOf(
          step,
          trace.filter((other) => functionOf(other) === functionOf(step)),
        )
        const looks = [...calls, ...after].filter((other) => shownOf(other, step).length > 0)
        if (mark === undefined || looks.length === 0) return { kind: 'silent' }
        const seen = looks.find((other) => shownOf(other, step).includes(mark.value))
        return seen === undefined
          ? { kind: 'holds' }
          : breaksBy(
              [step, seen],
              `nothing of what ${called(step)} asked for, which was answered ${answered(step)}`,
              `${mark.member} ${say(mark.value)} in the reply to ${called(seen)}`,
            )
      }),
    )
  })

/** Members that the updates of races set together. */
const settings = ['Description', 'MemorySize', 'Timeout'] as const

/** Those that may be the last: no other that was accepted was sent after they had been answered. */
const mayBeLast = (updates: readonly Step[]): readonly Step[] =>
  updates.filter(
    (one) =>
      !isAccepted(one) ||
      !updates.some(
        (other) => isAccepted(other) && other.exchange.startedAtMs > one.exchange.endedAtMs,
      ),
  )

type Asked = { readonly member: string; readonly valueOf: (step: Step) => Json | undefined }

const askedMembers: readonly Asked[] = [
  { member: 'CodeSha256', valueOf: (step) => uploadOf(step)?.hash },
  ...settings.map((name) => ({
    member: name,
    valueOf: (step: Step) =>
      is('UpdateFunctionConfiguration')(step) ? member(step.exchange.call.input, name) : undefined,
  })),
]

const isGone = ({ before, calls }: Race, name: string): boolean =>
  [...before, ...calls].some(
    (step) => deletesFunction(step) && functionOf(step) === name && !isRefused(step),
  )

const notLost = (race: Race, name: string): RaceOpinion => {
  const look = race.after.find(
    (step) => functionOf(step) === name && latestReadBy(step) !== undefined,
  )
  const shown = look === undefined ? undefined : latestReadBy(look)
  if (look === undefined || shown === undefined || isGone(race, name)) return { kind: 'silent' }
  if (text(shown, 'LastUpdateStatus') === 'Failed') return { kind: 'silent' }
  const isOf = (step: Step): boolean =>
    functionOf(step) === name && isUpdate(step) && !isDryRun(step)
  // One that was never answered may take effect at any time later, also in the midst of the race.
  const updates = [
    ...race.before.filter((step) => isOf(step) && isUnclear(step)),
    ...race.calls.filter((step) => isOf(step) && !isRefused(step)),
  ]
  return gravest(
    askedMembers.map(({ member: asked, valueOf }): RaceOpinion => {
      const setting = updates.filter((step) => valueOf(step) !== undefined)
      const last = mayBeLast(setting)
      const value = member(shown, asked)
      if (!setting.some(isAccepted) || value === undefined) return { kind: 'silent' }
      if (last.some((step) => sameJson(valueOf(step), value))) return { kind: 'holds' }
      return breaksBy(
        [...last.filter(isAccepted), look],
        `${asked} ${enumerated(last.map((step) => say(valueOf(step)))).replace(' and ', ' or ')}, as accepted from ${enumerated(last.filter(isAccepted).map(called))}`,
        `${say(value)} when all were answered`,
      )
    }),
  )
}

/** Every update of the function sets all of these together, so that they can only change together. */
const writersOf = (race: Race, name: string): readonly Step[] | undefined => {
  const writers = race.trace.filter(
    (step) =>
      functionOf(step) === name && is('CreateFunction', 'UpdateFunctionConfiguration')(step),
  )
  const isWhole = writers.every((step) =>
    settings.every((setting) => member(step.exchange.call.input, setting) !== undefined),
  )
  return isWhole ? writers : undefined
}

/** Why these settings were never asked for together, or undefined where they were, or nobody asked for one of them. */
export const mixtureIn = (
  race: Race,
  name: string,
  shown: Readonly<Record<string, Json>>,
  members: readonly string[] = settings,
): string | undefined => {
  const writers = writersOf(race, name)
  if (writers === undefined) return undefined
  const writing = (setting: string) =>
    writers.filter((step) =>
      sameJson(member(step.exchange.call.input, setting), member(shown, setting)),
    )
  const byMember = members.map(writing)
  if (byMember.some((each) => each.length === 0)) return undefined
  if (writers.some((step) => byMember.every((each) => each.includes(step)))) return undefined
  return members.map((setting) => `${setting} ${say(member(shown, setting))}`).join(', ')
}

const notMixed = (race: Race, name: string): RaceOpinion => {
  const looks = [...race.calls, ...race.after].filter((step) => functionOf(step) === name)
  const shown = looks.flatMap((step) => latestShownBy(step).map((latest) => ({ step, latest })))
  const updates = race.calls.filter(
    (step) => functionOf(step) === name && is('UpdateFunctionConfiguration')(step),
  )
  const hasRace = updates.length > 1 && updates.some(isAccepted)
  const mixed = shown.find(({ latest }) => mixtureIn(race, name, latest) !== undefined)
  if (mixed === undefined) return { kind: hasRace && shown.length > 0 ? 'holds' : 'silent' }
  return breaksBy(
    [mixed.step],
    'the settings of one update',
    `${mixtureIn(race, name, mixed.latest)}, which no update asked for together`,
  )
}

const onFunctions = (opine: (race: Race, name: string) => RaceOpinion): Judge =>
  onRaces((race) => gravest(functionsIn(race).map((name) => opine(race, name))))

/** Behaviour of updates that give no RevisionId and meet. */
const unguarded = (race: Race, name: string): RaceOpinion => {
  const updates = race.calls.filter(
    (step) =>
      functionOf(step) === name &&
      isUpdate(step) &&
      !isDryRun(step) &&
      given(step, 'RevisionId') === undefined &&
      !isUnclear(step),
  )
  const lanes = new Set(updates.map(({ exchange }) => exchange.lane))
  if (lanes.size < 2 || isGone(race, name)) return { kind: 'silent' }
  const refused = updates.find(isRefused)
  return {
    kind: 'shows',
    behaviour:
      refused === undefined ? 'all are accepted' : `some are refused with ${answered(refused)}`,
  }
}

export const raceUpdatesJudges = {
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
  'concurrency/refused-update-changes-nothing': leavesNothing(isUpdate),
  'concurrency/refused-alias-update-changes-nothing': leavesNothing(is('UpdateAlias')),
  'concurrency/accepted-update-is-not-lost': onFunctions(notLost),
  'concurrency/updates-are-not-mixed': onFunctions(notMixed),
  'concurrency/update-beside-update': onFunctions(unguarded),
} as const satisfies Readonly<Record<string, Judge>>
