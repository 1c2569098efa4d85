import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { call, configuration, created, judge, refused, zips } from './trace.fixture.ts'

const ZipFile = zips.b.base64
const invalid = 'InvalidParameterValueException'
const validation = 'ValidationException'

const update = (input: JsonObject, status = 200, members: JsonObject = {}): Exchange =>
  call('UpdateFunctionCode', input, status, configuration({ RevisionId: 'r2', ...members }))
const read = (members: JsonObject = {}): Exchange =>
  call('GetFunctionConfiguration', {}, 200, configuration(members))
const layer = (input: JsonObject, status: number, Version = 1): Exchange =>
  call('PublishLayerVersion', { Content: { ZipFile }, ...input }, status, { Version })
const list = (...numbers: readonly number[]): Exchange =>
  call('ListLayerVersions', {}, 200, { LayerVersions: numbers.map((Version) => ({ Version })) })

const many = (count: number) => ({
  CompatibleRuntimes: ['nodejs8.10', 'java8', 'python3.6', 'python3.7', 'go1.x', 'ruby2.5'].slice(
    0,
    count,
  ),
})

const two = { ZipFile, Architectures: ['x86_64', 'arm64'] }
const rule = 'requests/update-to-two-architectures-is-refused'

test('a refusal is right by any name for a wrong request, or by none', () => {
  for (const name of [validation, invalid, 'SerializationException', 'SomethingUndocumented']) {
    const bad = refused('UpdateFunctionCode', two, 400, name)
    expect(judge(rule, [created(), bad, read(), update({ ZipFile })])).toBe('held')
  }
  const nameless = call('UpdateFunctionCode', two, 400, { message: 'no' })
  expect(judge(rule, [created(), nameless, read(), update({ ZipFile })])).toBe('held')
  const other = refused('UpdateFunctionCode', two, 400, 'CodeVerificationFailedException')
  expect(judge(rule, [created(), other])).toBe('violated')
  expect(judge(rule, [created(), update(two)])).toBe('violated')
})

test('of a request with two defects no rule about one of them speaks', () => {
  const both = update({ ...two, RevisionId: 7 })
  expect(judge(rule, [created(), both])).toBe('silent')
  expect(judge('requests/update-revision-id-that-is-no-text-is-refused', [created(), both])).toBe(
    'silent',
  )
})

test('a refusal for the state of the function says nothing of the request', () => {
  const pending = created({ State: 'Pending' })
  const conflict = refused('UpdateFunctionCode', two, 409, 'ResourceConflictException')
  expect(judge(rule, [pending, conflict])).toBe('silent')
  expect(judge(rule, [created(), conflict])).toBe('violated')
  const busy = refused('UpdateFunctionCode', two, 429, 'TooManyRequestsException')
  expect(judge(rule, [created(), busy])).toBe('silent')
})

test('what a later edition allows is no breach of an earlier one', () => {
  const over = 'requests/runtimes-over-the-maximum-are-refused'
  expect(judge(over, [layer(many(6), 201)], { edition: '2018-11' })).toBe('silent')
  const bad = layer(many(6), 400)
  expect(judge(over, [layer({}, 201), bad, list(1)], { edition: '2018-11' })).toBe('held')
})

test('a runtime of a known family may be one by now', () => {
  const unknown = 'requests/unknown-runtime-of-a-layer-is-refused'
  expect(judge(unknown, [layer({ CompatibleRuntimes: ['python3.99'] }, 201)])).toBe('silent')
  expect(judge(unknown, [layer({ CompatibleRuntimes: ['cobol85'] }, 201)])).toBe('violated')
})

test('a bucket that cannot be is told from one that is not there', () => {
  const short = 'requests/bucket-of-2-is-refused'
  const place = { S3Bucket: 'some-bucket', S3Key: 'key' }
  const bad = { ...place, S3Bucket: 'bb' }
  const trace = (name: string, twin: Exchange, message = 'no') => [
    created(),
    call('UpdateFunctionCode', bad, 400, { message }, { 'x-amzn-errortype': name }),
    twin,
  ]
  const absent = refused('UpdateFunctionCode', place, 400, invalid)
  expect(judge(short, trace(validation, absent))).toBe('held')
  expect(judge(short, trace(invalid, absent))).toBe('unproven')
  expect(judge(short, trace(invalid, absent, "Value 'bb' at 's3Bucket' is short"))).toBe('held')
  expect(judge(short, trace(invalid, update(place)))).toBe('held')
  expect(judge(short, trace(validation, read()))).toBe('unproven')
  expect(judge(short, [created(), update(bad)])).toBe('violated')
  const missing = refused('UpdateFunctionCode', bad, 404, 'ResourceNotFoundException')
  expect(judge(short, [created(), missing, absent])).toBe('violated')
})

test('after refused requests nothing is otherwise than before', () => {
  const nothing = 'requests/refused-request-changes-nothing'
  const bad = refused('UpdateFunctionCode', two, 400, validation)
  expect(judge(nothing, [created(), bad, read()])).toBe('held')
  expect(judge(nothing, [created(), bad, read({ CodeSha256: zips.b.hash })])).toBe('violated')
  expect(judge(nothing, [created(), bad, read({ RevisionId: 'r9' })])).toBe('violated')
  // Something else may have changed it.
  expect(judge(nothing, [created(), bad, update({ ZipFile }), read({ RevisionId: 'r9' })])).toBe(
    'silent',
  )
  // A refusal for another reason is another rule's.
  const stale = refused('PublishVersion', { CodeSha256: 'other' }, 400, invalid)
  expect(judge(nothing, [created(), stale, read({ RevisionId: 'r9' })])).toBe('silent')
  const layers = [layer({}, 201), layer({ Description: 7 }, 400)]
  expect(judge(nothing, [...layers, list(1)])).toBe('held')
  expect(judge(nothing, [...layers, list(2, 1)])).toBe('violated')
})

test('a recording of half a request says nothing of its form', () => {
  const bare: Exchange = {
    ...update(two),
    call: {
      operation: 'UpdateFunctionCode',
      input: { FunctionName: 'f', Architectures: two.Architectures },
      partial: true,
    },
  }
  expect(judge(rule, [created(), bare])).toBe('silent')
})

test('whether a dry run looks into the archive is what the rule about dry runs says', () => {
  const text = { ZipFile: Buffer.from('no archive').toString('base64') }
  const archive = 'requests/zip-file-that-is-no-archive-is-refused'
  const dryRun = 'update-function-code/dry-run-of-no-archive-is-refused'
  const accepted = update({ ...text, DryRun: true })
  expect(judge(archive, [created(), accepted])).toBe('silent')
  expect(judge(dryRun, [created(), accepted])).toBe('violated')
  expect(judge(archive, [created(), update(text)])).toBe('violated')
})
