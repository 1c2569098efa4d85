import { expect, test } from 'vitest'
import { failing, passing, runOf, yaml } from './baseline.fixture.ts'
import { initBaseline, type Edited } from './init-baseline.ts'
import { parseBaseline } from './parse-baseline.ts'
import { pruneBaseline } from './prune-baseline.ts'
import { updateBaseline } from './update-baseline.ts'
import type { Report } from '../report/report.ts'

const [a, b, c] = ['errors/body', 'errors/are-named', 'errors/have-a-message'] as const
const details = { signatures: true }
const update = (text: string, report: Report, over = {}): Edited =>
  updateBaseline(parseBaseline(text, 'k'), report, 'must', { ...details, ...over })
const prune = (text: string, report: Report): Edited =>
  pruneBaseline(parseBaseline(text, 'k'), report)

test('a new baseline lists the failures at the level of the gate, and what is not implemented', () => {
  const report = runOf([failing(a), passing(b), failing(c, 'x', { level: 'should' })], {
    subject: { kind: 'endpoint', endpoint: '', operations: { GetPolicy: 'unsupported' } },
  })
  const { text, changes } = initBaseline(report, 'must', details)
  expect(changes).toEqual([`listed ${a}`, 'listed GetPolicy as not implemented'])
  expect(text).toMatch(/^# yaml-language-server: \$schema=node_modules\/lambda-conformance\/gen/)
  expect(text.slice(text.indexOf('version:'))).toBe(`version: 1
expectedFailures:
  - rule: ${a}
    signature: status 200
    reason: to be explained
expectedUnsupported:
  - operation: GetPolicy
    reason: to be explained
`)
  expect(initBaseline(report, 'should', details).changes).toContain(`listed ${c}`)
  const told = { signatures: false, reason: 'old', issue: 'https://x/1', expires: '2027-01-01' }
  expect(initBaseline(report, 'must', told).text).toContain(
    `  - rule: ${a}\n    reason: old\n    issue: https://x/1\n    expires: 2027-01-01\n`,
  )
})

const kept = `# head

version: 1

# all of them
expectedFailures:
  # about the body
  - rule: "${a}" # id
    signature: 'status 200'
    reason: "first"

  # about names
  - { rule: ${b}, reason: second }
  # the end
`

test('nothing to do leaves every byte', () => {
  for (const text of [kept, kept.replaceAll('\n', '\r\n'), yaml('knownFlaky:   []  # odd')]) {
    const report = text.includes('errors') ? runOf([failing(a), failing(b)]) : runOf([])
    expect(update(text, report)).toEqual({ text, changes: [] })
    expect(prune(text, report)).toEqual({ text, changes: [] })
  }
})

test('an update adds at the end and changes no other line', () => {
  const { text, changes } = update(kept, runOf([failing(a), failing(b), failing(c)]))
  expect(changes).toEqual([`added ${c}`])
  const added = `  - rule: ${c}\n    signature: status 200\n    reason: to be explained\n`
  expect(text).toBe(kept.replace('reason: second }\n', `reason: second }\n${added}`))
})

test('an update renews the signature of the one entry for a rule, as it was quoted', () => {
  const { text, changes } = update(kept, runOf([failing(a, 'status 500'), failing(b)]))
  expect(changes).toEqual([`renewed the signature of ${a} (line 8): status 500`])
  expect(text).toBe(kept.replace("'status 200'", "'status 500'"))
})

test('an update touches neither a glob nor one of several signatures', () => {
  const several = yaml(
    'expectedFailures:',
    `  - { rule: ${a}, signature: one, reason: r }`,
    `  - { rule: ${a}, signature: two, reason: r }`,
    '  - { rule: errors/*, signature: two, reason: r }',
  )
  const { text, changes } = update(several, runOf([failing(a, 'three'), failing(b, 'three')]))
  expect(changes).toEqual([`added ${a}`, `added ${b}`])
  expect(text.startsWith(several)).toBe(true)
})

test('what an expired entry said is said again', () => {
  const text = yaml(
    'expectedFailures:',
    `  - { rule: errors, reason: why, issue: 'https://x/1', expires: 2026-01-01 }`,
  )
  const added = parseBaseline(update(text, runOf([failing(a)])).text, 'k').baseline
  expect(added.expectedFailures[1]).toMatchObject({ rule: a, reason: 'why', issue: 'https://x/1' })
  expect(added.expectedFailures[1]).not.toHaveProperty('expires')
})

test('prune takes the comment above an entry with it, and leaves the others', () => {
  const { text, changes } = prune(kept, runOf([passing(a), failing(b)]))
  expect(changes).toEqual([`removed ${a} (line 8): it passes`])
  expect(text).toBe(`# head

version: 1

# all of them
expectedFailures:
  # about names
  - { rule: ${b}, reason: second }
  # the end
`)
})

test('prune of the last entry leaves an empty list', () => {
  const text = yaml(
    'expectedFailures:',
    '  # why',
    `  - { rule: ${a}, reason: r }`,
    'knownFlaky: []',
  )
  expect(prune(text, runOf([passing(a)])).text).toBe(
    'version: 1\nexpectedFailures: []\nknownFlaky: []\n',
  )
})

test('prune says why it takes out what is expired, unmatched, implemented or never fails', () => {
  const text = yaml(
    'expectedFailures:',
    '  - { rule: erors/*, reason: r }',
    `  - { rule: ${a}, reason: r, expires: 2026-11-20 }`,
    '  - { rule: x/may, reason: r }',
    `  - { rule: ${b}, reason: r }`,
    'expectedUnsupported:',
    '  - { operation: GetPolicy, reason: r }',
    '  - { operation: CreateAlias, reason: r }',
    'knownFlaky:',
    `  - { rule: ${c}, reason: r, expires: 2026-11-20 }`,
  )
  const report = runOf([failing(a), failing(b), passing('x/may', { level: 'may' })], {
    subject: { kind: 'endpoint', endpoint: '', operations: { GetPolicy: 'supported' } },
  })
  const pruned = prune(text, report)
  expect(pruned.changes).toEqual([
    'removed erors/* (line 3): it matches no rule',
    `removed ${a} (line 4): it expired on 2026-11-20`,
    'removed x/may (line 5): it can never fail',
    'removed GetPolicy (line 8): it is implemented',
    `removed ${c} (line 11): it expired on 2026-11-20`,
  ])
  expect(pruned.text).toBe(
    yaml(
      'expectedFailures:',
      `  - { rule: ${b}, reason: r }`,
      'expectedUnsupported:',
      '  - { operation: CreateAlias, reason: r }',
      'knownFlaky: []',
    ),
  )
})

test('prune narrows a glob to what still fails and is tolerated by nothing else', () => {
  const text = yaml(
    'expectedFailures:',
    '  # errors are odd',
    '  - rule: errors',
    '    reason: odd',
    '  - { rule: x/unmatched, reason: r }',
    '  # the last',
    '  - { rule: errors/names-agree, reason: other }',
  )
  const own = failing('errors/names-agree')
  const pruned = prune(text, runOf([failing(a), passing(b), failing(c), own]))
  expect(pruned.changes).toEqual([
    `narrowed errors (line 4) to ${a}, ${c}`,
    'removed x/unmatched (line 6): it matches no rule',
  ])
  expect(pruned.text).toBe(
    yaml(
      'expectedFailures:',
      '  # errors are odd',
      `  - rule: ${a}`,
      '    reason: odd',
      `  - rule: ${c}`,
      '    reason: odd',
      '  # the last',
      '  - { rule: errors/names-agree, reason: other }',
    ),
  )
})

test.each([
  ['lists that are not indented', 'version: 1\nexpectedFailures:\n- rule: a/b\n  reason: r\n'],
  ['wide indentation', 'version: 1\nexpectedFailures:\n    - rule: a/b\n      reason: r\n'],
  ['lines of Windows', 'version: 1\r\nexpectedFailures:\r\n  - rule: a/b\r\n    reason: r\r\n'],
])('%s stay so', (_what, text) => {
  const edited = update(text, runOf([failing(a)]))
  expect(edited.text.startsWith(text)).toBe(true)
  expect(edited.text.split('\n').filter((line) => line.endsWith('\r'))).toHaveLength(
    text.includes('\r') ? edited.text.split('\n').length - 1 : 0,
  )
})

test('a baseline in JSON stays JSON', () => {
  const text = '{"version": 1, "expectedFailures": []}'
  expect(JSON.parse(update(text, runOf([failing(a)])).text)).toEqual({
    version: 1,
    expectedFailures: [{ rule: a, signature: 'status 200', reason: 'to be explained' }],
  })
})

test('what others refer to is not taken out', () => {
  const text = yaml(
    'expectedFailures:',
    `  - { rule: ${a}, reason: &why odd }`,
    `  - { rule: ${b}, reason: *why }`,
  )
  expect(() => prune(text, runOf([passing(a), failing(b)]))).toThrow(
    /^the baseline cannot be changed/,
  )
  expect(prune(text, runOf([failing(a), passing(b)])).text).toContain('&why odd')
  const signed = yaml(
    'expectedFailures:',
    `  - { rule: ${a}, signature: &s one, reason: r }`,
    `  - { rule: ${b}, signature: *s, reason: r }`,
  )
  const changed = runOf([failing(a, 'two'), failing(b, 'one')])
  expect(() => update(signed, changed)).toThrow(/an anchor that others refer to/)
  const other = update(signed, runOf([failing(a, 'one'), failing(b, 'two')]))
  expect(other.text).toContain('signature: two')
})

test('a list that stands elsewhere is not changed', () => {
  const text = yaml('expectedFailures: &all []', 'knownFlaky: *all')
  const report = runOf([failing(a)])
  expect(update(text, report).changes).toEqual([`added ${a}`])
  const turned = yaml('knownFlaky: &all []', 'expectedFailures: *all')
  expect(() => update(turned, report)).toThrow(/expectedFailures stands elsewhere, by an alias/)
})

test('a comment about a whole list is not that of its first entry', () => {
  const text = yaml(
    'expectedFailures: # known',
    '  # all of this release',
    '',
    '  # the body',
    `  - { rule: ${a}, reason: r }`,
    `  - { rule: ${b}, reason: r }`,
  )
  expect(prune(text, runOf([passing(a), failing(b)])).text).toBe(
    yaml(
      'expectedFailures:',
      '  # known',
      '  # all of this release',
      `  - { rule: ${b}, reason: r }`,
    ),
  )
})

test('of two globs that tolerate the same failure only the first is narrowed to it', () => {
  const text = yaml(
    'expectedFailures:',
    '  - { rule: errors, reason: one }',
    '  - { rule: errors/*, reason: two }',
  )
  expect(prune(text, runOf([failing(a), passing(b)]))).toEqual({
    text: yaml('expectedFailures:', `  - { rule: ${a}, reason: one }`),
    changes: [`narrowed errors (line 3) to ${a}`, `removed errors/* (line 4): ${b} passes`],
  })
})

test('a long reason stays on its line, and an empty list becomes one of lines', () => {
  const long = 'word '.repeat(60).trim()
  const text = yaml(
    'expectedFailures: []',
    'expectedUnsupported:',
    `  - { operation: GetPolicy, reason: ${long} }`,
  )
  expect(update(text, runOf([failing(a)]), { reason: long }).text).toBe(
    text.replace(' []', `\n  - rule: ${a}\n    signature: status 200\n    reason: ${long}`),
  )
})
