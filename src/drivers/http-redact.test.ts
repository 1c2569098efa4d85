import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { httpDriver } from './http.ts'
import { answered, call, drive, ok, sendTo, serve } from './raw-server.test-kit.ts'

const means = {
  region: 'eu-west-1',
  edition: '2024-08',
  credentials: { accessKeyId: 'AKIDPLANTED', secretAccessKey: 'SECRETPLANTED' },
} as const

test('a reply shows nothing of the credentials, wherever a subject puts them', async () => {
  const outcome = await answered(
    ok(
      JSON.stringify({ a: 'x SECRETPLANTED', SECRETPLANTED: 1 }),
      'server: AKIDPLANTED\r\nx-SECRETPLANTED: y\r\nlocation: http://AKIDPLANTED/?t=SECRET%50LANTED\r\n',
    ),
  )
  expect(outcome).toMatchObject({
    kind: 'reply',
    headers: { server: 'REDACTED', 'x-REDACTED': 'y', location: 'http://REDACTED/?t=REDACTED' },
    body: { kind: 'json', value: { a: 'x REDACTED', REDACTED: 1 } },
  })
  expect(JSON.stringify(outcome)).not.toMatch(/PLANTED/i)
})

test('nor does one that was compressed, or one that cannot be read', async () => {
  const packed = gzipSync('"SECRETPLANTED"')
  expect(await answered(ok(packed, 'content-encoding: gzip\r\n'))).toMatchObject({
    text: '"REDACTED"',
  })
  const unknown = await answered(ok('x', 'content-encoding: SECRETPLANTED\r\n'))
  expect(unknown).toMatchObject({ body: { why: 'content-encoding REDACTED is not known' } })
  const notJson = await answered(ok('AKIDPLANTED {'))
  expect(notJson).toMatchObject({ body: { kind: 'not-json' }, text: 'REDACTED {' })
  expect(JSON.stringify([unknown, notJson])).not.toMatch(/PLANTED/i)
})

test('the signature of this request and of an earlier one is redacted', async () => {
  let sent = ''
  const endpoint = await serve((socket) => {
    socket.on('data', (chunk: Buffer) => {
      sent += String(chunk)
      const signatures = Array.from(sent.matchAll(/Signature=(\w{64})/g), ([, digits]) => digits)
      socket.write(ok(JSON.stringify({ signatures })))
    })
  }, 'accept')
  const driver = drive(endpoint)
  await driver.send(call)
  const { outcome } = await driver.send({ ...call, input: { FunctionName: 'other' } })
  expect(outcome).toMatchObject({ text: '{"signatures":["REDACTED","REDACTED"]}' })
})

test('credentials that are renewed sign from then on, and none of them is shown', async () => {
  let sent = ''
  const endpoint = await serve((socket) => {
    socket.on('data', (chunk: Buffer) => {
      sent += String(chunk)
      const ids = Array.from(sent.matchAll(/Credential=(\w+)/g), ([, id]) => id)
      socket.write(ok(JSON.stringify({ ids, secrets: 'GENERATION1SECRET GENERATION2SECRET' })))
    })
  }, 'accept')
  let generation = 0
  const driver = httpDriver({
    ...means,
    endpoint,
    credentials: async () => {
      generation += 1
      const id = `GENERATION${generation}`
      return { accessKeyId: `${id}KEY`, secretAccessKey: `${id}SECRET` }
    },
  })
  onTestFinished(driver.close)
  await driver.send(call)
  const { outcome } = await driver.send(call)
  expect(sent.match(/GENERATION\dKEY/g)).toEqual(['GENERATION1KEY', 'GENERATION2KEY'])
  expect(outcome).toMatchObject({
    text: '{"ids":["REDACTED","REDACTED"],"secrets":"REDACTED REDACTED"}',
  })
})

test('a link that the service signed keeps its address alone; who passes requests on gets it whole', async () => {
  const link = 'https://b/p?versionId=1&X-Amz-Signature=abc'
  const endpoint = await serve((socket) =>
    socket.write(ok(JSON.stringify({ link, id: 'AKIDPLANTED' }))),
  )
  expect(await sendTo(endpoint)).toMatchObject({
    body: { value: { link: 'https://b/p?versionId=1&X-Amz-Signature=REDACTED', id: 'REDACTED' } },
  })
  const driver = httpDriver({ endpoint, ...means })
  onTestFinished(driver.close)
  expect(await driver.pass({ method: 'GET', path: '/', headers: {} })).toMatchObject({
    body: { value: { link, id: 'REDACTED' } },
  })
})
