import type { RuleId } from '../../generated/rule-ids.ts'
import { ownerOf } from '../aws/host.ts'
import { isLoopback } from '../drivers/credentials.ts'
import type { Driver } from '../drivers/driver.ts'
import { noLedger, openLedger } from '../ledger/ledger.ts'
import type { ShellTarget } from '../report/curl.ts'
import { summarise } from '../report/reduce.ts'
import type { Report } from '../report/report.ts'
import { toolVersion } from './tool-version.ts'
import type { ConformanceEvent, Phase } from './event.ts'
import {
  exploreAll,
  newExploration,
  requireClient,
  requireCreation,
  requireDeletion,
  type Exploration,
} from './explore.ts'
import type { RunOptions, Subject } from './options.ts'
import { planOf } from './plan.ts'
import { defaultRegion, driverFor, regionOf } from './driver-for.ts'
import { replayAll, replayOf, replayReport } from './replay.ts'
import { originOf } from './replay-token.ts'
import { resourcesOf } from './resources.ts'
import { ruleReport } from './rule-report.ts'
import { shardReport } from './shard-report.ts'
import { ruleOf, selectRules, type Kind } from './selection.ts'
import { confirmDeletions } from './confirm-deletions.ts'
import { lastTry } from './last-try.ts'
import { newRunId, openSession, type Session } from './session.ts'
import { settingsFor, withoutRaces } from './settings.ts'
import { asFound, shrinkAll } from './shrink-all.ts'
import { standingOf } from './tally.ts'
import { ticking } from './ticking.ts'
import { verdictOf, type Obstacles, type Verdict } from './verdict.ts'

/** How often a run that waits tells how far it has come. */
const tickMs = 500

const kindOf = (driver: Driver): Kind => driver.client ?? 'endpoint'

const obstaclesOf = (
  session: Session,
  exploration: Exploration,
  rules: readonly RuleId[],
): Obstacles => ({
  judged: new Set(rules),
  unsupported: session.operations.unsupported(),
  denied: session.operations.denied(),
  unsettled: exploration.unsettled,
  few: session.settings.few,
  ...withoutRaces(session.settings),
  isShard: session.settings.shard !== undefined,
  lostReplies: exploration.lostReplies,
  ...(exploration.stopped === undefined ? {} : { stopped: exploration.stopped }),
})

/** Rules decided since the last look, as events. */
const newlyJudged = (
  exploration: Exploration,
  rules: readonly RuleId[],
  told: Map<RuleId, string>,
): readonly ConformanceEvent[] =>
  rules.flatMap((rule): ConformanceEvent[] => {
    const { held, behaviours, breach } = standingOf(exploration.tally, rule)
    const broken = breach !== undefined && ruleOf(rule).level !== 'may'
    const verdict = broken ? 'fail' : held > 0 || behaviours.size > 0 ? 'pass' : undefined
    if (verdict === undefined || told.get(rule) === verdict) return []
    told.set(rule, verdict)
    return [{ kind: 'judged', rule, verdict }]
  })

/** Whose functions they are, as far as it is known: of the credentials, or on AWS by the role, which is of the same account. */
const accountOf = async (
  subject: Subject,
  { role }: RunOptions,
): Promise<{ readonly account?: string }> => {
  if (!('endpoint' in subject) || isLoopback(subject.endpoint)) return {}
  const { credentials } = subject
  const given = typeof credentials === 'function' ? await credentials() : credentials
  const account = given?.accountId ?? (role === undefined ? undefined : ownerOf(role)?.account)
  return account === undefined ? {} : { account }
}

/** A run that cannot tell what it leaves behind goes no further; what it had made is deleted by then. */
const requireLedger = (session: Session): void => {
  const failure = session.failure()
  if (failure !== undefined) throw failure
}

/** The report of a run that has come to its end. `startedAt` is RFC 3339, UTC. */
const reportOf = ({
  session,
  seed,
  startedAt,
  subject,
  asked,
  means,
  rules,
}: {
  readonly session: Session
  readonly seed: number
  readonly startedAt: string
  readonly subject: Pick<Report['subject'], 'endpoint' | 'embedded' | 'region'>
  readonly asked: Pick<Report['run'], 'role' | 'runtime' | 'stopped'>
  readonly means: Pick<Report, 'shard' | 'replay'>
  readonly rules: Report['rules']
}): Report => {
  const { settings, operations } = session
  const denied = Array.from(operations.denied(), ([operation, action]) => ({ operation, action }))
  const { requests, byOperation } = session.spent()
  const server = session.serverHeader()
  return {
    schemaVersion: 1,
    tool: { name: 'lambda-conformance', version: toolVersion },
    edition: settings.edition,
    subject: {
      kind: session.client === undefined ? 'endpoint' : 'wrapper',
      ...(session.client === undefined ? {} : { name: session.client.name }),
      ...subject,
      ...(server === undefined ? {} : { serverHeader: server }),
      operations: operations.seen(),
      ...(settings.without.length === 0 ? {} : { without: settings.without }),
      ...(denied.length === 0 ? {} : { denied }),
    },
    run: {
      seed,
      profile: settings.profile,
      ...asked,
      startedAt,
      durationMs: Math.round(session.elapsedMs()),
      requests,
      requestsByOperation: byOperation,
      resources: resourcesOf(session),
    },
    summary: summarise(rules),
    ...means,
    rules,
  }
}

/**
 * Judges a subject and says along the way what it does; the last event holds the report. Throws SubjectUnavailable where
 * the subject cannot be tested at all, and UsageError for an option that names nothing.
 */
export async function* runConformance(
  subject: Subject,
  options: RunOptions = {},
): AsyncGenerator<ConformanceEvent> {
  const settings = settingsFor(subject, options)
  const replay = settings.replay === undefined ? undefined : replayOf(originOf(settings.replay))
  const driver = await driverFor(subject, settings)
  const rules = selectRules(settings.edition, options.rules, options.skipRules, kindOf(driver))
  const exploration = newExploration()
  const startedAt = new Date().toISOString()
  const told = new Map<RuleId, string>()
  const region = regionOf(subject)
  const target: ShellTarget = {
    endpoint: driver.endpoint,
    region: region ?? defaultRegion,
  }
  const run = newRunId()
  const ledger =
    options.ledger === undefined
      ? noLedger
      : openLedger(options.ledger, {
          run,
          startedAt,
          ...target,
          ...(await accountOf(subject, options)),
        })
  const session = openSession(driver, settings, run, ledger)
  const progress = (phase: Phase): ConformanceEvent => ({
    kind: 'progress',
    phase,
    requests: session.spent().requests,
    rulesJudged: told.size,
    rules: rules.length,
    elapsedMs: session.elapsedMs(),
  })

  const traced = (): readonly ConformanceEvent[] =>
    exploration.recorder.taken().map((trace) => ({ kind: 'traced', trace }))

  try {
    yield { kind: 'planned', plan: planOf(driver.endpoint, settings, rules) }
    if (replay !== undefined) {
      yield { kind: 'phase', phase: 'directed' }
      for await (const _ of ticking(replayAll(session, exploration, rules, replay), tickMs)) {
        yield* newlyJudged(exploration, rules, told)
        yield* traced()
        yield progress('directed')
      }
    } else {
      let phase: Phase = 'probe'
      yield { kind: 'phase', phase }
      for await (const explored of ticking(exploreAll(session, exploration, rules), tickMs)) {
        yield* traced()
        if (explored !== undefined) {
          if (explored.phase !== phase) {
            phase = explored.phase
            yield { kind: 'phase', phase }
          }
          requireLedger(session)
          if (phase === 'probe') {
            requireCreation(explored.attempt)
            requireDeletion(session)
            requireClient(explored.attempt)
          }
          yield* newlyJudged(exploration, rules, told)
        }
        yield progress(phase)
        if (phase === 'probe' && explored !== undefined) {
          yield { kind: 'probed', unsupported: [...session.operations.unsupported()] }
          phase = 'directed'
          yield { kind: 'phase', phase }
        }
      }
    }
    exploration.stopped ??= session.stop()
    const obstacles = obstaclesOf(session, exploration, rules)
    const verdicts = new Map(
      rules.map((rule) => [rule, verdictOf(exploration.tally, rule, obstacles)]),
    )
    const found = asFound(verdicts, options.isKnown)
    const unknown = new Map([...verdicts].filter(([rule]) => !found.has(rule)))
    if ([...unknown.values()].some(({ kind }) => kind === 'fail')) {
      yield { kind: 'phase', phase: 'shrink' }
      for await (const _ of ticking(shrinkAll(session, exploration, unknown, found), tickMs)) {
        yield* traced()
        yield progress('shrink')
      }
    }
    requireLedger(session)
    yield { kind: 'phase', phase: 'clean-up' }
    exploration.recorder.record({
      program: 'clean-up',
      exchanges: [...(await lastTry(session)), ...(await confirmDeletions(session))],
    })
    yield* traced()
    const judged = rules.map((rule) =>
      ruleReport(
        rule,
        verdicts.get(rule) as Verdict,
        target,
        found.get(rule),
        standingOf(exploration.tally, rule).judgingMs,
      ),
    )
    const { shard } = settings
    const report = reportOf({
      session,
      seed: replay?.origin.seed ?? settings.seed,
      startedAt,
      subject: {
        endpoint: driver.endpoint,
        ...('embedded' in subject && subject.embedded ? { embedded: true } : {}),
        ...(region === undefined ? {} : { region }),
      },
      asked: {
        ...(options.role === undefined ? {} : { role: options.role }),
        ...(options.runtime === undefined ? {} : { runtime: options.runtime }),
        ...(exploration.stopped === undefined ? {} : { stopped: exploration.stopped }),
      },
      means: {
        ...(shard === undefined
          ? {}
          : { shard: shardReport(shard, exploration.tally, rules, obstacles) }),
        ...(replay === undefined ? {} : { replay: replayReport(replay, judged, options.seen) }),
      },
      rules: judged,
    })
    yield { kind: 'finished', report }
  } finally {
    await driver.close()
    ledger.close()
  }
}
