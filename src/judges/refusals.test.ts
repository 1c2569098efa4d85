import { expect, test } from 'vitest'
import { call, configuration, created, judge, refused, zips } from './trace.fixture.ts'

const rule = 'revision-id/update-code-with-made-up-is-refused'
const ZipFile = zips.b.base64
const stale = refused(
  'UpdateFunctionCode',
  { ZipFile, RevisionId: 'never given' },
  412,
  'PreconditionFailedException',
)
const read = (members: object = {}) =>
  call('GetFunctionConfiguration', {}, 200, configuration({ ...members }))
const mended = (input: object = { RevisionId: 'r1' }) =>
  call(
    'UpdateFunctionCode',
    { ZipFile, ...input },
    200,
    configuration({ RevisionId: 'r2', CodeSha256: zips.b.hash }),
  )

test('a refusal is proven where it changed nothing and the call is accepted without the defect', () => {
  expect(judge(rule, [created(), stale, read(), mended()])).toBe('held')
  expect(judge(rule, [created(), stale, read(), mended({})])).toBe('held')
})

test('a subject that refuses every such call proves nothing', () => {
  expect(judge(rule, [created(), stale, read()])).toBe('unproven')
  const refusedToo = refused('UpdateFunctionCode', { ZipFile }, 412, 'PreconditionFailedException')
  expect(judge(rule, [created(), stale, read(), refusedToo])).toBe('unproven')
})

test('a call with another member besides is not the same call', () => {
  const other = mended({ RevisionId: 'r1', Publish: true })
  expect(judge(rule, [created(), stale, read(), other])).toBe('unproven')
})

test('a refusal after which nobody looked proves nothing', () => {
  expect(judge(rule, [created(), stale, mended()])).toBe('unproven')
  // What a later call did is not what the refused one left alone.
  expect(judge(rule, [created(), stale, mended(), read({ RevisionId: 'r2' })])).toBe('unproven')
})

test('a refusal that changed something proves nothing: of the change another rule speaks', () => {
  const changed = read({ RevisionId: 'r9' })
  expect(judge(rule, [created(), stale, changed, mended({ RevisionId: 'r9' })])).toBe('unproven')
  const code = read({ CodeSha256: zips.b.hash })
  expect(judge(rule, [created(), stale, code, mended()])).toBe('unproven')
  expect(
    judge('revision-id/refused-update-code-keeps-code', [created(), read(), stale, code]),
  ).toBe('violated')
})

test('a wrong answer is a breach whether or not anything is proven', () => {
  const accepted = mended({ RevisionId: 'never given' })
  expect(judge(rule, [created(), accepted])).toBe('violated')
})

const publish = (input: object, status = 201) =>
  call('PublishLayerVersion', { ...input }, status, { Version: 1, LayerArn: 'arn' })
const list = (...numbers: readonly number[]) =>
  call('ListLayerVersions', {}, 200, { LayerVersions: numbers.map((Version) => ({ Version })) })

test('a layer that was not published is not in the list', () => {
  const without = 'publish-layer-version/missing-content-is-refused'
  const good = publish({ Content: { ZipFile } })
  const bad = publish({}, 400)
  expect(judge(without, [good, bad, list(1)])).toBe('held')
  expect(judge(without, [good, bad])).toBe('unproven')
  expect(judge(without, [good, bad, list(2, 1)])).toBe('unproven')
  expect(judge(without, [bad, list()])).toBe('unproven')
})

test('a version that was not deleted is read or listed afterwards', () => {
  const behindAlias = 'deletion/version-behind-an-alias-is-refused'
  const version = configuration({ Version: '1', RevisionId: 'v1' })
  const made = [
    created(),
    call('PublishVersion', {}, 201, version),
    call('CreateAlias', { Name: 'live', FunctionVersion: '1' }, 201, {
      Name: 'live',
      FunctionVersion: '1',
    }),
    read(),
    refused('DeleteFunction', { Qualifier: '1' }, 409, 'ResourceConflictException'),
  ]
  const freed = [
    call('DeleteAlias', { Name: 'live' }, 204),
    call('DeleteFunction', { Qualifier: '1' }, 204),
  ]
  const readVersion = call('GetFunctionConfiguration', { Qualifier: '1' }, 200, version)
  const gone = refused(
    'GetFunctionConfiguration',
    { Qualifier: '1' },
    404,
    'ResourceNotFoundException',
  )
  expect(judge(behindAlias, [...made, read(), readVersion, ...freed])).toBe('held')
  expect(judge(behindAlias, [...made, read(), ...freed])).toBe('unproven')
  expect(judge(behindAlias, [...made, read(), gone, ...freed])).toBe('unproven')
})
