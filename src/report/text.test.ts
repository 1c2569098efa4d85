import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { colours, noColours } from './paint.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import type { BaselineProblem, RuleReport } from './report.ts'
import type { TextOptions } from './text-options.ts'
import { reportText } from './text.ts'

const options: TextOptions = {
  width: 100,
  paint: noColours,
}

const violated = ruleReport('no-change/repeat-publish-returns-same-version', 'fail', {
  title: 'a publish with nothing changed returns the existing version',
  failure: repeatPublishFailure,
})

test('a failure reads on its own', () => {
  expect(reportText(reportOf([violated, ruleReport('no-change/other', 'pass')]), options))
    .toMatchInlineSnapshot(`
      "✗ no-change/repeat-publish-returns-same-version   must, documented
        a publish with nothing changed returns the existing version
        expected  Version "1", already made from this code and configuration
        got       Version "2"
        note      PublishVersion answered status 201.
        after     CreateFunction f0 → PublishVersion f0 → PublishVersion f0   (shrunk from 14 calls)
        docs      AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph
        seen      3 of 3 times
        replay    lambda-conformance run --endpoint http://127.0.0.1:9001 --rule no-change/repeat-publish-returns-same-version --replay 1823:4:0:1
        curl      curl -sSi -X POST http://127.0.0.1:9001/2015-03-31/functions
                  curl -sSi -X POST http://127.0.0.1:9001/v

                  pass   fail
      no-change      1      1
      all            1      1

      conforms  must 50 % (1 of 2),  should –
      coverage  100 % (2 of 2 rules judged)
      run       edition 2024-08, standard, seed 1823, 612 calls, 5.2 s
      FAIL  http://127.0.0.1:9001 violates 1 must rule
      "
    `)
})

test('everything short of a failure has its place', () => {
  const report = reportOf(
    [
      ruleReport('publish-version/a', 'pass'),
      ruleReport('publish-version/b', 'fail', {
        level: 'should',
        basis: 'recorded',
        failure: repeatPublishFailure,
      }),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((slug) =>
        ruleReport(`aliases/${slug}`, 'unsupported', { reason: 'CreateAlias is not implemented' }),
      ),
      ruleReport('no-change/blocked', 'blocked', { reason: 'waits for publish-version/b' }),
      ruleReport('no-change/open', 'undecided', { reason: 'a reply was lost' }),
      ruleReport('no-change/never', 'unexercised', { reason: 'no program reached it' }),
      ruleReport('no-change/surveyed', 'pass', {
        level: 'may',
        observed: ['the same bytes make a new version'],
      }),
    ],
    {
      run: { ...reportOf([]).run, resources: { created: 40, deleted: 38, leaked: 2 } },
    },
  )
  expect(reportText(report, options)).toMatchInlineSnapshot(`
    "✗ publish-version/b   should, recorded
      the title of publish-version/b
      expected  Version "1", already made from this code and configuration
      got       Version "2"
      note      a publish with nothing changed returns the existing version. PublishVersion answered
                status 201.
      after     CreateFunction f0 → PublishVersion f0 → PublishVersion f0   (shrunk from 14 calls)
      docs      AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph
      seen      3 of 3 times
      replay    lambda-conformance run --endpoint http://127.0.0.1:9001 --rule publish-version/b --replay 1823:4:0:1
      curl      curl -sSi -X POST http://127.0.0.1:9001/2015-03-31/functions
                curl -sSi -X POST http://127.0.0.1:9001/v

    Not judged: 9 of 12 rules
      undecided (1): a reply was lost
        no-change/open
      blocked (1): waits for publish-version/b
        no-change/blocked
      unexercised (1): no program reached it
        no-change/never
      unsupported (6): CreateAlias is not implemented
        aliases/a, aliases/b, aliases/c, aliases/d and 2 more

    Surveyed, where AWS may do either
      no-change/surveyed
        the same bytes make a new version

                      pass   fail  unsupported  unexercised  blocked  undecided
    publish-version      1      1            ·            ·        ·          ·
    aliases              ·      ·            6            ·        ·          ·
    no-change            1      ·            ·            1        1          1
    all                  2      1            6            1        1          1

    conforms  must 100 % (1 of 1),  should 0 % (0 of 1)
    coverage  25 % (3 of 12 rules judged)
    run       edition 2024-08, standard, seed 1823, 612 calls, 5.2 s
    leftover  2 of 40 resources were not deleted; lambda-conformance sweep deletes them, with --out DIR
              or --ledger DIR if the run had it
    PASS  http://127.0.0.1:9001 violates no must rule that was judged, 1 should failed, 1 must undecided
    "
  `)
})

test('must failures come before should failures', () => {
  const should = ruleReport('a/first', 'fail', { level: 'should', failure: repeatPublishFailure })
  const text = reportText(reportOf([should, violated]), options)
  expect(text.indexOf(violated.id)).toBeLessThan(text.indexOf('✗ a/first'))
})

test.each([
  ['FAIL  http://127.0.0.1:9001 violates 1 must rule', [violated]],
  [
    'PASS  http://127.0.0.1:9001 violates no must rule that was judged',
    [ruleReport('a/b', 'pass')],
  ],
  ['UNTESTED  http://127.0.0.1:9001: no rule could be judged', [ruleReport('a/b', 'blocked')]],
  [
    'ERROR  http://127.0.0.1:9001 is not to blame: the harness failed on 1 rule',
    [ruleReport('a/b', 'harness-error')],
  ],
])('the last line says %s', (line, rules) => {
  expect(reportText(reportOf(rules), options).trimEnd().split('\n').at(-1)).toContain(line)
})

test('a run that was stopped says so', () => {
  const { run } = reportOf([])
  const stopped = reportOf([violated], { run: { ...run, stopped: 'cancelled' } })
  expect(reportText(stopped, options)).toContain('\nINTERRUPTED: FAIL  http://')
})

test('the embedded endpoint is called by what it is, not by its port', () => {
  const { subject } = reportOf([])
  const text = reportText(
    reportOf([violated], { subject: { ...subject, embedded: true } }),
    options,
  )
  expect(text).toContain('FAIL  the embedded reference endpoint violates')
  expect(text).toContain(
    'lambda-conformance run --rule no-change/repeat-publish-returns-same-version --replay 1823:4:0:1',
  )
})

test('the replay of a remote run in another edition says both', () => {
  const report = reportOf([violated], {
    edition: '2019-06',
    subject: { ...reportOf([]).subject, endpoint: 'https://lambda.example.org' },
  })
  expect(reportText(report, options)).toContain(
    'lambda-conformance run --endpoint https://lambda.example.org --allow-remote --edition 2019-06 --rule no-change/repeat-publish-returns-same-version --replay 1823:4:0:1',
  )
})

test('100 % is said only of all', () => {
  const many = Array.from({ length: 2_000 }, (_, index) =>
    ruleReport(`a/${index}`, index === 0 ? 'fail' : 'pass'),
  )
  expect(reportText(reportOf(many), options)).toContain('must 99.9 % (1999 of 2000)')
})

const hostile = '\u001b[2J\u001b]8;;http://evil\u0007<script>\r\n\u202egreen\u009b31m\u0000\ud800'

test('nothing a subject answers reaches the terminal as a command', () => {
  const failure = {
    ...repeatPublishFailure,
    expected: hostile,
    actual: hostile,
    explanation: hostile,
    seen: hostile,
    replay: 'token\u001b[2J',
    curl: [`curl ${hostile}`],
    steps: repeatPublishFailure.steps.map(({ call, ...rest }) => ({
      ...rest,
      call: { ...call, input: { FunctionName: hostile, [hostile]: hostile } },
    })),
  }
  const report = reportOf([
    { ...violated, failure },
    ruleReport('a/b', 'blocked', { reason: hostile }),
    ruleReport('a/c', 'pass', { level: 'may', observed: [hostile] }),
  ])
  expect(reportText(report, options)).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

test('colour adds codes and changes no text', () => {
  const report = reportOf([violated, ruleReport('a/b', 'blocked', { reason: 'waits' })])
  const coloured = reportText(report, { ...options, paint: colours })
  expect(coloured).toContain('\u001b[31m')
  expect(stripVTControlCharacters(coloured)).toBe(reportText(report, options))
})

test.each([60, 80, 120])('at %i columns only lines for copying are wider', (width) => {
  const report = reportOf([
    {
      ...violated,
      failure: { ...repeatPublishFailure, actual: 'x'.repeat(300), expected: 'y z '.repeat(60) },
    },
    ruleReport('a/b', 'blocked', { reason: 'word '.repeat(40) }),
    ruleReport('a/c', 'pass', { level: 'may', observed: ['word '.repeat(40)] }),
  ])
  const wide = reportText(report, { ...options, width })
    .split('\n')
    .filter((line) => line.length > width)
  expect(wide.every((line) => /^( {2}(replay|curl| {10})|✗)/.test(line))).toBe(true)
})

test('a shell line that holds a big package is named, not printed', () => {
  const failure = { ...repeatPublishFailure, curl: ['x'.repeat(93_214)] }
  expect(reportText(reportOf([{ ...violated, failure }]), options)).toContain(
    '# a line of 93,214 characters',
  )
})

test('a run that passes by its baseline says so, and one that needs another baseline too', () => {
  const listed = { ...violated, baseline: { kind: 'expected', reason: 'known' } } as const
  const problem = { kind: 'stale', entry: 'a/b', message: 'a/b passes; delete the entry' } as const
  const baseline = { file: 'known.yaml', tolerated: 1, problems: [] }
  const last = (rules: readonly RuleReport[], problems: readonly BaselineProblem[] = []) =>
    reportText(reportOf(rules, { baseline: { ...baseline, problems } }), options)
      .trimEnd()
      .split('\n')
      .at(-1)
  const held = ruleReport('a/b', 'pass')
  expect(last([listed, held])).toBe(
    'PASS  http://127.0.0.1:9001 violates no must rule that was judged but 1 that the baseline lists',
  )
  expect(last([listed, held], [problem])).toBe(
    'FAIL  http://127.0.0.1:9001 has a baseline that needs a change',
  )
  expect(last([violated, held], [problem, problem])).toBe(
    'FAIL  http://127.0.0.1:9001 violates 1 must rule that the baseline does not list, and has a baseline that needs 2 changes',
  )
})

test('a run that came to no decision on a rule does not read like one that did', () => {
  const rules = [ruleReport('a/b', 'pass'), ruleReport('a/c', 'undecided')]
  expect(reportText(reportOf(rules), options)).toContain(
    'violates no must rule that was judged, 1 must undecided\n',
  )
  const { run } = reportOf([])
  const short = reportOf(rules, { run: { ...run, stopped: 'out of requests' } })
  expect(reportText(short, options)).toContain(', 1 must undecided (out of requests)\n')
})

test('a failure run again is told by what became of it, and nothing else', () => {
  const replay = { token: '1:2:3', outcome: 'fixed', reason: 'a/b holds' } as const
  const text = reportText(reportOf([ruleReport('a/b', 'pass')], { replay }), options)
  expect(text).toBe(
    'run       edition 2024-08, standard, seed 1823, 612 calls, 5.2 s\nFIXED  http://127.0.0.1:9001: a/b holds\n',
  )
})

test('a shard speaks of its part alone', () => {
  const shard = { index: 2, of: 4, unsettled: false, few: false, lostReplies: {}, standings: {} }
  expect(reportText(reportOf([violated], { shard }), options)).toMatch(
    /\nSHARD 2\/4, its part alone: FAIL {2}.*\n$/,
  )
})

test('a title of a report from elsewhere reaches no terminal as it is', () => {
  const foreign = { ...violated, title: 'a\u001b[2Jb\u202ec' }
  expect(reportText(reportOf([foreign]), options)).toContain('a\\u{1b}[2Jb\\u{202e}c')
})
