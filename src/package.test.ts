import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportFiles } from './report/clear.ts'

const run = promisify(execFile)
const project = fileURLToPath(new URL('..', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
  await run('npm', ['pack', '--pack-destination', folder], { cwd: project })
  const [tarball = ''] = await readdir(folder)
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
  })
}, 240_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const inFolder = (file: string, args: readonly string[]) =>
  run(file, args, { cwd: folder, maxBuffer: 64 * 1_024 * 1_024 })

test('the packed package judges the embedded endpoint from an empty folder', async () => {
  const { stdout } = await inFolder('npx', [
    'lambda-conformance',
    'run',
    '--profile',
    'quick',
    '--json',
  ])
  const report = JSON.parse(stdout)
  expect(report.summary.must.fail).toBe(0)
  expect(report.summary.must.pass).toBeGreaterThan(100)
  expect(report.run.resources.leaked).toBe(0)
}, 60_000)

test('the packed package is configured by a file, and writes every report', async () => {
  const configuration = `
    import { defineConfig } from 'lambda-conformance'
    export default defineConfig({ profile: 'quick', rule: ['no-change'], out: 'reports', quiet: true })
  `
  const file = join(folder, 'lambda-conformance.config.ts')
  await writeFile(file, configuration)
  try {
    await inFolder('npx', ['lambda-conformance', 'run'])
    expect((await readdir(join(folder, 'reports'))).toSorted()).toEqual(
      [...reportFiles, 'failures', 'trace.ndjson'].toSorted(),
    )
    const page = await readFile(join(folder, 'reports', 'report.html'), 'utf8')
    expect(page).toContain('no-change/repeat-publish-returns-same-version')
    const report = JSON.parse(await readFile(join(folder, 'reports', 'report.json'), 'utf8'))
    expect(report.run.profile).toBe('quick')
    expect(report.rules.every(({ id }: { id: string }) => id.startsWith('no-change/'))).toBe(true)
    const { stdout } = await inFolder('npx', [
      'lambda-conformance',
      'baseline',
      'init',
      '--from',
      'reports/report.json',
      '--baseline',
      'known.yaml',
    ])
    expect(stdout).toBe('known.yaml: nothing to list\n')
  } finally {
    await rm(file)
  }
}, 60_000)

test('the packed package needs no msw, and says so where its handlers are asked for', async () => {
  const script = `
    const { code, message } = await import('lambda-conformance/msw').catch((error) => error)
    console.log(JSON.stringify([code, message.includes("'msw'")]))
  `
  await writeFile(join(folder, 'without.mjs'), script)
  const { stdout } = await inFolder(process.execPath, ['without.mjs'])
  expect(JSON.parse(stdout)).toEqual(['ERR_MODULE_NOT_FOUND', true])
}, 60_000)

test('every export of the packed package can be loaded, with msw beside it', async () => {
  await symlink(join(project, 'node_modules', 'msw'), join(folder, 'node_modules', 'msw'))
  const script = `
    import { createRequire } from 'node:module'
    import { readFileSync } from 'node:fs'
    import { runConformance, rules } from 'lambda-conformance'
    import { lambdaHandlers } from 'lambda-conformance/msw'
    const require = createRequire(import.meta.url)
    const catalogue = require('lambda-conformance/catalogue.json')
    const schema = require('lambda-conformance/schemas/2018-11.json')
    const report = require('lambda-conformance/schemas/report.json')
    const forEditors = ['baseline', 'config'].map((name) => require('lambda-conformance/schemas/' + name + '.json').type)
    const openapi = readFileSync(require.resolve('lambda-conformance/openapi.yaml'), 'utf8')
    console.log(JSON.stringify([
      typeof runConformance, Object.keys(rules).length === catalogue.length, lambdaHandlers().length > 0,
      '$defs' in schema, report.type, ...forEditors, openapi.includes('PublishLayerVersion'),
      import.meta.resolve('lambda-conformance/vitest').endsWith('register.js'),
    ]))
  `
  await writeFile(join(folder, 'exports.mjs'), script)
  const { stdout } = await inFolder(process.execPath, ['exports.mjs'])
  expect(JSON.parse(stdout)).toEqual([
    'function',
    true,
    true,
    true,
    'object',
    'object',
    'object',
    true,
    true,
  ])
}, 60_000)

const adapterIn = (types: string): string => `
  import { defineWrapper } from 'lambda-conformance'
  const send = async (endpoint${types}, path${types}, input${types === '' ? '' : ': object'}) => {
    const response = await fetch(endpoint + path, { method: 'POST', body: JSON.stringify(input) })
    const said = await response.json()
    if (response.ok) return said
    const name = response.headers.get('x-amzn-errortype') ?? 'Unknown'
    throw Object.assign(new Error(said.message ?? said.Message), { name })
  }
  export default defineWrapper({
    name: 'a small one',
    create: ({ endpoint }) => ({
      publishVersion: ({ FunctionName, ...input }) =>
        send(endpoint, '/2015-03-31/functions/' + encodeURIComponent(FunctionName) + '/versions', input),
    }),
  })
`

test.each([
  ['adapter.mjs', ''],
  ['adapter.ts', ': string'],
])(
  'the packed package judges a wrapper by its %s',
  async (file, types) => {
    await writeFile(join(folder, file), adapterIn(types))
    const { stdout } = await inFolder('npx', [
      'lambda-conformance',
      'wrapper',
      `./${file}`,
      '--profile',
      'quick',
      '--rule',
      'client',
      '--json',
    ])
    const { subject, summary } = JSON.parse(stdout)
    expect(subject).toMatchObject({ kind: 'wrapper', name: 'a small one' })
    expect(summary.must).toMatchObject({ fail: 0, harnessError: 0 })
    expect(summary.must.pass).toBeGreaterThan(10)
  },
  120_000,
)

test('the packed package holds no tests or sources', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: project,
  })
  const [{ files }] = JSON.parse(stdout)
  const paths = files.map(({ path }: { path: string }) => path)
  expect(
    paths.filter((path: string) =>
      /\.test\.|test-kit|\.fixture\.|src\/(?:mutants|bench)/.test(path),
    ),
  ).toEqual([])
  expect(paths.filter((path: string) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual(
    [],
  )
  expect(paths).toContain('dist/src/cli/main.js')
})
