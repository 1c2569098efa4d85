import { expect, test } from 'vitest'
import type { Config } from './option-table.ts'
import { context } from './program.fixture.ts'
import { parseCommandLine } from './program.ts'

const plain = {
  without: [],
  failOn: 'must',
  json: false,
  quiet: false,
  noColor: false,
}

const parsed = (line: string, values?: Config['values']) =>
  parseCommandLine(line.split(' ').filter(Boolean), {
    ...context,
    ...(values === undefined ? {} : { config: { file: 'c.yaml', values } }),
  })

test('files are judged by every rule, unless some are chosen', () => {
  expect(parsed('check a.ndjson b.json')).toEqual({
    kind: 'check',
    request: { files: ['a.ndjson', 'b.json'], ...plain },
  })
  expect(
    parsed('check reports --rule no-change --skip-rule no-change/old-name --edition 2018-11'),
  ).toEqual({
    kind: 'check',
    request: {
      files: ['reports'],
      ...plain,
      edition: '2018-11',
      rules: ['no-change/repeat-publish', 'no-change/after-change'],
      skipRules: ['no-change/after-change'],
    },
  })
})

test('a configuration file has its say, and --baseline none undoes it', () => {
  const values = { baseline: 'known.yaml', out: 'judged', without: 'GetPolicy', failOn: 'should' }
  const request = {
    ...plain,
    files: ['a'],
    config: 'c.yaml',
    baseline: 'known.yaml',
    out: 'judged',
    without: ['GetPolicy'],
    failOn: 'should',
  }
  expect(parsed('check a', values)).toEqual({ kind: 'check', request })
  const { baseline: _, ...without } = request
  expect(parsed('check a --baseline none', values)).toEqual({ kind: 'check', request: without })
})

test.each([
  [
    'check',
    /^no file given; name a trace\.ndjson, a report\.json or files of failures\/, as run --out DIR writes them$/,
  ],
  ['check a --rule nothing/like-it', /^--rule matches no rule: "nothing\/like-it"/],
  [
    'check a --endpoint http://h',
    /unknown option '--endpoint'.*; see lambda-conformance check --help$/,
  ],
])('"%s" is wrong usage', (line, message) => {
  expect(parsed(line)).toEqual({
    kind: 'usage-error',
    message: expect.stringMatching(message),
  })
})
