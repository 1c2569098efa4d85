import { once } from 'node:events'
import { expect, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { run, start } from './main.fixture.ts'

const limit = 30_000

test.each([
  [[], {}],
  [['run', '--endpont', 'x'], {}],
  [['run', '--endpoint', 'ftp://h'], {}],
  [['run', '--rule', 'nothing/like-it'], {}],
  [['run'], { LAMBDA_CONFORMANCE_EDITION: '1999-01' }],
  [['run', '--replay', 'missing/file.json'], {}],
  [['rules', 'explain', 'nothing/like-it'], {}],
  [['run', '--rule', 'client/*'], {}],
  [['wrapper'], {}],
  [['wrapper', 'missing-adapter.mjs'], {}],
  [['wrapper', 'adapter.mjs', '--command', 'program'], {}],
  [['wrapper', 'adapter.mjs', '--persistent'], {}],
  [['wrapper', '--command', 'program', '--rule', 'errors/content-type'], {}],
  [['wrapper', '--command', 'program', '--endpoint', 'http://192.0.2.1'], {}],
])(
  '%j with %j is wrong usage: exit 2 and one line on stderr',
  async (args, env) => {
    const { code, stdout, stderr } = await run(args, env)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^lambda-conformance: .+\n$/)
  },
  limit,
)

test(
  'a wrapper that cannot be started cannot be judged: exit 3 and one line',
  async () => {
    const { code, stderr } = await run([
      'wrapper',
      '--command',
      'lambda-conformance-no-such-program',
      '--quiet',
    ])
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /^lambda-conformance: Failed to judge the wrapper, because .*not found; .+\n$/,
    )
  },
  limit,
)

test(
  'the whole catalogue comes through a pipe',
  async () => {
    const { code, stdout, stderr } = await run(['rules', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toHaveLength(Object.keys(rules).length)
  },
  limit,
)

test(
  'a reader that goes away early is no fault',
  async () => {
    const child = start(['rules', '--json'])
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
    child.stdout.destroy()
    await once(child, 'close')
    expect({ code: child.exitCode, stderr }).toEqual({ code: 0, stderr: '' })
  },
  limit,
)

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'serve ends well on %s',
  async (signal) => {
    const child = start(['serve', '--port', '0'])
    const line = String(await once(child.stdout, 'data'))
    expect(line).toMatch(/^lambda-conformance reference endpoint on http:\/\/127\.0\.0\.1:\d+\n$/)
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([0, null])
  },
  limit,
)

test(
  'where nobody answers, the run ends with 3 and one line',
  async () => {
    const { code, stdout, stderr } = await run(['run', '--endpoint', 'http://127.0.0.1:1'])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(/^lambda-conformance: .*127\.0\.0\.1:1.*\n$/)
  },
  limit,
)

test(
  'an interrupted run shows what it has and ends with 130',
  async () => {
    const child = start(['run', '--profile', 'deep'])
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      if (!stderr.includes('directed') && String(chunk).includes('directed')) child.kill('SIGINT')
      stderr += chunk
    })
    await once(child, 'close')
    expect(child.exitCode).toBe(130)
    expect(stderr).toContain('Interrupted: deleting what was created')
    expect(stdout).toContain('INTERRUPTED  ')
  },
  limit,
)
