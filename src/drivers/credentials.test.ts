import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Credentials } from './driver.ts'
import { isLoopback, providerFor } from './credentials.ts'

const credentialsFor = async (endpoint: string, given?: Credentials): Promise<Credentials> =>
  (await providerFor(endpoint, given))()

afterEach(() => {
  vi.unstubAllEnvs()
})

test('loopback is told by the host alone, in all its spellings', () => {
  const yes = [
    'http://127.0.0.1:4566',
    'http://127.255.255.254',
    'http://localhost:4566/base/',
    'http://LOCALHOST.',
    'http://lambda.localhost',
    'https://[::1]:8443',
    'http://0x7f.1',
    'http://2130706433',
    'http://[::ffff:127.0.0.1]',
    'http://[0:0:0:0:0:0:0:1]',
  ]
  const no = [
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    'http://127.0.0.1@example.com',
    'http://example.com/127.0.0.1',
    'http://[::ffff:10.0.0.1]',
    'http://[::ffff:7f:1]',
    'http://10.0.0.1',
    'https://lambda.eu-west-1.amazonaws.com',
    'not a url',
    '',
  ]
  expect(yes.filter((url) => !isLoopback(url))).toEqual([])
  expect(no.filter((url) => isLoopback(url))).toEqual([])
})

test('credentials that are given are taken', async () => {
  const given = { accessKeyId: 'a', secretAccessKey: 'b' }
  expect(await credentialsFor('http://127.0.0.1:1', given)).toBe(given)
  expect(await credentialsFor('https://lambda.eu-west-1.amazonaws.com', given)).toBe(given)
})

test('a loopback endpoint gets dummy credentials where the environment has none', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
  expect(await credentialsFor('http://127.0.0.1:1')).toEqual({
    accessKeyId: 'test',
    secretAccessKey: 'test',
  })
})

test('credentials of the environment are found for every endpoint', async () => {
  vi.stubEnv('AWS_PROFILE', undefined)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_SESSION_TOKEN', 'token')
  const want = { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' }
  expect(await credentialsFor('http://127.0.0.1:1')).toEqual(want)
  expect(await credentialsFor('https://lambda.eu-west-1.amazonaws.com')).toEqual(want)
})

test('credentials that expire say when', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'credentials-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const config = join(directory, 'config')
  const expiration = new Date(Date.now() + 3_600_000).toISOString()
  const given = { Version: 1, AccessKeyId: 'id', SecretAccessKey: 'secret', Expiration: expiration }
  await writeFile(join(directory, 'given.json'), JSON.stringify(given))
  await writeFile(config, `[default]\ncredential_process = cat ${join(directory, 'given.json')}\n`)
  vi.stubEnv('AWS_CONFIG_FILE', config)
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(directory, 'none'))
  for (const name of ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    vi.stubEnv(name, undefined)
  }
  expect(await credentialsFor('https://lambda.eu-west-1.amazonaws.com')).toEqual({
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    expiration: new Date(expiration),
  })
})
