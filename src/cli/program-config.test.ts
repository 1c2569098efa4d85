import { expect, test } from 'vitest'
import type { Config } from './option-table.ts'
import { context, plain } from './program.fixture.ts'
import { parseCommandLine } from './program.ts'

const configured = (line: string, values: Config['values'], env: NodeJS.ProcessEnv = {}) =>
  parseCommandLine(line.split(' ').filter(Boolean), {
    ...context,
    env,
    config: { file: 'c.yaml', values },
  })

test('the command line wins over the environment, and that over the configuration file', () => {
  const values = {
    seed: 1,
    maxRps: 1,
    profile: 'deep',
    rule: ['no-change', 'revision-id/*'],
    without: 'CreateAlias',
    quiet: true,
    noColor: true,
    json: false,
  }
  const env = { LAMBDA_CONFORMANCE_SEED: '2', LAMBDA_CONFORMANCE_MAX_RPS: '2' }
  expect(configured('run --seed 3', values, env)).toEqual({
    kind: 'run',
    request: {
      ...plain,
      config: 'c.yaml',
      quiet: true,
      noColor: true,
      options: {
        seed: 3,
        maxRps: 2,
        profile: 'deep',
        rules: ['no-change/repeat-publish', 'no-change/after-change', 'revision-id/stale'],
        without: ['CreateAlias'],
      },
    },
  })
})

test('a value of a configuration file is read like that of a flag', () => {
  expect(configured('run', { maxRps: 0 })).toEqual({
    kind: 'usage-error',
    message: 'maxRps in c.yaml is out of range: "0"; give a number from 0.1 to 100000',
  })
})

test('a failure run again brings its own settings, whatever is configured for whole runs', () => {
  const values = {
    endpoint: 'http://127.0.0.1:1',
    profile: 'deep',
    rule: 'revision-id',
    out: 'reports',
    baseline: 'known.yaml',
    region: 'eu-west-1',
  }
  expect(configured('run --replay 1:2:3', values)).toEqual({
    kind: 'run',
    request: {
      ...plain,
      config: 'c.yaml',
      // A token knows none, a file its own.
      endpoint: 'http://127.0.0.1:1',
      replay: '1:2:3',
      region: 'eu-west-1',
      options: {},
    },
  })
  expect(configured('run --replay failures/f.json', values)).toMatchObject({
    request: { replay: 'failures/f.json', region: 'eu-west-1' },
  })
  expect(configured('run --replay failures/f.json', values)).not.toHaveProperty('request.endpoint')
})

test('an endpoint that came to nothing is no other endpoint', () => {
  expect(configured('run', {}, { LAMBDA_CONFORMANCE_ENDPOINT: '' })).toEqual({
    kind: 'usage-error',
    message:
      'LAMBDA_CONFORMANCE_ENDPOINT is empty; give the URL of the endpoint, or unset it for the embedded one',
  })
})

test('an option is not taken for the value of the one before it', () => {
  expect(configured('run --out --json', {})).toEqual({
    kind: 'usage-error',
    message: '--out has no value: --json is an option of its own',
  })
})

test.each([
  ['wrapper', { adapter: 'a.mjs' }, { kind: 'adapter', path: 'a.mjs' }],
  ['wrapper b.mjs', { adapter: 'a.mjs' }, { kind: 'adapter', path: 'b.mjs' }],
  ['wrapper b.mjs', { command: 'x', persistent: true }, { kind: 'adapter', path: 'b.mjs' }],
  [
    'wrapper',
    { command: 'x', persistent: true },
    { kind: 'command', command: 'x', persistent: true },
  ],
  ['wrapper --command y', { adapter: 'a' }, { kind: 'command', command: 'y', persistent: false }],
])('of %j with %j configured, %j is judged', (line, values, by) => {
  expect(configured(line, values)).toMatchObject({ kind: 'wrapper', request: { by } })
})
