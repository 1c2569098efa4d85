import { expect, test } from 'vitest'
import type { CommandLine } from './command-line.ts'
import { context, plain } from './program.fixture.ts'
import { parseCommandLine, parseRunOptions } from './program.ts'

const parse = (line: string, env: NodeJS.ProcessEnv = {}): CommandLine =>
  parseCommandLine(line.split(' ').filter(Boolean), { ...context, env })

const requestOf = (line: string, env: NodeJS.ProcessEnv = {}) => {
  const parsed = parse(`run ${line}`, env)
  if (parsed.kind !== 'run')
    throw new Error(`Failed to get a run, because ${JSON.stringify(parsed)}`)
  return parsed.request
}

test('a run without options judges the embedded endpoint by default settings', () => {
  expect(requestOf('')).toEqual({ ...plain, options: {} })
  expect(parseRunOptions([], context)).toEqual({ kind: 'run', request: { ...plain, options: {} } })
})

test('every option of a run arrives', () => {
  expect(
    requestOf(
      '--endpoint http://localhost:4566/base/ --region eu-west-1 --role arn:aws:iam::123456789012:role/r --runtime nodejs20.x ' +
        '--edition 2024-08 --profile quick --seed 7 --replay 1:2 --rule no-change revision-id/* --skip-rule */after-* ' +
        '--without CreateAlias GetPolicy --fail-on should --out reports --max-rps 2.5 --max-requests 9 --timeout-ms 1000 ' +
        '--deadline-s 60 --settle-timeout-ms 5000 --keep --plan --json --quiet --no-color ' +
        '--baseline known.yaml --allow-remote --config other.yaml',
    ),
  ).toEqual({
    endpoint: 'http://localhost:4566/base',
    region: 'eu-west-1',
    replay: '1:2',
    baseline: 'known.yaml',
    allowRemote: true,
    failOn: 'should',
    out: 'reports',
    plan: true,
    json: true,
    quiet: true,
    noColor: true,
    options: {
      role: 'arn:aws:iam::123456789012:role/r',
      runtime: 'nodejs20.x',
      edition: '2024-08',
      profile: 'quick',
      seed: 7,
      rules: ['no-change/repeat-publish', 'no-change/after-change', 'revision-id/stale'],
      skipRules: ['no-change/after-change'],
      without: ['CreateAlias', 'GetPolicy'],
      maxRps: 2.5,
      maxRequests: 9,
      timeoutMs: 1000,
      deadlineS: 60,
      settleTimeoutMs: 5000,
      keep: true,
    },
  })
})

test('the environment sets every kind of option, and flags win', () => {
  const env = {
    LAMBDA_CONFORMANCE_SEED: '1',
    LAMBDA_CONFORMANCE_PROFILE: 'deep',
    LAMBDA_CONFORMANCE_RULE: 'no-change/{repeat-publish,after-change}, revision-id',
    LAMBDA_CONFORMANCE_KEEP: '1',
    LAMBDA_CONFORMANCE_QUIET: '0',
    LAMBDA_CONFORMANCE_NO_COLOR: 'true',
    LAMBDA_CONFORMANCE_OUT: '',
  }
  const { options, ...rest } = requestOf('--seed 2', env)
  expect(rest).toEqual({ ...plain, noColor: true })
  expect(options).toEqual({
    seed: 2,
    profile: 'deep',
    keep: true,
    rules: ['no-change/repeat-publish', 'no-change/after-change', 'revision-id/stale'],
  })
})

test('a rule answers to an id it had before', () => {
  expect(requestOf('--rule no-change/old-name').options.rules).toEqual(['no-change/after-change'])
})

test('a star stands for every rule', () => {
  expect(requestOf('--rule *').options.rules).toHaveLength(4)
  expect(requestOf('--rule **').options.rules).toHaveLength(4)
})

test.each([
  ['', 'no command given; try lambda-conformance run, or lambda-conformance --help'],
  ['rnu', "unknown command 'rnu'. Did you mean run?; see lambda-conformance --help"],
  [
    'run --endpont http://h',
    "unknown option '--endpont'. Did you mean --endpoint?; see lambda-conformance run --help",
  ],
  [
    'run --endpoint',
    "option '--endpoint <url>' argument missing; see lambda-conformance run --help",
  ],
  [
    'run http://h',
    "too many arguments for 'run'. Expected 0 arguments but got 1; see lambda-conformance run --help",
  ],
  [
    'run --shard 2/4',
    '--shard needs --seed: the shards of a run must all have the same one; give any number',
  ],
  [
    'run --shard 1/2 --seed 1 --replay 1:2:3',
    '--shard and --replay exclude each other; one failure is one sequence',
  ],
  [
    'run --concurrency 4 --without-concurrency',
    '--concurrency and --without-concurrency exclude each other; leave one of them out',
  ],
  ['run --concurrency 1', '--concurrency is out of range: "1"; give a number from 2 to 8'],
  ['run --concurrency 9', '--concurrency is out of range: "9"; give a number from 2 to 8'],
  ['run --concurrency two', '--concurrency is not a whole number: "two"'],
  [
    'run --seed 1 --shard 5/4',
    '--shard is no part of a run: "5/4"; write it like 2/4, for the second of four (100 at most)',
  ],
  [
    'run --seed 1 --shard 1/101',
    '--shard is no part of a run: "1/101"; write it like 2/4, for the second of four (100 at most)',
  ],
  ['merge', 'no report given; name the report.json of each shard, or its directory'],
  ['merge a --seed 1', "unknown option '--seed'; see lambda-conformance merge --help"],
  ['run --seed abc', '--seed is not a whole number: "abc"'],
  ['run --max-rps 0', '--max-rps is out of range: "0"; give a number from 0.1 to 100000'],
  [
    'run --edition 1999-12',
    '--edition names no edition: "1999-12". There are: 2018-11, 2019-06, 2024-08, 2026-07',
  ],
  [
    'run --profile qiuck',
    '--profile names no profile: "qiuck". Did you mean "quick"? There are: quick, standard, deep',
  ],
  [
    'run --rule no-change/repeat-publsh',
    '--rule matches no rule: "no-change/repeat-publsh". Did you mean "no-change/repeat-publish"? "lambda-conformance rules" lists them',
  ],
  [
    'run --rule no-chnge',
    '--rule matches no rule: "no-chnge". Did you mean "no-change"? "lambda-conformance rules" lists them',
  ],
  [
    'run --edition 2018-11 --rule layers',
    '--rule matches no rule: "layers". "lambda-conformance rules" lists them',
  ],
  [
    'run --skip-rule zzz/*',
    '--skip-rule matches no rule: "zzz/*". "lambda-conformance rules" lists them',
  ],
  ['run --skip-rule *', '--skip-rule leaves no rule to judge; leave out fewer'],
  [
    'run --endpoint https://lambda.eu-west-1.amazonaws.com',
    'lambda.eu-west-1.amazonaws.com is not this machine, and a run creates and deletes functions and layers there; add --allow-remote if you mean it (--plan shows what it would do)',
  ],
  ['serve --port 70000', '--port is out of range: "70000"; give a number from 0 to 65535'],
  [
    'rules --level most',
    '--level names no level: "most". Did you mean "must"? There are: must, should, may',
  ],
  ['rules explain', "missing required argument 'id'; see lambda-conformance rules --help"],
])('%j is refused in one line', (line, message) => {
  expect(parse(line)).toEqual({ kind: 'usage-error', message })
})

test('an unknown operation names the one that was meant', () => {
  expect(parse('run --without CreateAlais')).toMatchObject({
    message: expect.stringMatching(
      /^--without names no operation: "CreateAlais". Did you mean "CreateAlias"\? There are: Publish/,
    ),
  })
})

test('a bad value from the environment is named by its variable', () => {
  expect(parse('run', { LAMBDA_CONFORMANCE_MAX_RPS: 'x' })).toEqual({
    kind: 'usage-error',
    message: 'LAMBDA_CONFORMANCE_MAX_RPS is not a number: "x"',
  })
})

test('control characters in what was typed do not reach the terminal', () => {
  expect(parse('run --\u001b[2J\n')).toMatchObject({
    kind: 'usage-error',
    message: expect.not.stringMatching(/\p{Cc}/u),
  })
})

test('a remote host is allowed when it is asked for', () => {
  expect(requestOf('--endpoint https://lambda.example.org --allow-remote').endpoint).toBe(
    'https://lambda.example.org',
  )
})

test('serve and rules take their options', () => {
  expect(parse('serve')).toEqual({ kind: 'serve', request: { port: 9001, host: '127.0.0.1' } })
  expect(parse('serve --port 0 --host ::1 --variant slow')).toEqual({
    kind: 'serve',
    request: { port: 0, host: '::1', variant: 'slow' },
  })
  expect(parse('rules a/* b/* --area no-change --level must --json')).toEqual({
    kind: 'rules',
    request: { globs: ['a/*', 'b/*'], area: 'no-change', level: 'must', json: true },
  })
  expect(parse('rules')).toEqual({ kind: 'rules', request: { globs: [], json: false } })
  expect(parse('rules explain a/b')).toEqual({ kind: 'explain', id: 'a/b', json: false })
  expect(parse('rules explain a/b --json')).toEqual({ kind: 'explain', id: 'a/b', json: true })
})

test('the version and the help of every command are shown', () => {
  expect(parse('--version')).toEqual({ kind: 'help', text: '1.2.3\n' })
  for (const line of [
    '--help',
    'run --help',
    'serve --help',
    'merge --help',
    'matrix --help',
    'iam-policy --help',
    'baseline --help',
    'baseline init --help',
    'rules --help',
    'rules explain --help',
  ]) {
    expect(parse(line)).toMatchObject({
      kind: 'help',
      text: expect.stringMatching(/Usage: lambda-conformance[^]*Example/),
    })
  }
})

test('a variable of ours that no option reads is wrong usage', () => {
  expect(parse('run', { LAMBDA_CONFORMANCE_ENDPONT: 'http://127.0.0.1:1' })).toEqual({
    kind: 'usage-error',
    message: expect.stringContaining('Did you mean "LAMBDA_CONFORMANCE_ENDPOINT"?'),
  })
  expect(requestOf('', { LAMBDA_CONFORMANCE_DEBUG: '1' })).toEqual({ ...plain, options: {} })
})

test('how many clients call at once is asked for, and none at all', () => {
  expect(requestOf('').options.concurrency).toBeUndefined()
  expect(requestOf('--concurrency 8').options.concurrency).toBe(8)
  expect(requestOf('--without-concurrency').options.concurrency).toBe(0)
})
