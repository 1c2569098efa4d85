import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { run, type Ended } from './main.fixture.ts'
import {
  planted,
  profiled,
  shownIn,
  startEcho,
  textsIn,
  type Echo,
  type EchoKind,
} from './secrets.fixture.ts'

const limit = 120_000

let folder: string
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  await mkdir(join(folder, 'home'))
  const file = join(folder, 'credentials')
  await writeFile(
    file,
    `[planted]\naws_access_key_id = ${profiled.id}\naws_secret_access_key = ${profiled.key}\naws_session_token = ${profiled.token}\n`,
  )
  env = {
    HOME: join(folder, 'home'),
    XDG_STATE_HOME: join(folder, 'state'),
    AWS_ACCESS_KEY_ID: planted.id,
    AWS_SECRET_ACCESS_KEY: planted.key,
    AWS_SESSION_TOKEN: planted.token,
    AWS_SHARED_CREDENTIALS_FILE: file,
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    LAMBDA_CONFORMANCE_DEBUG: '1',
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const echo = async (kind: EchoKind, secrets = planted as Parameters<typeof startEcho>[1]) => {
  const subject = await startEcho(kind, secrets)
  onTestFinished(subject.close)
  return subject
}

const noSignatures: Echo['signatures'] = new Set()

/** Nothing that was written anywhere shows a secret. */
const expectSilence = async (
  { stdout, stderr }: Ended,
  signatures: Echo['signatures'] = noSignatures,
): Promise<void> => {
  const texts = new Map([...(await textsIn(folder)), ['stdout', stdout], ['stderr', stderr]])
  texts.delete(join(folder, 'credentials'))
  const shown = [...texts].map(([name, text]) => [name, shownIn(text, signatures)] as const)
  expect(shown.filter(([, secrets]) => secrets.length > 0)).toEqual([])
}

/** Somebody's DNS: the name is this machine. */
const resolving = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns'
  import { syncBuiltinESMExports } from 'node:module'
  const { lookup } = dns
  dns.lookup = (name, options, callback) => lookup(name === 'emulator.invalid' ? '127.0.0.1' : name, options, callback)
  syncBuiltinESMExports()
`)}`

const crashing = `data:text/javascript,${encodeURIComponent(`
  const { AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: token } = process.env
  setTimeout(() => { throw new Error('crashed with ' + key + ' and ' + encodeURIComponent(token)) }, 2500)
`)}`

const quick = ['--profile', 'quick', '--seed', '1']

test('the search finds a secret in each form, so that its silence means something', () => {
  const digits = 'ab'.repeat(32)
  const forms = [
    planted.key,
    encodeURIComponent(planted.token),
    Buffer.from(`{"a":"${planted.key}"}`).toString('base64'),
    `Signature=${digits}`,
    digits.toUpperCase(),
  ]
  expect(forms.map((form) => shownIn(`x ${form} y`, new Set([digits])))).toEqual([
    ['planted.key'],
    ['planted.token'],
    ['planted.key'],
    ['a signature', 'a signature that was sent'],
    ['a signature that was sent'],
  ])
})

test(
  'a subject that echoes all it is sent is judged as before, and no secret is written anywhere',
  async () => {
    const { url, signatures } = await echo('legal')
    const out = join(folder, 'legal')
    const ended = await run(
      ['run', '--endpoint', url, ...quick, '--out', out, '--json', '--keep'],
      env,
    )
    expect(signatures.size).toBeGreaterThan(100)
    await expectSilence(ended, signatures)
    expect(ended.code).toBe(0)
    const report = JSON.parse(ended.stdout)
    expect(report.summary.must.fail + report.summary.must.harnessError).toBe(0)
    expect(report.subject.serverHeader).toMatch(/^echo .*REDACTED/)
    const trace = await readFile(join(out, 'trace.ndjson'), 'utf8')
    expect(trace).toContain(
      'https://packages.example/p.zip?versionId=1&X-Amz-Security-Token=REDACTED',
    )
  },
  limit,
)

test(
  'no failure, no command to repeat it, no replay, merge or matrix of such reports shows a secret',
  async () => {
    const { url, signatures } = await echo('broken')
    const only = ['--rule', 'publish-version/*', 'errors/*', 'messages/*']
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    const judge = (out: string, shard: string) =>
      run(['run', '--endpoint', url, ...quick, ...only, '--out', out, '--shard', shard], env)
    for (const ended of [await judge(one, '1/2'), await judge(two, '2/2')]) {
      expect(ended.code).toBe(1)
      await expectSilence(ended, signatures)
    }
    const merged = await run(['merge', one, two, '--out', join(folder, 'merged')], env)
    expect(merged.code).toBe(1)
    const again = await run(['merge', two, one, '--out', join(folder, 'again')], env)
    const failures = await readdir(join(folder, 'merged', 'failures'))
    expect(failures.length).toBeGreaterThan(0)
    const file = join(folder, 'merged', 'failures', failures[0] ?? '')
    expect(await readFile(file, 'utf8')).toContain('REDACTED')
    const replayed = await run(
      ['run', '--endpoint', url, '--replay', file, '--out', join(folder, 'replayed')],
      env,
    )
    expect(replayed.code).toBe(1)
    const matrix = await run(
      ['matrix', join(folder, 'merged'), join(folder, 'again'), '--out', join(folder, 'matrix')],
      env,
    )
    expect(matrix.code).toBe(0)
    for (const ended of [merged, again, replayed, matrix]) await expectSilence(ended, signatures)
  },
  limit,
)

test(
  'credentials of a profile are kept as well, on a host that is not this machine',
  async () => {
    const { port, signatures } = await echo('broken', profiled)
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...rest } = env
    const ended = await run(
      [
        'run',
        '--endpoint',
        `http://emulator.invalid:${port}`,
        '--allow-remote',
        '--max-rps',
        '1000',
        ...quick,
        '--rule',
        'publish-version/success-is-201',
        'errors/*',
        '--out',
        join(folder, 'profiled'),
      ],
      {
        ...rest,
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_PROFILE: 'planted',
        NODE_OPTIONS: `--import "${resolving}"`,
      },
    )
    expect(signatures.size).toBeGreaterThan(0)
    expect(ended.code).toBe(1)
    await expectSilence(ended, signatures)
  },
  limit,
)

const wrapper = `
  import { readFileSync, writeFileSync } from 'node:fs'
  const { operation, input } = JSON.parse(readFileSync(0, 'utf8'))
  console.error(JSON.stringify(process.env))
  const { FunctionName, ...body } = input
  const response = await fetch(process.env.AWS_ENDPOINT_URL_LAMBDA + '/2015-03-31/functions/' + FunctionName + '/versions', {
    method: 'POST', body: JSON.stringify(body),
  })
  const text = await response.text()
  console.error(text, JSON.stringify([...response.headers]))
  const said = JSON.parse(text)
  console.log(JSON.stringify(response.ok
    ? { ok: true, output: said }
    : { ok: false, error: { name: response.headers.get('x-amzn-errortype'), status: response.status, message: text } }))
`

test(
  'a wrapper is given no secret of its user, and what it says shows none',
  async () => {
    const { url, signatures } = await echo('broken')
    const file = join(folder, 'wrapper.mjs')
    await writeFile(file, wrapper)
    const ended = await run(
      [
        'wrapper',
        '--command',
        `${process.execPath} ${file} ${planted.key}`,
        '--endpoint',
        url,
        ...quick,
        '--rule',
        'client/answers',
        'client/is-signed',
        'client/shows-no-secret',
        '--without',
        'UpdateFunctionCode',
        'PublishLayerVersion',
        '--out',
        join(folder, 'wrapper'),
      ],
      env,
    )
    expect([0, 1]).toContain(ended.code)
    await expectSilence(ended, signatures)
    expect(await readFile(join(folder, 'wrapper', 'trace.ndjson'), 'utf8')).toContain(
      'PublishVersion',
    )
  },
  limit,
)

test.each<[string, number, EchoKind, readonly string[], NodeJS.ProcessEnv]>([
  ['a subject that refuses everything', 3, 'refusing', [], {}],
  ['a subject that speaks no JSON', 3, 'garbage', [], {}],
  ['a crash', 4, 'legal', ['--profile', 'deep'], { NODE_OPTIONS: `--import "${crashing}"` }],
])(
  '%s ends with %i and shows no secret',
  async (_, code, kind, args, more) => {
    const { url, signatures } = await echo(kind)
    const ended = await run(
      ['run', '--endpoint', url, '--out', join(folder, `end-${code}`), ...args],
      {
        ...env,
        ...more,
      },
    )
    expect(ended.stderr).toContain(kind === 'garbage' ? 'a page of HTML' : 'REDACTED')
    expect(ended.code).toBe(code)
    await expectSilence(ended, signatures)
  },
  limit,
)

test.each([
  [
    'a user name and a password in the endpoint',
    ['--endpoint', `http://${planted.id}:${encodeURIComponent(planted.key)}@127.0.0.1`],
    {},
  ],
  [
    'a profile that is not there',
    ['--endpoint', 'http://emulator.invalid', '--allow-remote'],
    { AWS_ACCESS_KEY_ID: '', AWS_PROFILE: planted.token },
  ],
  ['a region that is a secret', ['--region', planted.key], {}],
])(
  '%s is wrong usage, and is not repeated',
  async (_, args, more) => {
    const ended = await run(['run', ...args], { ...env, ...more })
    expect(ended.code).toBe(2)
    await expectSilence(ended)
  },
  limit,
)
