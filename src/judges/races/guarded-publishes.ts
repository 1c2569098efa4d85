import { member, text } from '../../model/json.ts'
import type { Step } from '../../model/trace.ts'
import { say, type Judge } from '../judge.ts'
import {
  bodyOf,
  breaksBy,
  called,
  given,
  gravest,
  is,
  isAccepted,
  latestShownBy,
  makesVersion,
  onFunctions,
  versionsShownBy,
  type Race,
  type RaceOpinion,
} from './race.ts'
import { content, differing, numberOf, of, uploadedBy } from './versions.ts'

/** What had a RevisionId when it was shown, and which step showed it. */
const seenWith = (race: Race, name: string, revisionId: string) =>
  of(race.trace, name)
    .flatMap((step) => latestShownBy(step).map((shown) => ({ step, shown })))
    .find(({ shown }) => text(shown, 'RevisionId') === revisionId)

const isMaker = (step: Step, number: number | undefined): boolean =>
  makesVersion(step) && isAccepted(step) && numberOf(step) === number

/**
 * Publishes that were accepted with a precondition, and made the version they were answered with: where there is nothing to
 * publish the existing one may come back, whatever the precondition (spec/decisions/order-of-preconditions.md).
 */
const guardedMakers = (
  race: Race,
  name: string,
  precondition: 'RevisionId' | 'CodeSha256',
): readonly Step[] => {
  const ofFunction = of(race.trace, name)
  const before = new Set(
    of(race.before, name).flatMap((step) => versionsShownBy(step).map(({ number }) => number)),
  )
  return of(race.calls, name).filter((step) => {
    const number = numberOf(step)
    const asked = given(step, precondition)
    if (!is('PublishVersion')(step) || !isAccepted(step) || asked === undefined) return false
    return (
      number !== undefined &&
      !before.has(number) &&
      ofFunction.every(
        (other) =>
          !isMaker(other, number) ||
          (is('PublishVersion')(other) && given(other, precondition) === asked),
      )
    )
  })
}

const whatWasSeen = (race: Race, name: string): RaceOpinion =>
  gravest(
    guardedMakers(race, name, 'RevisionId').map((step): RaceOpinion => {
      const seen = seenWith(race, name, given(step, 'RevisionId') ?? '')
      const body = bodyOf(step)
      if (seen === undefined || body === undefined) return { kind: 'silent' }
      const members = content.filter((each) => each !== 'Description')
      const other = differing(seen.shown, body, members)
      return other === undefined
        ? { kind: 'holds' }
        : breaksBy(
            [seen.step, step],
            `${other} ${say(member(seen.shown, other))}, which $LATEST had with the RevisionId given`,
            `${say(member(body, other))} in Version ${say(text(body, 'Version'))}`,
          )
    }),
  )

const thatCode = (race: Race, name: string): RaceOpinion =>
  gravest(
    guardedMakers(race, name, 'CodeSha256').map((step): RaceOpinion => {
      const asked = given(step, 'CodeSha256')
      const hash = text(bodyOf(step), 'CodeSha256')
      if (asked === '' || hash === undefined) return { kind: 'silent' }
      if (hash === asked) return { kind: 'holds' }
      const other = uploadedBy(race, name, hash)
      return other === undefined
        ? { kind: 'silent' }
        : breaksBy(
            [step, other],
            `a version of the code with CodeSha256 ${say(asked)}, or a refusal`,
            `Version ${say(text(bodyOf(step), 'Version'))} with ${say(hash)}, the code of ${called(other)}`,
          )
    }),
  )

export const raceGuardedPublishesJudges = {
  'concurrency/guarded-publish-publishes-what-was-seen': onFunctions(whatWasSeen),
  'concurrency/checked-publish-publishes-that-code': onFunctions(thatCode),
} as const satisfies Readonly<Record<string, Judge>>
