import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotations, withoutCommands } from './github.ts'
import { arbitraryReport, hostileTexts } from './outcome.fixture.ts'
import { repeatPublishFailure as failure, reportOf, ruleReport } from './report.fixture.ts'
import { lostUpdateFailure } from './timeline.fixture.ts'
import { gated } from './verdict.ts'

const failed = ruleReport('no-change/repeat', 'fail', { failure })
const passed = ruleReport('names/a', 'pass')
const below = ruleReport('names/b', 'fail', { failure, level: 'should' })

/** A line as the runner reads it: leading blanks do not count, the old form counts anywhere. */
const commandOf = (line: string) => {
  const [, info, data] = /^\s*::(.*?)::([^]*)$/s.exec(line) ?? []
  if (info !== undefined) {
    const [name = '', properties = ''] = info.split(/ (.*)/s)
    return { name, properties: properties.split(','), data }
  }
  const old = /##\[([^\] ]*).*?\]/.exec(line)
  return old === null ? undefined : { name: old[1], properties: [], data: undefined }
}

test('a failure is an error with its rule, what came, and how to run it again', () => {
  expect(annotations(reportOf([failed, passed]))).toEqual([
    '::error title=no-change/repeat (must)::the title of no-change/repeat%0Aexpected Version "1", already made from this code and configuration, got Version "2"%0Adocs: AWS Lambda API Reference, PublishVersion (2024-08), introduction, second paragraph%0Areplay: lambda-conformance run --endpoint http://127.0.0.1:9001 --rule no-change/repeat --replay 1823:4:0:1',
  ])
})

test('of a race it is said who called at once', () => {
  expect(annotations(reportOf([{ ...failed, failure: lostUpdateFailure }]))[0]).toContain(
    '%0A2 clients called at once: CreateFunction, then at once: UpdateFunctionCode by client 1, UpdateFunctionCode by client 2, then GetFunctionConfiguration%0Adocs: ',
  )
})

test('what is wrong with a baseline points at its line', () => {
  const problems = [
    { kind: 'stale', entry: 'names/*', line: 7, message: 'passes: remove it' },
    { kind: 'unmatched', entry: 'x', message: '100 %' },
  ] as const
  const baseline = { file: 'ci/known, old.yaml', tolerated: 0, problems }
  expect(annotations(reportOf([passed], { baseline }))).toEqual([
    '::error file=ci/known%2C old.yaml,line=7,title=stale entry in the baseline%3A names/*::passes: remove it',
    '::error file=ci/known%2C old.yaml,title=unmatched entry in the baseline%3A x::100 %25',
  ])
})

test('failures below the gate are one warning, tolerated ones none', () => {
  const tolerated = { ...failed, baseline: { kind: 'expected', reason: 'x' } as const }
  expect(annotations(gated(reportOf([passed, below, tolerated]), 'must'))).toEqual([
    '::warning title=1 failure below the gate::names/b: expected Version "1", already made from this code and configuration, got Version "2"',
  ])
})

test.each([
  ['nothing judged', ruleReport('a/b', 'unexercised'), 'untested::no rule'],
  [
    'a fault of the harness',
    ruleReport('a/b', 'harness-error', { reason: 'x' }),
    'a/b%3A no verdict::the harness failed: x',
  ],
])('%s is an error too', (_what, rule, said) => {
  expect(annotations(reportOf([rule]))).toEqual([expect.stringContaining(`::error title=${said}`)])
})

const failures = (count: number) =>
  reportOf(Array.from({ length: count }, (_, index) => ({ ...failed, id: `a/${index}` })))

test('there are ten errors at most, and the last counts the rest', () => {
  expect(annotations(failures(10))).toHaveLength(10)
  expect(annotations(failures(10)).at(-1)).toContain('title=a/9 (must)')
  expect(annotations(failures(38))).toHaveLength(10)
  expect(annotations(failures(38)).at(-1)).toBe(
    '::error title=29 more::all of them are in the job summary',
  )
})

test('no text of a report starts a command or adds a property', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      for (const line of annotations(report)) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        const { name, properties } = commandOf(line) ?? {}
        expect(['error', 'warning']).toContain(name)
        for (const property of properties ?? []) expect(property).toMatch(/^(file|line|title)=/)
        expect(properties?.length).toBeLessThanOrEqual(3)
      }
      const isRed = annotations(report).some((line) => line.startsWith('::error '))
      expect(isRed).toBe(report.gate?.verdict !== 'conforms')
    }),
  )
})

test('what is unseen in a command is made visible', () => {
  const { subject, ...rest } = reportOf([failed])
  const [line] = annotations({
    ...rest,
    subject: { ...subject, kind: 'wrapper', command: 'a\u202eb' },
  })
  expect(line).toContain(String.raw`replay: lambda-conformance wrapper a\u{202e}b`)
})

const token = 'c0ffee-c0ffee-c0ffee'

test('between its two marks no line of a text is a command, whatever it says', () => {
  const texts = [...hostileTexts, `::${token}::`, `x\r::${token.toUpperCase()}::`, `##[${token}]`]
  for (const text of texts) {
    const lines = withoutCommands(`${text}\n::error::x`, token)
      .trimEnd()
      .split(/\r\n|\r|\n/)
    expect(lines[0]).toBe(`::stop-commands::${token}`)
    expect(lines.at(-1)).toBe(`::${token}::`)
    const within = lines.slice(1, -1).map((line) => commandOf(line)?.name?.toLowerCase())
    expect(within).not.toContain(token)
    expect(within.at(-1)).toBe('error')
  }
})

test('text stays as it is, and the end mark has a line of its own', () => {
  expect(withoutCommands('a\n b', token)).toBe(`::stop-commands::${token}\na\n b\n::${token}::\n`)
  expect(withoutCommands('a\n', token)).toBe(`::stop-commands::${token}\na\n::${token}::\n`)
})

test.each(['', 'error', 'a b c d e f g h i j', 'x::y::z::a::b::c'])(
  'the token %j is refused',
  (bad) => {
    expect(() => withoutCommands('a', bad)).toThrow('Failed to stop workflow commands, because')
  },
)
