import type { Json, JsonObject } from '../../call.ts'
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
  given,
  gravest,
  is,
  isAccepted,
  isDryRun,
  isRefused,
  isUnclear,
  latestReadBy,
  latestShownBy,
  onFunctions,
  onRaces,
  overlaps,
  uploadOf,
  versionsShownBy,
  bodyOf,
  type Race,
  type RaceOpinion,
} from './race.ts'

export const isUpdate = is('UpdateFunctionCode', 'UpdateFunctionConfiguration')

export const isOfSame = (one: Step, other: Step): boolean =>
  functionOf(one) === functionOf(other) && given(one, 'Name') === given(other, 'Name')

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

/** An alias as it was made, changed or read. */
export const aliasShownBy = (step: Step): readonly JsonObject[] => {
  const body = bodyOf(step)
  return is('CreateAlias', 'UpdateAlias', 'GetAlias')(step) &&
    isAccepted(step) &&
    body !== undefined
    ? [body]
    : []
}

/** What a step shows of the function or the alias that a call is about. */
const shownOf = (step: Step, call: Step): readonly (string | undefined)[] => {
  if (step === call || functionOf(step) !== functionOf(call)) return []
  if (is('UpdateAlias')(call)) {
    return given(step, 'Name') === given(call, 'Name')
      ? aliasShownBy(step).map((shown) => text(shown, 'Description'))
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

/** The same for an alias, which is read by its name. */
const aliasNotLost = (race: Race, name: string): RaceOpinion => {
  const look = race.after.find(
    (step) => functionOf(step) === name && is('GetAlias')(step) && isAccepted(step),
  )
  const shown = look === undefined ? undefined : text(bodyOf(look), 'Description')
  if (look === undefined || shown === undefined) return { kind: 'silent' }
  const updates = [...race.before.filter(isUnclear), ...race.calls].filter(
    (step) =>
      is('UpdateAlias')(step) &&
      isOfSame(step, look) &&
      !isRefused(step) &&
      given(step, 'Description') !== undefined,
  )
  const last = mayBeLast(updates)
  const isChanged = race.calls.some((step) => is('DeleteAlias', 'CreateAlias')(step))
  if (!updates.some(isAccepted) || isChanged || isGone(race, name)) return { kind: 'silent' }
  return last.some((step) => given(step, 'Description') === shown)
    ? { kind: 'holds' }
    : breaksBy(
        [...last.filter(isAccepted), look],
        `the Description of an accepted update of the alias: ${last.map((step) => say(given(step, 'Description'))).join(', ')}`,
        `${say(shown)} when all were answered`,
      )
}

/** Behaviour of updates that give no RevisionId and meet. */
const unguarded = (race: Race, name: string): RaceOpinion => {
  const all = race.calls.filter(
    (step) =>
      functionOf(step) === name &&
      isUpdate(step) &&
      !isDryRun(step) &&
      given(step, 'RevisionId') === undefined &&
      !isUnclear(step),
  )
  // After a pause one may come when all others are answered.
  const updates = all.filter((step) => all.some((other) => other !== step && overlaps(step, other)))
  if (updates.length === 0 || isGone(race, name)) return { kind: 'silent' }
  const refused = updates.find(isRefused)
  return {
    kind: 'shows',
    behaviour:
      refused === undefined ? 'all are accepted' : `some are refused with ${answered(refused)}`,
  }
}

export const raceUpdatesJudges = {
  'concurrency/refused-update-changes-nothing': leavesNothing(isUpdate),
  'concurrency/refused-alias-update-changes-nothing': leavesNothing(is('UpdateAlias')),
  'concurrency/accepted-update-is-not-lost': onFunctions((race, name) =>
    gravest([notLost(race, name), aliasNotLost(race, name)]),
  ),
  'concurrency/updates-are-not-mixed': onFunctions(notMixed),
  'concurrency/update-beside-update': onFunctions(unguarded),
} as const satisfies Readonly<Record<string, Judge>>
