import { ruleIds, type RuleId } from '../../generated/rule-ids.ts'
import type { OperationName } from '../../spec/operations.ts'
import { summarise } from '../report/reduce.ts'
import type { Failure, Report, RuleReport, ShardReport } from '../report/report.ts'
import { misfit, shardsInOrder, type Shard } from './merge-fit.ts'
import { mostNames } from './resources.ts'
import { reasonOf } from './rule-report.ts'
import type { Standing, Tally } from './tally.ts'
import { verdictOf, type Obstacles, type Verdict } from './verdict.ts'

/** What is kept of a breach that a shard saw; a shard that calls it blocked has not shrunk it. */
type Evidence = { readonly failure: Failure | undefined }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const firstOf = <Value>(values: readonly (Value | undefined)[]): Value | undefined =>
  values.find((value) => value !== undefined)

const added = <Key extends string>(
  counts: readonly Readonly<Partial<Record<Key, number>>>[],
): Readonly<Partial<Record<Key, number>>> => {
  const totals = new Map<string, number>()
  for (const each of counts) {
    for (const [key, count] of Object.entries<number | undefined>(each)) {
      totals.set(key, (totals.get(key) ?? 0) + (count ?? 0))
    }
  }
  // The keys are those of the counts.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(totals) as Partial<Record<Key, number>>
}

/** Of the counterexamples the shards came to, the shortest one; of several the first. */
const shortest = (failures: readonly (Failure | undefined)[]): Failure | undefined =>
  failures
    .filter((failure) => failure !== undefined)
    .toSorted((a, b) => a.steps.length - b.steps.length)[0]

const standingOf = (id: RuleId, shards: readonly Shard[]): Standing<Evidence> => {
  const standings = shards.flatMap(({ shard }) => shard.standings[id] ?? [])
  const seen = shards.flatMap((shard) => shard.rules.filter((rule) => rule.id === id))
  const failure = shortest(seen.map((rule) => rule.failure))
  const unproven = firstOf(standings.map((standing) => standing.unproven))
  const excusedBy = firstOf(standings.map((standing) => standing.excusedBy))
  const crash = firstOf(standings.map((standing) => standing.crash))
  return {
    held: sum(standings.map(({ held }) => held)),
    judgingMs: sum(seen.map(({ durationMs }) => durationMs)),
    behaviours: new Set(standings.flatMap(({ observed }) => observed ?? [])),
    ...(standings.some(({ broken }) => broken) ? { breach: { failure } } : {}),
    ...(unproven === undefined ? {} : { unproven }),
    ...(excusedBy === undefined ? {} : { excusedBy }),
    ...(crash === undefined ? {} : { crash }),
  }
}

/** An operation that ever succeeded is there, whichever shard called it. */
const operationsOf = (shards: readonly Shard[]): Report['subject']['operations'] => {
  const seen = shards.flatMap(({ subject }) => Object.entries(subject.operations))
  const supported = seen.filter(([, is]) => is === 'supported')
  return Object.fromEntries([...seen, ...supported])
}

/** What the caller had no right to, whichever shard asked; one that did it tells that there is a right. */
const deniedOf = (
  shards: readonly Shard[],
  operations: Report['subject']['operations'],
): NonNullable<Report['subject']['denied']> => {
  const denied = shards.flatMap(({ subject }) => subject.denied ?? [])
  const actions = new Map(denied.map(({ operation, action }) => [operation, action]))
  return Array.from(actions, ([operation, action]) => ({ operation, action })).filter(
    ({ operation }) => operations[operation] !== 'supported',
  )
}

const obstaclesOf = (
  parts: readonly ShardReport[],
  judged: ReadonlySet<string>,
  operations: Report['subject']['operations'],
  denied: NonNullable<Report['subject']['denied']>,
): Obstacles => {
  const stopped = firstOf(parts.map((part) => part.stopped))
  const withoutRaces = firstOf(parts.map((part) => part.withoutRaces))
  const lost = added(parts.map((part) => part.lostReplies))
  const unsupported = Object.entries(operations).filter(([, is]) => is === 'unsupported')
  return {
    judged,
    unsupported: new Set(unsupported.map(([name]) => name as OperationName)),
    denied: new Map(denied.map(({ operation, action }) => [operation, action])),
    unsettled: parts.some((part) => part.unsettled),
    few: parts.some((part) => part.few),
    lostReplies: new Map(Object.entries(lost).map(([program, count]) => [program, count ?? 0])),
    ...(stopped === undefined ? {} : { stopped }),
    ...(withoutRaces === undefined ? {} : { withoutRaces }),
  }
}

const mergedRule = (
  { id, title, level, basis, edition, cites }: RuleReport,
  standing: Standing<Evidence>,
  verdict: Verdict<Evidence>,
): RuleReport => {
  const reason = reasonOf(verdict)
  const observed = verdict.kind === 'pass' ? verdict.observed : undefined
  const failure = verdict.kind === 'fail' ? verdict.breach.failure : undefined
  return {
    id,
    title,
    level,
    basis,
    edition,
    cites,
    verdict: verdict.kind,
    held: verdict.kind === 'pass' || verdict.kind === 'fail' ? verdict.held : 0,
    durationMs: Number(standing.judgingMs.toFixed(3)),
    ...(reason === undefined ? {} : { reason }),
    ...(observed === undefined ? {} : { observed }),
    ...(failure === undefined ? {} : { failure }),
  }
}

const isKnown = (id: string): id is RuleId => (ruleIds as readonly string[]).includes(id)

/** Requests and resources add up; the shards ran side by side, so the time is that of the longest. */
const mergedRun = (
  shards: readonly Shard[],
  { seed, profile, role, runtime }: Report['run'],
): Report['run'] => {
  const stopped = firstOf(shards.map(({ run }) => run.stopped))
  const runs = shards.map(({ run }) => run)
  const resources = runs.map((run) => run.resources)
  const left = resources.flatMap((each) => each.left ?? [])
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(profile === undefined ? {} : { profile }),
    ...(role === undefined ? {} : { role }),
    ...(runtime === undefined ? {} : { runtime }),
    ...(stopped === undefined ? {} : { stopped }),
    startedAt: runs.map(({ startedAt }) => startedAt).toSorted()[0] ?? '',
    durationMs: Math.max(...runs.map(({ durationMs }) => durationMs)),
    requests: sum(runs.map(({ requests }) => requests)),
    requestsByOperation: added(runs.map(({ requestsByOperation }) => requestsByOperation)),
    resources: {
      created: sum(resources.map(({ created }) => created)),
      deleted: sum(resources.map(({ deleted }) => deleted)),
      leaked: sum(resources.map(({ leaked }) => leaked)),
      ...(resources.some(({ kept }) => kept !== undefined)
        ? { kept: sum(resources.map(({ kept = 0 }) => kept)) }
        : {}),
      ...(left.length === 0 ? {} : { left: left.slice(0, mostNames) }),
    },
  }
}

/**
 * One report from those of the shards of a run, with the verdicts that the run would have come to unsharded: they are
 * concluded anew, from what all shards saw. Throws `UsageError` where the reports are not the shards of one run.
 */
export const mergeReports = (reports: readonly { file: string; report: Report }[]): Report => {
  const shards = shardsInOrder(reports)
  misfit(shards)
  const [first] = shards
  if (first === undefined) throw new Error('Failed to merge, because there is no report')
  const { file: _file, shard: _, gate: _gate, baseline: _baseline, ...whole } = first
  const { denied: _denied, ...subject } = whole.subject
  const operations = operationsOf(shards)
  const denied = deniedOf(shards, operations)
  const obstacles = obstaclesOf(
    shards.map(({ shard }) => shard),
    new Set(first.rules.map(({ id }) => id)),
    operations,
    denied,
  )
  const ids = first.rules.map(({ id }) => id).filter(isKnown)
  const tally: Tally<Evidence> = new Map(ids.map((id) => [id, standingOf(id, shards)]))
  const rules = first.rules.flatMap((rule) => {
    const { id } = rule
    const standing = isKnown(id) ? tally.get(id) : undefined
    return standing === undefined || !isKnown(id)
      ? []
      : [mergedRule(rule, standing, verdictOf(tally, id, obstacles))]
  })
  return {
    ...whole,
    subject: { ...subject, operations, ...(denied.length === 0 ? {} : { denied }) },
    run: mergedRun(shards, first.run),
    summary: summarise(rules),
    rules,
  }
}
