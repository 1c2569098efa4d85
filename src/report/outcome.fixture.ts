import * as fc from 'fast-check'
import type { BaselineProblem, Failure, Report, RuleReport } from './report.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import { raceStep, reply } from './timeline.fixture.ts'
import { gated } from './verdict.ts'

/** Text that would get out of its place in one format or another. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '</failure></testcase>]]><x a="1">',
  `"'&amp;`,
  'true',
  'a|b\n|---|---|\n| c | d |',
  '``` x ```` y `',
  '\n```\n# heading',
  '[link](https://example.com) ![image](https://example.com/x.png) https://example.com www.example.com',
  '@octocat #1 GH-1 a@example.com',
  '$a$ \\ *b* _c_ ~~d~~',
  '::error::x',
  '\n::set-output name=a::b\r::stop-commands::x',
  '##[error]x',
  '%0A::error title=a,b:c::%25',
  '\u0000\u001b[31m\u202e\u2028',
  'a\ud800b\ufffe\uffff',
  ' ',
  '',
  'x'.repeat(3_000),
] as const

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }))

/** What the harness makes or was given, and takes for a shell line: an address, a token. */
const ours = text.map((each) => each.replaceAll('\0', ''))

/** A race in which a text stands wherever a subject could put one. */
const raceOf = (words: string, clients: number): Pick<Failure, 'steps' | 'impossible'> => ({
  impossible: [0, clients, 7],
  steps: Array.from({ length: clients + 2 }, (_, index) =>
    raceStep(
      [index % (clients + 1), index * 3, index * 3 + words.length],
      'UpdateFunctionConfiguration',
      { Description: words, RevisionId: words, [words]: words },
      index === 2
        ? { lost: words }
        : reply({
            status: index % 2 === 0 ? 200 : 412,
            error: words,
            body: { RevisionId: words, Version: words, CodeSha256: words, Description: index },
          }),
    ),
  ),
})

const rule: fc.Arbitrary<RuleReport> = fc
  .record({
    id: fc.oneof(
      text.map((each) => `a/${each}`),
      fc.constantFrom('no-change/a', 'names/b', 'names/c'),
    ),
    verdict: fc.constantFrom(
      'pass',
      'fail',
      'unsupported',
      'unexercised',
      'blocked',
      'undecided',
      'harness-error',
    ),
    level: fc.constantFrom('must', 'should', 'may'),
    title: text,
    words: text,
    replay: ours,
    reason: fc.option(text, { nil: undefined }),
    isListed: fc.boolean(),
    clients: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
    durationMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
  })
  .map(({ id, verdict, level, title, words, replay, reason, isListed, durationMs, clients }) =>
    ruleReport(id, verdict, {
      level,
      title,
      durationMs,
      ...(reason === undefined ? {} : { reason }),
      ...(level === 'may' ? { observed: [words] } : {}),
      ...(verdict === 'fail'
        ? {
            failure: {
              ...repeatPublishFailure,
              expected: words,
              actual: words,
              explanation: words,
              seen: words,
              replay,
              ...(clients === undefined
                ? { curl: [words] }
                : { curl: [], awsCli: [], ...raceOf(words, clients) }),
            },
          }
        : {}),
      ...(verdict === 'fail' && isListed
        ? { baseline: { kind: 'expected' as const, reason: words, issue: words, expires: words } }
        : {}),
    }),
  )

const problem: fc.Arbitrary<BaselineProblem> = fc
  .record({
    kind: fc.constantFrom('stale', 'expired', 'unmatched', 'changed', 'unlisted'),
    entry: text,
    line: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    message: text,
  })
  .map(({ line, ...rest }) => (line === undefined ? rest : { ...rest, line }))

/** Reports with their gate, of hostile text throughout. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    rules: fc.array(rule, { maxLength: 12 }),
    problems: fc.array(problem, { maxLength: 3 }),
    failOn: fc.constantFrom('must', 'should'),
    kind: fc.constantFrom('endpoint', 'wrapper'),
    endpoint: ours,
    words: text,
  })
  .map(({ rules, problems, failOn, kind, endpoint, words }) => {
    const report = reportOf(rules, { baseline: { file: words, tolerated: 0, problems } })
    const subject = {
      ...report.subject,
      kind,
      name: words,
      command: words,
      endpoint,
      serverHeader: words,
    }
    return gated({ ...report, subject }, failOn)
  })
