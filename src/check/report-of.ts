import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { Edition } from '../../spec/editions.ts'
import type { OperationName } from '../../spec/operations.ts'
import { summarise } from '../report/reduce.ts'
import type { Failure, Report, RuleReport } from '../report/report.ts'
import { defaultRegion } from '../run/driver-for.ts'
import { originOf, tokenOf, type Origin } from '../run/replay-token.ts'
import { ruleReport } from '../run/rule-report.ts'
import { standingOf, type Tally } from '../run/tally.ts'
import { toolVersion } from '../run/tool-version.ts'
import { verdictOf, type Obstacles, type Verdict } from '../run/verdict.ts'
import { agreedOn } from './agreed.ts'
import { joinedOperations, joinedTally, shownBreach } from './joined.ts'
import type { Judged } from './judging.ts'
import type { Circumstances, StoredProgram } from './stored.ts'

/** Of a program that no token is known for. A real one has a first action. */
const unknownOrigin = { seed: 0, length: 0, paths: [] }

const isKnown = ({ length }: Origin): boolean => length > 0

/** Where a stored program came from, as far as its file tells. */
export const originOfStored = ({ name, replay }: StoredProgram): Origin => {
  try {
    if (replay !== undefined) return originOf(replay)
  } catch {
    // A token of another release, or none at all.
  }
  return { ...unknownOrigin, program: name }
}

/** Everything that a report is made of. Files, and what each of them tells, in the order in which they were named. */
export type Checked = {
  readonly files: readonly string[]
  readonly judged: readonly Judged[]
  readonly circumstances: readonly Circumstances[]
  readonly edition: Edition
  readonly without: readonly OperationName[]
  /** Lines of which nothing was judged. */
  readonly leftOut: number
  readonly isInterrupted: boolean
  /** RFC 3339, UTC. */
  readonly startedAt: string
  readonly durationMs: number
}

const shownFiles = 3

const filesInWords = (files: readonly string[]): string =>
  files.length <= shownFiles
    ? files.join(', ')
    : `${files.slice(0, shownFiles - 1).join(', ')} and ${files.length - shownFiles + 1} more`

const told = <Name extends keyof Circumstances>(
  circumstances: readonly Circumstances[],
  ...names: readonly Name[]
): Pick<Circumstances, Name> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.fromEntries(
    names.flatMap((name) => {
      const value = agreedOn(circumstances, name)
      return value === undefined ? [] : [[name, value]]
    }),
  ) as Pick<Circumstances, Name>

const subjectOf = ({ files, judged, circumstances, without }: Checked): Report['subject'] => {
  const { endpoint, ...more } = told(circumstances, 'endpoint', 'embedded', 'region', 'name')
  const { operations, denied } = joinedOperations(judged)
  const server = judged.map(({ serverHeader }) => serverHeader).find((each) => each !== undefined)
  return {
    kind: 'recording',
    ...(endpoint === undefined ? {} : more),
    endpoint: endpoint ?? filesInWords(files),
    ...(server === undefined ? {} : { serverHeader: server }),
    operations,
    ...(without.length === 0 ? {} : { without }),
    ...(denied.size === 0
      ? {}
      : { denied: Array.from(denied, ([operation, action]) => ({ operation, action })) }),
  }
}

const stoppedBy = ({ judged, isInterrupted }: Checked): { readonly stopped?: string } => {
  if (isInterrupted) return { stopped: 'cancelled' }
  return judged.some(({ refused }) => refused) ? { stopped: 'no longer authorized' } : {}
}

const runOf = (checked: Checked): Report['run'] => {
  const { judged, circumstances, startedAt, durationMs } = checked
  const byOperation = new Map<OperationName, number>()
  for (const [name, calls] of judged.flatMap((file) => [...file.callsByOperation])) {
    byOperation.set(name, (byOperation.get(name) ?? 0) + calls)
  }
  return {
    ...told(circumstances, 'seed', 'profile', 'role', 'runtime'),
    ...stoppedBy(checked),
    startedAt,
    durationMs: Math.round(durationMs),
    requests: judged.reduce((sum, { calls }) => sum + calls, 0),
    requestsByOperation: Object.fromEntries(byOperation),
    resources: { created: 0, deleted: 0, leaked: 0 },
  }
}

const obstaclesOf = (checked: Checked, rules: readonly RuleId[]): Obstacles => {
  const { unsupported, denied } = joinedOperations(checked.judged)
  return {
    judged: new Set(rules),
    unsupported,
    denied,
    unsettled: false,
    // What nobody knows of a reply says nothing of why a rule was not exercised.
    lostReplies: new Map(),
    ...(checked.judged.some(({ raced }) => raced)
      ? {}
      : { withoutRaces: 'no calls in it were made at the same moment' }),
    ...stoppedBy(checked),
  }
}

/** For shell lines that are not shown. */
const nowhere = 'http://unknown.invalid'

/** A failure as it is stored: tried once, found again by its token where the file has one. */
const failureOf = (
  failure: Failure,
  origins: readonly Origin[],
  endpoint: string | undefined,
): Failure => {
  const { seed: _seed, replay: _replay, ...rest } = failure
  const origin = origins.find(isKnown)
  return {
    ...rest,
    ...(origin === undefined ? {} : { seed: origin.seed, replay: tokenOf(origin) }),
    // Nobody knows where the same requests would have to go.
    ...(endpoint === undefined ? { curl: [], awsCli: [] } : {}),
  }
}

/**
 * As in a run. What a run has shortened the calls of a failure to may break the rule that this one depends on, too, and is a
 * failure all the same.
 */
const verdictIn = (
  { judged }: Checked,
  tally: Tally,
  rule: RuleId,
  obstacles: Obstacles,
): Verdict => {
  const verdict = verdictOf(tally, rule, obstacles)
  const { breach, held } = standingOf(tally, rule)
  return verdict.kind === 'blocked' &&
    breach !== undefined &&
    judged.some(({ broken }) => broken.has(rule))
    ? { kind: 'fail', held, breach }
    : verdict
}

const ruleOf = (checked: Checked, tally: Tally, rule: RuleId, obstacles: Obstacles): RuleReport => {
  const { judged, circumstances } = checked
  const verdict = verdictIn(checked, tally, rule, obstacles)
  const { endpoint, region = defaultRegion } = told(circumstances, 'endpoint', 'region')
  const target = { endpoint: endpoint ?? nowhere, region }
  const { judgingMs } = standingOf(tally, rule)
  if (verdict.kind !== 'fail') return ruleReport(rule, verdict, target, undefined, judgingMs)
  const breach = shownBreach(judged, rule, verdict.breach)
  const counterexample = { breach, seen: 1, tried: 1 }
  const found = { counterexample, shrunkFrom: verdict.breach.finding.at + 1, shrinkingMs: 0 }
  const { failure, ...rest } = ruleReport(rule, verdict, target, found, judgingMs)
  if (failure === undefined) return rest
  const origins = [breach.origin, verdict.breach.origin]
  return { ...rest, failure: failureOf(failure, origins, endpoint) }
}

/** The report on stored calls: the verdicts of a run, but that what nobody exercised stays unexercised. */
export const reportOf = (checked: Checked): Report => {
  const { files, judged, edition, leftOut } = checked
  const tally = joinedTally(judged)
  const ids = ruleIds.filter((id) => tally.has(id))
  const obstacles = obstaclesOf(checked, ids)
  const rules = ids.map((id) => ruleOf(checked, tally, id, obstacles))
  return {
    schemaVersion: 1,
    tool: { name: 'lambda-conformance', version: toolVersion },
    edition,
    subject: subjectOf(checked),
    run: runOf(checked),
    summary: summarise(rules),
    recording: {
      files,
      programs: judged.reduce((sum, { programs }) => sum + programs, 0),
      ...(leftOut === 0 ? {} : { leftOut }),
    },
    rules,
  }
}
