import { ReportBuilder, TestBuilder, type Test, type TestStatus } from 'ctrf'
import { failureText } from './failure-text.ts'
import { areaOf, outcomesOf, type RuleOutcome } from './outcome.ts'
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
  const test = new TestBuilder()
    .name(rule.id)
    .testId(rule.id)
    .status(statusOf(judged))
    .rawStatus(rule.verdict)
    .duration(Math.round(rule.durationMs))
    .suite([areaOf(rule.id)])
    .tags([rule.level, rule.basis])
    .extra({
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
    })
  if (outcome.kind !== 'passed') test.message(outcome.message)
  if (failure !== undefined) {
    const options = { width: 100, paint: noColours, interrupted: false }
    test.trace(failureText(report, rule, options).join('\n'))
  }
  return test.build()
}

const problemTest = (file: string, { kind, entry, line, message }: BaselineProblem): Test =>
  new TestBuilder()
    .name(`${kind}: ${entry}`)
    .status('failed')
    .rawStatus(kind)
    .duration(0)
    .suite(['baseline'])
    .message(sanitize(message))
    .extra({ file, ...(line === undefined ? {} : { line }) })
    .build()

const untestedTest = (because: string): Test =>
  new TestBuilder()
    .name('judges-something')
    .status('failed')
    .rawStatus('untested')
    .duration(0)
    .suite(['run'])
    .message(sanitize(because))
    .build()

/** CTRF (ctrf.io), a test per rule. No ids and no times but those of the report: the same report gives the same bytes. */
export const ctrfJson = (report: Report): string => {
  const { verdict, rules } = outcomesOf(report)
  const { file = '', problems = [] } = report.baseline ?? {}
  const { run, subject, edition, tool } = report
  const start = Date.parse(run.startedAt)
  const duration = Math.round(run.durationMs)
  const built = new ReportBuilder()
    .timestamp(run.startedAt)
    .generatedBy(`${tool.name} ${tool.version}`)
    .tool({ name: tool.name, version: tool.version })
    .environment({ reportName: `lambda-conformance: ${sanitize(subjectInWords(subject), 200)}` })
    .addTests(rules.map((judged) => ruleTest(report, judged)))
    .addTests(problems.map((problem) => problemTest(file, problem)))
    .addTests(verdict.kind === 'untested' ? [untestedTest(verdict.because)] : [])
    .summaryOverrides({ start, stop: start + duration, duration })
    .extra({
      edition,
      seed: run.seed,
      profile: run.profile,
      endpoint: subject.endpoint,
      server: subject.serverHeader,
      conformance: report.summary.conformance,
      coverage: report.summary.coverage,
    })
    .build()
  return `${JSON.stringify(built, null, 2)}\n`
}
