import { expect, onTestFinished, test, vi } from 'vitest'
import { UsageError } from '../run/errors.ts'
import { yaml } from './baseline.fixture.ts'
import { parseBaseline } from './parse-baseline.ts'

const entry = (...lines: readonly string[]): string => yaml('expectedFailures:', ...lines)

test('a baseline is read with the lines of its entries', () => {
  const text = yaml(
    '# why',
    'expectedFailures:',
    '  - rule: no-change/*',
    '    signature: "Version \\"N\\""',
    '    reason: >',
    '      in two',
    '      lines',
    '    issue: https://example.com/1',
    '    expires: 2027-01-31',
    'expectedUnsupported:',
    '  - { operation: CreateAlias, reason: none }',
    'knownFlaky:',
    '',
    '  - { rule: errors, reason: odd, expires: 2028-02-29 }',
  )
  expect(parseBaseline(text, 'known.yaml').baseline).toEqual({
    file: 'known.yaml',
    expectedFailures: [
      {
        rule: 'no-change/*',
        signature: 'Version "N"',
        reason: 'in two lines',
        issue: 'https://example.com/1',
        expires: '2027-01-31',
        line: 4,
      },
    ],
    expectedUnsupported: [{ operation: 'CreateAlias', reason: 'none', line: 12 }],
    knownFlaky: [{ rule: 'errors', reason: 'odd', expires: '2028-02-29', line: 15 }],
  })
})

test('JSON is a baseline too, and so is one without entries', () => {
  const { baseline } = parseBaseline(
    '{"version": 1,\n "expectedFailures": [\n  {"rule": "a/b", "reason": "c"}]}',
    'known.json',
  )
  expect(baseline.expectedFailures).toEqual([{ rule: 'a/b', reason: 'c', line: 3 }])
  expect(parseBaseline('version: 1', 'x').baseline).toMatchObject({ knownFlaky: [] })
})

test('two entries for one rule stand together where they tolerate different things', () => {
  const text = entry(
    '  - { rule: a/b, signature: one, reason: c }',
    '  - { rule: a/b, signature: two, reason: c }',
    '  - { rule: a/b, reason: c }',
    '  - { rule: a/b, reason: c, expires: 2027-01-31 }',
  )
  expect(parseBaseline(text, 'x').baseline.expectedFailures).toHaveLength(4)
})

test.each<[string, string, string]>([
  ['nothing', '', '(k): it is empty; a baseline begins with "version: 1"'],
  ['a list', '- a', '(k): it is a list; a baseline begins with'],
  ['text', 'known', '(k): it is text; a baseline begins with'],
  ['no version', 'knownFlaky: []', '(k): it has no version; begin it with "version: 1"'],
  ['another version', 'version: 2', '(k, line 1): version 2 is not known'],
  [
    'an unknown key',
    yaml('expectedFailure: []'),
    '(k, line 2): unknown key "expectedFailure". Did you mean "expectedFailures"?',
  ],
  [
    'a misspelt key, which is missing too',
    entry('  - rule: a/b', '    reson: x'),
    '(k, line 4): unknown key "reson". Did you mean "reason"?',
  ],
  ['the key __proto__', yaml('__proto__: 1'), '(k, line 2): unknown key "__proto__".'],
  ['no reason', entry('  - rule: a/b'), '(k, line 3): the entry has no "reason"; give a text'],
  ['no rule', entry('  - reason: a'), '(k, line 3): the entry has no "rule"; give a rule of'],
  ['an empty reason', entry('  - rule: a', '    reason:'), '(k, line 4): "reason" has no value'],
  ['a blank reason', entry('  - rule: a', '    reason: " "'), '(k, line 4): "reason" is empty'],
  ['a number', entry('  - rule: 5', '    reason: a'), '(k, line 3): "rule" is not text: 5; give'],
  [
    'a day that is none',
    entry('  - rule: a', '    reason: b', '    expires: 2026-02-30'),
    '(k, line 5): "expires" is no day of the calendar, written YYYY-MM-DD: "2026-02-30"',
  ],
  [
    'a flaky rule for ever',
    yaml('knownFlaky:', '  - rule: a', '    reason: b'),
    '(k, line 3): the entry has no "expires"; give a day like 2027-01-31',
  ],
  [
    'a link that is a script',
    entry('  - rule: a', '    reason: b', '    issue: javascript:alert(1)'),
    '(k, line 5): "issue" is not right: "javascript:alert(1)"; give a URL',
  ],
  [
    'an operation that is none',
    yaml('expectedUnsupported:', '  - operation: PublishVersoin', '    reason: a'),
    '(k, line 3): there is no operation "PublishVersoin". Did you mean "PublishVersion"?',
  ],
  ['a mapping for a list', entry('  rule: a'), '(k, line 3): "expectedFailures" is not a list'],
  ['an entry of text', entry('  - a/b'), '(k, line 3): the entry is not a mapping: "a/b"'],
  ['a key twice', 'version: 1\nversion: 1', '(k, line 2): it has "version" twice; leave one'],
  [
    'a key of an entry twice',
    entry('  - rule: a', '    reason: b', '    reason: c'),
    '(k, line 5): it has "reason" twice; leave one',
  ],
  ['a key that is a list', '? [a]\n: b', '(k, line 1): a key is no text'],
  [
    'an entry twice',
    entry('  - { rule: a, reason: b }', '  - { rule: a, reason: c }'),
    '(k, line 4): it repeats the entry of line 3; delete one of them',
  ],
  [
    'a glob without quotes',
    entry('  - rule: */x', '    reason: a'),
    '(k, line 3): */x names nothing; text with any of',
  ],
  [
    'a glob read as a tag',
    entry('  - rule: !x/*', '    reason: a'),
    '(k, line 3): it is no YAML: Unresolved tag: !x/*; text with any of',
  ],
  ['a tab', entry('\t- rule: a'), '(k, line 3): it is no YAML: Tabs are not allowed'],
  ['two documents', 'version: 1\n---\nversion: 1', '(k, line 2): it holds more than one document'],
  [
    'aliases of aliases',
    `a: &a [x]\nb: &b [${'*a,'.repeat(40)}]\nc: &c [${'*b,'.repeat(40)}]`,
    '(k): it repeats itself by too many aliases; write the text out',
  ],
  ['aliases by the thousand', `a: &a x\nb: [${'*a,'.repeat(5_000)}]`, 'by too many aliases'],
  ['a deep nest', '- '.repeat(20_000), 'it is nested too deeply; write it as init does'],
])('%s is refused in one line', (_what, text, message) => {
  const read = (): unknown => parseBaseline(text, 'k')
  expect(read).toThrow(UsageError)
  expect(read).toThrow(message)
  expect(read).toThrow(/^the baseline cannot be used [^\n]{1,270}$/)
})

test('what a file is called and holds cannot leave the line', () => {
  expect(() => parseBaseline('version: "\\e[2J\\n\u202e"', 'a\nb')).toThrow(
    /^the baseline cannot be used \(a\\u\{a\}b, line 1\): version "\\u\{1b\}\[2J/,
  )
})

test('what the parser of YAML only warns of is not printed', () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  expect(() => parseBaseline('!!binary version: 1\n', 'x')).toThrow(UsageError)
  expect(warned).not.toHaveBeenCalled()
})
