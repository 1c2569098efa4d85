import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { formOf } from './names-forms.ts'
import { call, configuration, created, judge, refused, zips } from './trace.fixture.ts'

const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:f'
const made = created({ FunctionArn: arn })
const read = (FunctionName: string, status = 200, members: JsonObject = {}): Exchange =>
  call(
    'GetFunctionConfiguration',
    { FunctionName },
    status,
    status === 200 ? configuration({ FunctionArn: arn, ...members }) : { message: 'no' },
  )
const publish = (FunctionName: string, status = 201): Exchange =>
  call(
    'PublishVersion',
    { FunctionName },
    status,
    status === 201 ? configuration({ Version: '1', FunctionArn: `${arn}:1` }) : { message: 'no' },
  )

const list = (...numbers: readonly string[]) =>
  call('ListVersionsByFunction', {}, 200, { Versions: numbers.map((Version) => ({ Version })) })

test.each([
  ['f', 'bare', undefined],
  ['f:1', 'bare', '1'],
  ['f:$LATEST', 'bare', '$LATEST'],
  ['function:f', 'function-and-name', undefined],
  ['123456789012:function:f:live', 'partial-arn', 'live'],
  [arn, 'arn', undefined],
  [`${arn}:1`, 'arn', '1'],
  ['arn:aws-cn:lambda:cn-north-1:123456789012:function:f', 'arn', undefined],
])('%s is a name of the form %s', (given, kind, qualifier) => {
  expect(formOf(given)).toMatchObject({ kind, name: 'f' })
  expect(formOf(given)?.qualifier).toBe(qualifier)
})

test.each(['', 'f!', 'f:1:2', 'arn:aws:s3:::f', 'arn:aws:lambda:eu-central-1:12:function:f'])(
  '"%s" is no name',
  (given) => {
    expect(formOf(given)).toBeUndefined()
  },
)

test('an ARN means the function whose own ARN it is', () => {
  const rule = 'names/read-by-arn'
  expect(judge(rule, [made, read(arn)])).toBe('held')
  expect(judge(rule, [made, read(arn, 404)])).toBe('violated')
  expect(judge(rule, [made, read(arn, 200, { FunctionArn: arn.replace(/f$/, 'g') })])).toBe(
    'violated',
  )
  // What ARN a subject gives its functions is its own affair; one of another region is another function's.
  const other = arn.replace('eu-central-1', 'us-west-2')
  expect(judge(rule, [made, read(other, 404)])).toBe('silent')
  expect(judge('names/arn-of-another-region-is-not-found', [made, read(other, 404)])).toBe('held')
  expect(judge('names/arn-of-another-region-is-not-found', [made, read(other)])).toBe('violated')
  expect(judge(rule, [created(), read(arn, 404)])).toBe('silent')
})

test('a call that may be refused for another reason says nothing of its name', () => {
  const rule = 'names/publish-by-arn'
  expect(judge(rule, [made, publish(arn)])).toBe('held')
  expect(judge(rule, [made, publish(arn, 404)])).toBe('violated')
  expect(judge(rule, [made, publish(arn, 409)])).toBe('silent')
  expect(judge(rule, [created({ FunctionArn: arn, State: 'Pending' }), publish(arn, 404)])).toBe(
    'silent',
  )
  const stale = refused(
    'PublishVersion',
    { FunctionName: arn, RevisionId: 'r0' },
    400,
    'InvalidParameterValueException',
  )
  expect(judge(rule, [made, stale])).toBe('silent')
})

test('a name that is none is refused, and the function it resembles left alone', () => {
  const rule = 'names/publish-with-illegal-name-is-refused'
  const bad = refused('PublishVersion', { FunctionName: 'f!' }, 400, 'ValidationException')
  expect(judge(rule, [made, bad, read('f'), list('$LATEST'), publish('f')])).toBe('held')
  expect(judge(rule, [made, bad, read('f'), list('$LATEST', '1'), publish('f')])).toBe('unproven')
  expect(judge(rule, [made, bad, read('f'), list('$LATEST')])).toBe('unproven')
  expect(judge(rule, [made, publish('f!')])).toBe('violated')
  expect(judge(rule, [made, publish('f!', 404)])).toBe('violated')
})

test('$latest is refused as one likes', () => {
  expect(judge('names/read-with-illegal-name-is-refused', [made, read('f:$latest', 404)])).toBe(
    'silent',
  )
  const rule = 'names/lower-case-latest-is-not-latest'
  expect(judge(rule, [made, read('f:$latest', 404)])).toBe('held')
  expect(judge(rule, [made, read('f:$latest', 400)])).toBe('held')
  expect(judge(rule, [made, read('f:$latest')])).toBe('violated')
})

const updateAsVersion1 = (FunctionName: string): Exchange =>
  call('UpdateFunctionCode', { FunctionName }, 200, configuration({ Version: '1' }))

test('that a version behind a name is updated says nothing of how $LATEST is called', () => {
  const rule = 'versions/latest-is-called-latest'
  expect(judge(rule, [updateAsVersion1('f:1')])).toBe('silent')
  expect(judge(rule, [updateAsVersion1('f')])).toBe('violated')
})

const publishLayer = (LayerName: string, Version: number, LayerArn: string): Exchange =>
  call('PublishLayerVersion', { LayerName, Content: { ZipFile: zips.a.base64 } }, 201, {
    LayerArn,
    LayerVersionArn: `${LayerArn}:${Version}`,
    Version,
  })

test('an ARN that is taken for the name of a layer is one breach: nothing is said of numbers, nor of the form of the reply', () => {
  const layerArn = 'arn:aws:lambda:us-east-1:123456789012:layer:l'
  const taken = `arn:aws:lambda:us-east-1:123456789012:layer:${layerArn}`
  const byName = publishLayer('l', 1, layerArn)
  const trace = [byName, publishLayer(layerArn, 1, taken)]
  expect(judge('names/layer-publish-by-arn', trace)).toBe('violated')
  expect(judge('publish-layer-version/success-body', trace)).toBe('held')
  expect(judge('publish-layer-version/always-a-new-version', trace)).toBe('held')
  expect(judge('publish-layer-version/numbers-rise-by-one', trace)).toBe('held')
  expect(judge('publish-layer-version/success-body', [publishLayer('l', 1, taken)])).toBe(
    'violated',
  )
  expect(judge('publish-layer-version/always-a-new-version', [byName, byName])).toBe('violated')
})
