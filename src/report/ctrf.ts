import type { CTRFReport, Test, TestStatus } from 'ctrf'
import { failureText } from './failure-text.ts'
import { areaOf, outcomesOf, type RuleOutcome } from './outcome.ts'
import { jsonText } from './json-text.ts'
import { noColours } from './paint.ts'
import { replayCommand } from './replay-command.ts'
import type { BaselineProblem, Report } from './report.ts'
import { sanitize } from './sanitize.ts'
import { subjectInWords } from './text-options.ts'
import { citationInWords } from './words.ts'

/**
 * Red (`failed`) exactly when the gate is not kept: the format knows no error, and every reader takes a file without
 * `failed` for green. `rawStatus` has the verdict itself.
 */
const statusOf = ({ rule, outcome }: RuleOutcome): TestStatus => {
  switch (outcome.kind) {
    case 'passed':
      return 'passed'
    case 'failed':
    case 'broken':
      return 'failed'
    case 'tolerated':
    case 'below-gate':
      return 'other'
    case 'unjudged':
      return rule.verdict === 'unsupported'
        ? 'skipped'
        : rule.verdict === 'undecided'
          ? 'other'
          : 'pending'
    default:
      return outcome satisfies never
  }
}

const ruleTest = (report: Report, judged: RuleOutcome): Test => {
  const { rule, outcome } = judged
  const { failure, observed, baseline } = rule
  const options = { width: 100, paint: noColours, interrupted: false }
  return {
    name: rule.id,
    status: statusOf(judged),
    duration: Math.round(rule.durationMs),
    testId: rule.id,
    suite: [areaOf(rule.id)],
    ...(outcome.kind === 'passed' || outcome.message === '' ? {} : { message: outcome.message }),
    ...(failure === undefined ? {} : { trace: failureText(report, rule, options).join('\n') }),
    rawStatus: rule.verdict,
    tags: [rule.level, rule.basis],
    extra: {
      title: rule.title,
      citations: rule.cites.map(citationInWords),
      ...(observed === undefined ? {} : { observed }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(failure === undefined
        ? {}
        : {
            seed: failure.seed,
            replay: failure.replay,
            replayCommand: replayCommand(report, failure, rule.id),
            seen: failure.seen,
            signature: failure.signature,
          }),
    },
  }
}

const problemTest = (file: string, { kind, entry, line, message }: BaselineProblem): Test => ({
  name: `${kind}: ${entry}`,
  status: 'failed',
  duration: 0,
  suite: ['baseline'],
  message: sanitize(message),
  rawStatus: kind,
  extra: { file, ...(line === undefined ? {} : { line }) },
})

const untestedTest = (because: string): Test => ({
  name: 'judges-something',
  status: 'failed',
  duration: 0,
  suite: ['run'],
  message: sanitize(because),
  rawStatus: 'untested',
})

const summaryOf = (tests: readonly Test[], start: number, duration: number) => {
  const count = (status: TestStatus): number =>
    tests.filter((test) => test.status === status).length
  const suites = new Set(tests.flatMap(({ suite = [] }) => suite)).size
  return {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: count('pending'),
    other: count('other'),
    start,
    stop: start + duration,
    ...(suites === 0 ? {} : { suites }),
    duration,
  }
}

/** CTRF (ctrf.io), a test per rule. No ids and no times but those of the report: the same report gives the same bytes. */
export const ctrfJson = (report: Report): string => {
  const { verdict, rules } = outcomesOf(report)
  const { file = '', problems = [] } = report.baseline ?? {}
  const { run, subject, edition, tool } = report
  const tests = [
    ...rules.map((judged) => ruleTest(report, judged)),
    ...problems.map((problem) => problemTest(file, problem)),
    ...(verdict.kind === 'untested' ? [untestedTest(verdict.because)] : []),
  ]
  const built: CTRFReport = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: tool.name, version: tool.version },
      summary: summaryOf(tests, Date.parse(run.startedAt), Math.round(run.durationMs)),
      tests,
      environment: { reportName: `lambda-conformance: ${sanitize(subjectInWords(subject), 200)}` },
    },
    timestamp: run.startedAt,
    generatedBy: `${tool.name} ${tool.version}`,
    extra: {
      edition,
      seed: run.seed,
      profile: run.profile,
      endpoint: subject.endpoint,
      server: subject.serverHeader,
      conformance: report.summary.conformance,
      coverage: report.summary.coverage,
    },
  }
  return jsonText(built, 2)
}
