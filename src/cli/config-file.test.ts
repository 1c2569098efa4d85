import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import schema from '../../spec/report/config.schema.json' with { type: 'json' }
import { configFor, readConfig } from './config-file.ts'
import type { Configuration } from './configuration.ts'
import { configKeyOf } from './option-table.ts'
import { runOptionTable } from './run-options.ts'
import { wrapperOptionTable } from './wrapper-options.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const write = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text)

test.each([
  ['json', '{ "seed": 7, "rule": ["no-change"] }'],
  ['yaml', 'seed: 7 # why\nrule: [no-change]\n'],
  ['mjs', 'export default { seed: 7, rule: ["no-change"] }'],
  ['ts', 'const seed: number = 7\nexport default { seed, rule: ["no-change"] }'],
])('a configuration in .%s is found and read', async (ending, text) => {
  const file = `lambda-conformance.config.${ending}`
  await write(file, text)
  expect(await readConfig(undefined, directory)).toEqual({
    file,
    values: { seed: 7, rule: ['no-change'] },
  })
})

test('without a file nothing is configured', async () => {
  expect(await readConfig(undefined, directory)).toBeUndefined()
})

test('files named in a configuration lie beside it', async () => {
  await mkdir(join(directory, 'ci'))
  await write('ci/c.yaml', 'out: reports\nbaseline: ../known.yaml\nadapter: a.mjs\n')
  expect((await readConfig('ci/c.yaml', directory))?.values).toEqual({
    out: join(directory, 'ci', 'reports'),
    baseline: join(directory, 'known.yaml'),
    adapter: join(directory, 'ci', 'a.mjs'),
  })
})

test.each([
  ['c.json', '{', /^the configuration file cannot be used \(c\.json\): .*JSON.*$/],
  ['c.yaml', 'a: [', /^the configuration file cannot be used \(c\.yaml\): .*$/],
  ['c.mjs', 'throw new Error("one\\ntwo")', /\(c\.mjs\): one two$/],
  ['c.toml', '', /\(c\.toml\): it must end in \.ts, \.mjs, \.json or \.yaml, not "\.toml"$/],
  ['c.json', '[]', /: it is not a mapping of options to their values: \[\]$/],
  ['c.json', 'null', /: it is not a mapping of options to their values: null$/],
  [
    'c.json',
    '{"maxRPS":1}',
    /: there is no option "maxRPS"\. Did you mean "maxRps"\? An option is written as in run --help, in camelCase: maxRps$/,
  ],
  ['c.yaml', 'max-rps: 1', /: there is no option "max-rps"\. Did you mean "maxRps"\?/],
  ['c.json', '{"maxRps":"10"}', /: maxRps is not a number: "10"$/],
  ['c.json', '{"seed":1.5}', /: seed is not a whole number: 1\.5$/],
  ['c.json', '{"keep":"yes"}', /: keep is not true or false: "yes"$/],
  ['c.json', '{"rule":[1]}', /: rule is not a text: 1$/],
  ['c.json', '{"profile":"fast"}', /: profile is not right: "fast"\. There are: quick, standard/],
  ['c.json', '{"replay":"1:2:3"}', /: there is no option "replay"/],
])('%s with %j is refused in one line', async (name, text, message) => {
  await write(name, text)
  await expect(readConfig(name, directory)).rejects.toThrow(message)
})

test('a file that is named and not there is missed', async () => {
  await expect(readConfig('none.yaml', directory)).rejects.toThrow(
    'the configuration file cannot be used (none.yaml): there is no such file',
  )
})

test('two configuration files are one too many', async () => {
  await write('lambda-conformance.config.json', '{}')
  await write('lambda-conformance.config.yaml', '{}')
  await expect(readConfig(undefined, directory)).rejects.toThrow(
    'there are two configuration files, lambda-conformance.config.json and lambda-conformance.config.yaml; keep one',
  )
})

test.each<[readonly string[], NodeJS.ProcessEnv, string | undefined]>([
  [['run', '--config', 'a.json'], {}, 'a.json'],
  [['merge', 'x', '--config=a.json'], {}, 'a.json'],
  [['run'], { LAMBDA_CONFORMANCE_CONFIG: 'b.json' }, 'b.json'],
  [['run', '--config', 'a.json'], { LAMBDA_CONFORMANCE_CONFIG: 'b.json' }, 'a.json'],
  [['run'], { LAMBDA_CONFORMANCE_CONFIG: '' }, undefined],
  [['serve', '--config', 'a.json'], {}, undefined],
  [['run', '--help', '--config', 'missing.json'], {}, undefined],
])('%j with %j is configured by %s', async (argv, env, file) => {
  await write('a.json', '{}')
  await write('b.json', '{}')
  expect((await configFor(argv, env, directory))?.file).toBe(file)
})

test('a configuration knows every option of a run and of a wrapper, save the ones for once', () => {
  const tables = Object.values({ ...runOptionTable, ...wrapperOptionTable })
  const options = [...new Set(tables.map(configKeyOf))]
  const forOnce = ['config', 'replay']
  const known = Object.keys(schema.properties).filter((key) => key !== '$schema')
  expect(known.toSorted()).toEqual(
    [...options.filter((key) => !forOnce.includes(key)), 'adapter'].toSorted(),
  )
  // The compiler holds that these are all keys of the type, and no others.
  const typed: Record<keyof Configuration, true> = {
    endpoint: true,
    region: true,
    role: true,
    runtime: true,
    edition: true,
    profile: true,
    seed: true,
    rule: true,
    skipRule: true,
    without: true,
    failOn: true,
    baseline: true,
    out: true,
    concurrency: true,
    withoutConcurrency: true,
    shard: true,
    maxReplyBytes: true,
    ledger: true,
    maxRps: true,
    maxRequests: true,
    timeoutMs: true,
    deadlineS: true,
    settleTimeoutMs: true,
    keep: true,
    plan: true,
    json: true,
    quiet: true,
    noColor: true,
    allowRemote: true,
    adapter: true,
    command: true,
    persistent: true,
  }
  expect(Object.keys(typed).toSorted()).toEqual(known.toSorted())
})

test('what the parser of YAML only warns of is not printed', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warned.mockRestore())
  await write('c.yaml', '? [planted]\n: 1\n')
  await expect(readConfig('c.yaml', directory)).rejects.toThrow('cannot be used')
  expect(warned).not.toHaveBeenCalled()
})
