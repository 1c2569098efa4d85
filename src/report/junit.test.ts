import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { junitXml } from './junit.ts'
import { arbitraryReport, hostileTexts } from './outcome.fixture.ts'
import { repeatPublishFailure, reportOf, ruleReport } from './report.fixture.ts'
import type { Report } from './report.ts'
import { lostUpdateFailure } from './timeline.fixture.ts'
import { gated } from './verdict.ts'

const schema = readFileSync(new URL('../../spec/report/junit.xsd', import.meta.url), 'utf8')
const errorsOf = async (xml: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({ xml, schema })
  return errors.map(({ message }) => message)
}

const failed = ruleReport('no-change/repeat', 'fail', { failure: repeatPublishFailure })
const listed = { kind: 'expected', reason: 'being mended', issue: 'https://x/1' } as const
const everyKind: Report = reportOf(
  [
    ruleReport('names/a', 'pass', { durationMs: 1_234.5678 }),
    failed,
    ruleReport('names/b', 'fail', { failure: repeatPublishFailure, level: 'should' }),
    ruleReport('names/c', 'fail', { failure: repeatPublishFailure, baseline: listed }),
    ruleReport('names/d', 'harness-error', { reason: 'a bug' }),
    ruleReport('names/e', 'unsupported', { reason: 'AddPermission is not implemented' }),
    ruleReport('names/f', 'pass', { level: 'may', observed: ['inherits', 'overrides'] }),
  ],
  {
    baseline: {
      file: 'known.yaml',
      tolerated: 1,
      problems: [
        { kind: 'stale', entry: 'names/a', line: 7, message: 'names/a passes: remove it' },
      ],
    },
  },
)

/** Numbers of elements, and of the attributes that speak of them. */
const tally = (xml: string) => {
  const sum = (attribute: string) =>
    [...xml.matchAll(/<testsuite [^>]*>/g)]
      .map(([tag]) => Number(new RegExp(` ${attribute}="(\\d+)"`).exec(tag)?.[1]))
      .reduce((total, each) => total + each, 0)
  const whole = (attribute: string) =>
    Number(new RegExp(`<testsuites [^>]*? ${attribute}="(\\d+)"`).exec(xml)?.[1])
  const elements = (name: string) => [...xml.matchAll(new RegExp(`<${name}[ >]`, 'g'))].length
  return {
    elements: ['testcase', 'failure', 'error', 'skipped'].map(elements),
    suites: ['tests', 'failures', 'errors', 'skipped'].map(sum),
    whole: ['tests', 'failures', 'errors', 'skipped'].map(whole),
  }
}

test('a report of every kind of rule keeps the schema, and so does one of nothing', async () => {
  expect(await errorsOf(junitXml(everyKind))).toEqual([])
  expect(await errorsOf(junitXml(reportOf([])))).toEqual([])
})

test.each<[string, (xml: string) => string]>([
  ['a test without a name', (xml) => xml.replace(' name="names/a"', '')],
  ['a test without a time', (xml) => xml.replace(' name="names/a" time="1.235"', ' name="x"')],
  ['a time that is no number', (xml) => xml.replace('time="1.235"', 'time="1,235"')],
  ['a class name of three segments', (xml) => xml.replace('.names"', '.names.x"')],
  ['an unknown attribute', (xml) => xml.replace('<testcase ', '<testcase status="run" ')],
  ['an unknown element', (xml) => xml.replace('<skipped ', '<ignored ')],
  ['a failure without a type', (xml) => xml.replace(' type="must"', '')],
  [
    'properties behind the result',
    (xml) =>
      xml.replace(
        /(<properties>(?:(?!<properties>)[^])*?<\/properties>)\s*(<skipped[^>]*>)/,
        '$2$1',
      ),
  ],
  [
    'a suite without its count of failures',
    (xml) => xml.replace(/(<testsuite [^>]*) failures="\d+"/, '$1'),
  ],
  ['two results', (xml) => xml.replace(/(<skipped[^>]*>)/, '$1$1')],
])('%s breaks the schema', async (_what, harm) => {
  const xml = junitXml(everyKind)
  expect(harm(xml)).not.toBe(xml)
  expect(await errorsOf(harm(xml))).not.toEqual([])
})

test('each rule is a test of its area, with its result, its time and what it rests on', () => {
  const xml = junitXml(everyKind)
  expect(xml).toContain(
    '<testcase classname="127_0_0_1_9001.names" name="names/a" time="1.235">\n      <properties>\n        <property name="level" value="must"/>\n        <property name="basis" value="documented"/>',
  )
  expect(xml).toContain(
    '<failure message="expected Version &quot;1&quot;, already made from this code and configuration, got Version &quot;2&quot;" type="must">✗ no-change/repeat   must, documented\n',
  )
  expect(xml).toContain('<property name="replay" value="1823:4:0:1"/>')
  expect(xml).toContain('<skipped message="should, does not fail the gate: expected Version')
  expect(xml).toContain(
    '<skipped message="tolerated by the baseline (expected to fail, being mended; https://x/1): expected Version',
  )
  expect(xml).toContain('<error message="the harness failed: a bug" type="harness-error"/>')
  expect(xml).toContain('<skipped message="unsupported: AddPermission is not implemented"/>')
  expect(xml).toContain('<property name="observed" value="inherits; overrides"/>')
})

test('of a race the text says who called at once and how it is run again, and has no line for a shell', async () => {
  const xml = junitXml(reportOf([{ ...failed, failure: lostUpdateFailure }]))
  expect(await errorsOf(xml)).toEqual([])
  expect(xml).toContain('\n  timeline  2 clients called at once; ')
  expect(xml).toContain('\n            ✗ 2 client 2  0.6–19.3 ms  UpdateFunctionCode f0 ')
  expect(xml).toContain('--replay 1823:race-code-updates-2:4')
  expect(xml).not.toContain('curl')
})

test('what is wrong with a baseline is a failed test', () => {
  const xml = junitXml(everyKind)
  expect(xml).toContain('<testsuite name="baseline" ')
  expect(xml).toContain('name="stale: names/a" time="0.000">')
  expect(xml).toContain(
    '<failure message="names/a passes: remove it" type="stale">known.yaml:7\nnames/a passes: remove it</failure>',
  )
})

test('a run that judged nothing is an error, not a file of skipped tests', () => {
  const xml = junitXml(reportOf([ruleReport('a/b', 'unexercised')]))
  expect(xml).toContain('<error message="no rule could be judged" type="untested"/>')
  expect(tally(xml).whole).toEqual([2, 0, 1, 1])
})

test('the file is red exactly when the gate is not kept, and its figures are those of its elements', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const { elements, suites, whole } = tally(junitXml(report))
      const [, failures = 0, errors = 0] = whole
      expect(suites).toEqual(elements)
      expect(whole).toEqual(elements)
      expect(failures > 0).toBe(report.gate?.verdict === 'violates')
      expect(failures + errors > 0).toBe(report.gate?.verdict !== 'conforms')
    }),
  )
})

test('no text of a subject breaks the document or the schema', async () => {
  const rules = hostileTexts.map((text) =>
    ruleReport(`a/${text}`, 'fail', {
      title: text,
      observed: [text],
      failure: {
        ...repeatPublishFailure,
        expected: text,
        actual: text,
        replay: text.replaceAll('\0', ''),
        curl: [text],
      },
    }),
  )
  const report = gated(reportOf(rules), 'must')
  const subject = { ...report.subject, name: hostileTexts.join(''), serverHeader: 'true' }
  const xml = junitXml({ ...report, subject })
  expect(await errorsOf(xml)).toEqual([])
  expect(tally(xml).elements).toEqual([hostileTexts.length, hostileTexts.length, 0, 0])
})

test('no generated report breaks the document', async () => {
  const reports = fc.sample(arbitraryReport, { numRuns: 20, seed: 1 })
  for (const report of reports) expect(await errorsOf(junitXml(report))).toEqual([])
})
