import { failureText } from './failure-text.ts'
import { junitSubject } from './junit-subject.ts'
import { attributes, content, xmlDocument, type XmlNode } from './junit-xml.ts'
import { areaOf, outcomesOf, type Outcome, type RuleOutcome } from './outcome.ts'
import { noColours } from './paint.ts'
import { sanitize } from './sanitize.ts'
import type { BaselineProblem, Report, RuleReport } from './report.ts'
import { citationInWords } from './words.ts'

type Result = 'passed' | 'failure' | 'error' | 'skipped'
type TestCase = { readonly result: Result; readonly durationMs: number; readonly node: XmlNode }

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

const properties = (values: Readonly<Record<string, string | undefined>>): XmlNode => ({
  property: Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [attributes({ name, value })],
  ),
})

const resultOf = ({ kind }: Outcome): Result => {
  switch (kind) {
    case 'passed':
      return 'passed'
    case 'failed':
      return 'failure'
    case 'broken':
      return 'error'
    case 'tolerated':
    case 'below-gate':
    case 'unjudged':
      return 'skipped'
    default:
      return kind satisfies never
  }
}

const failureLines = (report: Report, rule: RuleReport): readonly string[] =>
  failureText(report, rule, { width: 100, paint: noColours })

const resultNode = (report: Report, { rule, outcome }: RuleOutcome): XmlNode => {
  switch (outcome.kind) {
    case 'passed':
      return {}
    case 'failed':
      return {
        failure: {
          ...attributes({ message: outcome.message, type: rule.level }),
          ...content(failureLines(report, rule)),
        },
      }
    case 'broken':
      return { error: attributes({ message: outcome.message, type: rule.verdict }) }
    case 'tolerated':
    case 'below-gate':
    case 'unjudged':
      return { skipped: attributes({ message: outcome.message }) }
    default:
      return outcome satisfies never
  }
}

const ruleCase = (report: Report, subject: string, judged: RuleOutcome): TestCase => {
  const { rule, outcome } = judged
  const { id, durationMs, failure, observed } = rule
  return {
    result: resultOf(outcome),
    durationMs,
    node: {
      ...attributes({
        classname: `${subject}.${areaOf(id)}`,
        name: id,
        time: seconds(durationMs),
      }),
      properties: properties({
        level: rule.level,
        basis: rule.basis,
        verdict: rule.verdict,
        citation: rule.cites.map(citationInWords).join('; '),
        observed: observed?.join('; '),
        seed: failure?.seed?.toString(),
        replay: failure?.replay,
      }),
      ...resultNode(report, judged),
    },
  }
}

const problemCase = (
  file: string,
  subject: string,
  { kind, entry, line, message }: BaselineProblem,
): TestCase => ({
  result: 'failure',
  durationMs: 0,
  node: {
    ...attributes({
      classname: `${subject}.baseline`,
      name: `${kind}: ${entry}`,
      time: seconds(0),
    }),
    failure: {
      ...attributes({ message: message || kind, type: kind }),
      ...content([`${file}${line === undefined ? '' : `:${line}`}`, message]),
    },
  },
})

/** Without it a run that judged nothing would be a file full of skipped tests, which every reader shows green. */
const untestedCase = (subject: string, because: string): TestCase => ({
  result: 'error',
  durationMs: 0,
  node: {
    ...attributes({ classname: `${subject}.run`, name: 'judges-something', time: seconds(0) }),
    error: attributes({ message: sanitize(because), type: 'untested' }),
  },
})

const counts = (cases: readonly TestCase[]) => {
  const count = (wanted: Result) => cases.filter(({ result }) => result === wanted).length
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}

const suite = (report: Report, name: string, cases: readonly TestCase[]): XmlNode => ({
  ...attributes({
    name,
    timestamp: report.run.startedAt,
    time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    ...counts(cases),
  }),
  properties: properties({
    tool: `${report.tool.name} ${report.tool.version}`,
    edition: report.edition,
    seed: report.run.seed?.toString(),
    profile: report.run.profile,
    endpoint: report.subject.endpoint,
    server: report.subject.serverHeader,
  }),
  testcase: cases.map(({ node }) => node),
})

const suitesOf = (report: Report): readonly (readonly [string, readonly TestCase[]])[] => {
  const subject = junitSubject(report.subject)
  const { verdict, rules } = outcomesOf(report)
  const areas = [...new Set(rules.map(({ rule }) => areaOf(rule.id)))]
  const { file = '', problems = [] } = report.baseline ?? {}
  return [
    ...areas.map((area) => {
      const own = rules.filter(({ rule }) => areaOf(rule.id) === area)
      return [area, own.map((judged) => ruleCase(report, subject, judged))] as const
    }),
    ...(problems.length === 0
      ? []
      : [['baseline', problems.map((each) => problemCase(file, subject, each))] as const]),
    ...(verdict.kind === 'untested'
      ? [['run', [untestedCase(subject, verdict.because)]] as const]
      : []),
  ]
}

/**
 * JUnit XML as Jenkins, GitLab and others read it; `spec/report/junit.xsd` is its schema. One suite per area, one test per
 * rule; `classname` is `subject.area`. Red (a failure or an error) exactly when the gate is not kept. Times are seconds;
 * that of a rule is for judging and shrinking, so the suites do not add up to the run.
 */
export const junitXml = (report: Report): string => {
  const suites = suitesOf(report)
  return xmlDocument({
    testsuites: {
      ...attributes({
        name: `lambda-conformance ${junitSubject(report.subject)}`,
        time: seconds(report.run.durationMs),
        ...counts(suites.flatMap(([, cases]) => cases)),
      }),
      testsuite: suites.map(([name, cases]) => suite(report, name, cases)),
    },
  })
}
