import type { RuleId } from '../../generated/rule-ids.ts'
import { credentialsFor } from '../drivers/credentials.ts'
import type { Driver } from '../drivers/driver.ts'
import { httpDriver } from '../drivers/http.ts'
import { wrapperDriver } from '../wrapper/wrapper-driver.ts'
import type { ShellTarget } from '../report/curl.ts'
import { summarise } from '../report/reduce.ts'
import type { Report } from '../report/report.ts'
import { toolVersion } from './tool-version.ts'
import type { ConformanceEvent, Phase } from './event.ts'
import {
  exploreAll,
  exploreProgram,
  newExploration,
  requireClient,
  requireCreation,
  type Exploration,
} from './explore.ts'
import { maxReplyCharacters } from './keep.ts'
import type { RunOptions, Subject } from './options.ts'
import { planOf } from './plan.ts'
import { actionsOf, originOf } from './replay-token.ts'
import { ruleReport } from './rule-report.ts'
import { ruleOf, selectRules, type Kind } from './selection.ts'
import { openSession, type Session } from './session.ts'
import { settingsFor, type Settings } from './settings.ts'
import { shrinkAll, type Found } from './shrink-all.ts'
import { standingOf } from './tally.ts'
import { ticking } from './ticking.ts'
import { verdictOf, type Obstacles, type Verdict } from './verdict.ts'

const defaultRegion = 'us-east-1'

/** How often a run that waits tells how far it has come. */
const tickMs = 500

const driverFor = async (
  subject: Subject,
  settings: Settings,
  maxRps: number | undefined,
): Promise<Driver> => {
  if ('driver' in subject) return subject.driver
  const region = subject.region ?? defaultRegion
  const startedAt = performance.now()
  const direct = httpDriver({
    endpoint: subject.endpoint,
    region,
    startedAt,
    edition: settings.edition,
    credentials: await credentialsFor(subject.endpoint, subject.credentials),
    timeoutMs: settings.timeoutMs,
    maxReplyBytes: maxReplyCharacters,
    ...(maxRps === undefined ? {} : { maxRps }),
  })
  if (!('client' in subject)) return direct
  const { edition, callTimeoutMs: timeoutMs, signal } = settings
  const maker = subject.client
  return wrapperDriver({ maker, direct, edition, region, timeoutMs, startedAt, signal })
}

const kindOf = (driver: Driver): Kind => driver.client ?? 'endpoint'

const obstaclesOf = (session: Session, exploration: Exploration): Obstacles => ({
  unsupported: session.operations.unsupported(),
  unsettled: exploration.unsettled,
  few: session.settings.few,
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

/** The report of a run that has come to its end. `startedAt` is RFC 3339, UTC. */
const reportOf = ({
  session,
  seed,
  startedAt,
  subject,
  rules,
}: {
  readonly session: Session
  readonly seed: number
  readonly startedAt: string
  readonly subject: Pick<Report['subject'], 'endpoint' | 'embedded'>
  readonly rules: Report['rules']
}): Report => {
  const { settings, count, operations } = session
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
    },
    run: {
      seed,
      profile: settings.profile,
      startedAt,
      durationMs: Math.round(session.elapsedMs()),
      requests,
      requestsByOperation: byOperation,
      resources: { ...count, leaked: count.created - count.deleted },
    },
    summary: summarise(rules),
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
  const replay = settings.replay === undefined ? undefined : originOf(settings.replay)
  const replayed = replay === undefined ? undefined : actionsOf(replay)
  const driver = await driverFor(subject, settings, options.maxRps)
  const rules = selectRules(settings.edition, options.rules, options.skipRules, kindOf(driver))
  const session = openSession(driver, settings)
  const exploration = newExploration()
  const startedAt = new Date().toISOString()
  const told = new Map<RuleId, string>()
  const target: ShellTarget = {
    endpoint: driver.endpoint,
    region: ('region' in subject ? subject.region : undefined) ?? defaultRegion,
  }
  const progress = (phase: Phase): ConformanceEvent => ({
    kind: 'progress',
    phase,
    requests: session.spent().requests,
    rulesJudged: told.size,
    rules: rules.length,
    elapsedMs: session.elapsedMs(),
  })

  try {
    yield { kind: 'planned', plan: planOf(driver.endpoint, settings, rules) }
    if (replay !== undefined && replayed !== undefined) {
      yield { kind: 'phase', phase: 'directed' }
      const program = { name: replay.program, actions: replayed }
      await exploreProgram(session, exploration, rules, program, replay)
      yield* newlyJudged(exploration, rules, told)
    } else {
      let phase: Phase = 'probe'
      yield { kind: 'phase', phase }
      for await (const explored of ticking(exploreAll(session, exploration, rules), tickMs)) {
        if (explored !== undefined) {
          if (explored.phase !== phase) {
            phase = explored.phase
            yield { kind: 'phase', phase }
          }
          if (phase === 'probe') {
            requireCreation(explored.attempt)
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
    const obstacles = obstaclesOf(session, exploration)
    const verdicts = new Map(
      rules.map((rule) => [rule, verdictOf(exploration.tally, rule, obstacles)]),
    )
    const found = new Map<RuleId, Found>()
    if ([...verdicts.values()].some(({ kind }) => kind === 'fail')) {
      yield { kind: 'phase', phase: 'shrink' }
      for await (const _ of ticking(shrinkAll(session, exploration, verdicts, found), tickMs)) {
        yield progress('shrink')
      }
    }
    const report = reportOf({
      session,
      seed: replay?.seed ?? settings.seed,
      startedAt,
      subject: {
        endpoint: driver.endpoint,
        ...('embedded' in subject && subject.embedded ? { embedded: true } : {}),
      },
      rules: rules.map((rule) =>
        ruleReport(
          rule,
          verdicts.get(rule) as Verdict,
          target,
          found.get(rule),
          standingOf(exploration.tally, rule).judgingMs,
        ),
      ),
    })
    yield { kind: 'finished', report, trace: exploration.traces }
  } finally {
    await driver.close()
  }
}
