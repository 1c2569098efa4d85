import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import type { Rule } from '../../spec/rules/rule.ts'
import type { Report, RuleReport } from '../report/report.ts'
import { applied, commentsIn, failing, passing, runOf } from './baseline.fixture.ts'
import { lists, type Baseline } from './baseline.ts'
import { initBaseline } from './init-baseline.ts'
import { parseBaseline } from './parse-baseline.ts'
import { pruneBaseline } from './prune-baseline.ts'
import { updateBaseline } from './update-baseline.ts'

const catalogue: Readonly<Record<string, Rule>> = rules
const pool = ['errors', 'permissions', 'listing'].flatMap((area) =>
  Object.keys(rules)
    .filter((id) => id.startsWith(`${area}/`))
    .slice(0, 4),
)
const mayRule = Object.keys(rules).find((id) => catalogue[id]?.level === 'may') ?? ''
const signatures = [
  'status 200',
  'Version "N"',
  '# "it\'s": {odd}, \\u{202e}…',
  '404 NotFound',
] as const
const operations = ['GetPolicy', 'CreateAlias', 'PublishLayerVersion'] as const

const verdicts = ['pass', 'fail', 'blocked', 'unexercised', 'unsupported', 'undecided'] as const

const someRule = (id: string): fc.Arbitrary<RuleReport> =>
  fc
    .record({ verdict: fc.constantFrom(...verdicts), signature: fc.constantFrom(...signatures) })
    .map(({ verdict, signature }) => {
      const level = catalogue[id]?.level ?? 'must'
      if (level === 'may') return passing(id, { level })
      return verdict === 'fail'
        ? failing(id, signature, { level })
        : { ...passing(id, { level }), verdict }
    })

const someReport: fc.Arbitrary<Report> = fc
  .record({
    rules: fc
      .subarray([...pool, mayRule])
      .chain((ids) => fc.tuple(...ids.map((id) => someRule(id)))),
    operations: fc.dictionary(
      fc.constantFrom(...operations),
      fc.constantFrom('supported' as const, 'unsupported' as const),
    ),
  })
  .map(({ rules: judged, operations: found }) =>
    runOf(judged, { subject: { kind: 'endpoint', endpoint: 'http://x', operations: found } }),
  )

const globs = [...pool, mayRule, 'errors', 'permissions/*', '**', 'nothing/here', 'client/*']
const days = ['2026-11-20', '2026-11-21', '2027-01-31'] as const

const failureEntry = fc.record(
  {
    rule: fc.constantFrom(...globs),
    signature: fc.constantFrom(...signatures),
    expires: fc.constantFrom(...days),
  },
  { requiredKeys: ['rule'] },
)
const flakyEntry = fc.record({ rule: fc.constantFrom(...globs), expires: fc.constantFrom(...days) })
const operationEntry = fc.record({ operation: fc.constantFrom(...operations) })
const selector = (entry: object): string =>
  JSON.stringify(Object.entries(entry).toSorted(([left], [right]) => left.localeCompare(right)))

/** Of a person's own hand: a comment above each entry, one in each, some beside. */
const someText: fc.Arbitrary<string> = fc
  .record({
    expectedFailures: fc.uniqueArray(failureEntry, { maxLength: 6, selector }),
    expectedUnsupported: fc.uniqueArray(operationEntry, { maxLength: 3, selector }),
    knownFlaky: fc.uniqueArray(flakyEntry, { maxLength: 3, selector }),
    flow: fc.boolean(),
  })
  .map(({ flow, ...file }) => {
    let comments = 0
    const comment = (): string => `# c${(comments += 1)}`
    const written = lists.flatMap((list) => {
      const entries = file[list].flatMap((entry) => {
        const members = Object.entries({ ...entry, reason: 'known' }).map(
          ([name, text]) => `${name}: ${JSON.stringify(text)}`,
        )
        return flow
          ? [`  ${comment()}`, `  - { ${members.join(', ')} } ${comment()}`]
          : [`  ${comment()}`, `  - ${members.join(`\n    ${comment()}\n    `)}`]
      })
      return entries.length === 0 ? [] : [comment(), `${list}:`, ...entries]
    })
    return [comment(), '', 'version: 1', ...written, ''].join('\n')
  })

const details = { signatures: true }
const update = (text: string, report: Report): string =>
  updateBaseline(parseBaseline(text, 'k'), report, 'must', details).text
const prune = (text: string, report: Report): string =>
  pruneBaseline(parseBaseline(text, 'k'), report).text

const unsigned = (entry: object): object => ({ ...entry, signature: undefined })

const redIn = (report: Report): unknown => ({
  problems: report.baseline?.problems.map(({ message }) => message),
  newFailures: report.gate?.newFailures,
})
const green = { problems: [], newFailures: [] }

const entriesOf = (text: string): Pick<Baseline, (typeof lists)[number]> => {
  const { baseline } = parseBaseline(text, 'k')
  const [expectedFailures, expectedUnsupported, knownFlaky] = lists.map((list) =>
    baseline[list].map((entry) => ({ ...entry, line: undefined })),
  )
  return { expectedFailures, expectedUnsupported, knownFlaky } as unknown as Baseline
}

test('a new baseline makes the run it is made from green', () => {
  fc.assert(
    fc.property(someReport, fc.boolean(), (report, withSignatures) => {
      const { text } = initBaseline(report, 'must', { signatures: withSignatures })
      expect(redIn(applied(report, text))).toEqual(green)
      expect(update(text, report)).toBe(text)
      expect(prune(text, report)).toBe(text)
    }),
  )
})

test('update and prune make the next run green, whatever stood there', () => {
  const texts = fc.oneof(
    someText,
    someReport.map((report) => initBaseline(report, 'should', details).text),
  )
  fc.assert(
    fc.property(texts, someReport, (text, report) => {
      const updated = update(text, report)
      const mended = prune(updated, report)
      expect(redIn(applied(report, mended))).toEqual(green)
      expect(update(mended, report)).toBe(mended)
      expect(prune(mended, report)).toBe(mended)
      // The other way round, what prune leaves red is made up for.
      expect(redIn(applied(report, update(prune(text, report), report)))).toEqual(green)
    }),
    { numRuns: 300 },
  )
})

test('an update keeps every comment, and the entries in their order', () => {
  fc.assert(
    fc.property(someText, someReport, (text, report) => {
      const updated = update(text, report)
      expect(commentsIn(updated)).toEqual(commentsIn(text))
      const [before, after] = [entriesOf(text), entriesOf(updated)]
      for (const list of lists) {
        expect(after[list].slice(0, before[list].length).map(unsigned)).toEqual(
          before[list].map(unsigned),
        )
      }
    }),
  )
})

test('prune makes nothing red, and touches no entry that is right', () => {
  fc.assert(
    fc.property(someText, someReport, (text, report) => {
      const before = applied(report, text)
      const pruned = prune(text, report)
      const after = applied(report, pruned)
      expect(after.gate?.newFailures).toEqual(before.gate?.newFailures)
      const wrong = new Set(
        (before.baseline?.problems ?? [])
          .filter(({ kind }) => kind !== 'changed')
          .map(({ line }) => line),
      )
      const { baseline } = parseBaseline(text, 'k')
      const [kept, own] = [entriesOf(pruned), commentsIn(pruned)]
      const rightOnes = lists.flatMap((list) =>
        baseline[list].filter(({ line }) => !wrong.has(line)).map((entry) => ({ list, entry })),
      )
      for (const { list, entry } of rightOnes) {
        expect(kept[list]).toContainEqual({ ...entry, line: undefined })
        const above = commentsIn(text.split('\n')[entry.line - 2] ?? '')[0]
        expect(own).toContain(above)
      }
    }),
  )
})
