import { expect, test } from 'vitest'
import { repeatPublishFailure as failure, reportOf, ruleReport } from '../report.fixture.ts'
import type { Report, VerdictName } from '../report.ts'
import { countsInWords } from './counts.ts'
import { groupNames } from './group.ts'
import { matrixFrom, runOn } from './matrix.fixture.ts'
import { noteInWords } from './notes.ts'

/** Reports that say this of one rule; nothing where they lack it. */
const groupOfRule = (
  verdicts: readonly (VerdictName | undefined)[],
  observed: readonly (readonly string[])[] = [],
) => {
  const { groups } = matrixFrom(
    ...verdicts.map((verdict, index) =>
      runOn(
        `h${index}`,
        verdict === undefined
          ? []
          : [
              ruleReport('a/b', verdict, {
                ...(verdict === 'fail' ? { failure } : {}),
                ...(observed[index] === undefined
                  ? {}
                  : { level: 'may', observed: observed[index] }),
              }),
            ],
      ),
    ),
  )
  return groupNames.filter((name) => groups[name].length > 0)
}

test.each<[readonly (VerdictName | undefined)[], string]>([
  [['pass', 'fail'], 'contradicted'],
  [['pass', 'fail', 'blocked', undefined], 'contradicted'],
  [['pass', 'unexercised'], 'differing'],
  [['fail', 'blocked'], 'differing'],
  [['fail', 'fail'], 'failing'],
  [['fail', undefined], 'failing'],
  [['pass', 'pass'], 'alike'],
  [['pass', undefined], 'alike'],
  [['unsupported', 'unsupported'], 'alike'],
])('%j stands under %s', (verdicts, group) => {
  expect(groupOfRule(verdicts)).toEqual([group])
})

test.each([
  { observed: [['x'], ['y']], group: 'surveyed' },
  {
    observed: [
      ['x', 'y'],
      ['y', 'x', 'x'],
    ],
    group: 'alike',
  },
  { observed: [['x'], []], group: 'alike' },
])('behaviours $observed stand under $group', ({ observed, group }) => {
  expect(groupOfRule(['pass', 'pass'], observed)).toEqual([group])
})

test('behaviours that differ are shown side by side also where a third run saw none', () => {
  expect(groupOfRule(['pass', 'pass', 'unexercised'], [['x'], ['y'], []])).toEqual(['surveyed'])
})

const failed = (id: string) => ruleReport(id, 'fail', { failure })
const passed = (id: string) => ruleReport(id, 'pass')

test('within an area those come first on which the subjects differ most', () => {
  const { groups } = matrixFrom(
    runOn('a', [passed('x/one'), passed('y/one'), passed('x/two'), passed('x/three')]),
    runOn('b', [passed('x/one'), failed('y/one'), failed('x/two'), failed('x/three')]),
    runOn('c', [failed('x/one'), failed('y/one'), failed('x/two'), passed('x/three')]),
    runOn('d', [passed('x/one'), failed('y/one'), passed('x/two'), passed('x/three')]),
  )
  expect(groups.contradicted.map(({ id }) => id)).toEqual(['x/two', 'x/one', 'x/three', 'y/one'])
})

test('a rule that only a later report has is there, with nothing under the first', () => {
  const { groups, size } = matrixFrom(runOn('a', []), runOn('b', [passed('x/new')]))
  expect(groups.alike).toMatchObject([{ id: 'x/new', cells: [undefined, { verdict: 'pass' }] }])
  expect(size).toBe(1)
})

test('a subject that comes twice is told by its file', () => {
  const { subjects } = matrixFrom(runOn('a', []), runOn('b', []), runOn('a', []))
  expect(subjects.map(({ letter, name, short }) => [letter, name, short])).toEqual([
    ['A', 'http://a (run-0/report.json)', 'run-0/report.json'],
    ['B', 'http://b', 'http://b'],
    ['C', 'http://a (run-2/report.json)', 'run-2/report.json'],
  ])
})

const notesFor = (...overs: readonly Partial<Report>[]): readonly string[] =>
  matrixFrom(...overs.map((over, index) => runOn(`h${index}`, [passed('x/y')], over))).notes.map(
    (note) => noteInWords(note),
  )

const { run, subject } = reportOf([])

test('runs that fit together get no note', () => {
  expect(notesFor({}, { run: { ...run, startedAt: '2027-01-01T00:00:00.000Z' } })).toEqual([])
})

test.each<[string, Partial<Report>]>([
  [
    'editions differ: 2024-08 (A, C), 2018-11 (B); a rule that one of them lacks stands as –',
    { edition: '2018-11' },
  ],
  [
    String.raw`versions of the tool differ: 0.1.0 (A, C), 9\u{1b}[2J (B); a rule may be judged in another way`,
    { tool: { name: 'lambda-conformance', version: '9\u001b[2J' } },
  ],
  [
    'kinds of subject differ: endpoint (A, C), wrapper (B); each kind has rules of its own, the others show –',
    { subject: { ...subject, kind: 'wrapper' } },
  ],
  [
    'profiles differ: standard (A, C), deep (B); a longer run may find what a shorter one does not come to',
    { run: { ...run, profile: 'deep' } },
  ],
  [
    'seeds differ: 1823 (A, C), 7 (B); the subjects were asked different things',
    { run: { ...run, seed: 7 } },
  ],
])('%s', (note, over) => {
  expect(notesFor({}, over, {})).toEqual([note])
})

test('rules that not every report has, and levels that changed, are noted', () => {
  const { notes } = matrixFrom(
    runOn('a', [passed('x/one'), passed('x/two')]),
    runOn('b', [ruleReport('x/one', 'pass', { level: 'should' })]),
  )
  expect(notes.map((note) => noteInWords(note))).toEqual([
    'not every report has every rule: 2 of 2 (A), 1 of 2 (B); what is not there stands as –',
    'the level of 1 rule differs; the first report that has it is followed',
  ])
})

test('counts are words: one rule fails, two fail', () => {
  const both = [failed('x/one'), passed('x/two')]
  expect(countsInWords(matrixFrom(runOn('a', both), runOn('b', [failed('x/one')])))).toBe(
    'Of 2 rules 1 fails on all, 1 is the same on all.',
  )
  expect(countsInWords(matrixFrom(runOn('a', []), runOn('b', [])))).toBe(
    'Of 0 rules none was asked for.',
  )
})
