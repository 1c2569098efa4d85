import { expect, test } from 'vitest'
import { call, configuration, created, judge, zips } from './trace.fixture.ts'

/** A creation that answers with less than a read does. */
const sparse = call(
  'CreateFunction',
  { Description: 'as created', MemorySize: 128, Code: { ZipFile: zips.a.base64 } },
  201,
  { FunctionName: 'f', Version: '$LATEST', RevisionId: 'r1', CodeSha256: zips.a.hash, CodeSize: 1 },
)
const publish = (members = {}) =>
  call('PublishVersion', {}, 201, configuration({ Version: '1', RevisionId: 'v1', ...members }))
const change = (input: object, members = {}) =>
  call(
    'UpdateFunctionConfiguration',
    { ...input },
    200,
    configuration({ RevisionId: 'r2', ...members }),
  )

const uploaded = (zip: (typeof zips)[keyof typeof zips]) =>
  call(
    'UpdateFunctionCode',
    { ZipFile: zip.base64 },
    200,
    configuration({ RevisionId: 'r2', CodeSha256: zip.hash }),
  )

test('a reply that shows more than the one before is no change', () => {
  const update = call(
    'UpdateFunctionCode',
    { ZipFile: zips.b.base64 },
    200,
    configuration({ RevisionId: 'r2', CodeSha256: zips.b.hash }),
  )
  const rule = 'update-function-code/keeps-configuration'
  expect(judge(rule, [sparse, update])).toBe('held')
  expect(judge('publish-version/description-omitted-inherits', [sparse, publish()])).toBe('silent')
  const grown = call(
    'UpdateFunctionCode',
    { ZipFile: zips.b.base64 },
    200,
    configuration({ RevisionId: 'r2', CodeSha256: zips.b.hash, MemorySize: 256 }),
  )
  expect(judge(rule, [created(), grown])).toBe('violated')
})

test('a version that shows more than the creation that made it is the same version', () => {
  const made = call('CreateFunction', { Publish: true }, 201, {
    FunctionName: 'f',
    Version: '1',
    CodeSha256: zips.a.hash,
  })
  const read = call('GetFunctionConfiguration', {}, 200, configuration({}))

  const rule = 'versions/number-is-new'
  expect(judge(rule, [made, read, uploaded(zips.a), publish()])).toBe('silent')
  const other = publish({ CodeSha256: zips.b.hash })
  expect(judge(rule, [made, read, uploaded(zips.b), other])).toBe('violated')
})

test('a member is changed where an update asked for another value', () => {
  const rule = 'no-change/description-change-makes-version'
  const same = change({ Description: 'as created' })
  expect(judge(rule, [sparse, publish(), same, publish()])).toBe('silent')
  const other = change({ Description: 'as updated' }, { Description: 'as updated' })
  expect(judge(rule, [sparse, publish(), same, other, publish()])).toBe('silent')
  expect(judge(rule, [created(), publish(), other, publish()])).toBe('violated')
})

test('the RevisionId of an update may change when the update ends', () => {
  const rule = 'revision-id/changes-with-configuration'
  const late = { RevisionId: 'r1', MemorySize: 256, LastUpdateStatus: 'InProgress' }
  expect(judge(rule, [created(), change({ MemorySize: 256 }, late)])).toBe('silent')
  const never = { RevisionId: 'r1', MemorySize: 256 }
  expect(judge(rule, [created(), change({ MemorySize: 256 }, never)])).toBe('violated')
})

test('a creation with Publish may answer with the RevisionId of $LATEST', () => {
  const made = created({ Version: '1', RevisionId: 'r1' })
  const creation = {
    ...made,
    call: { ...made.call, input: { ...made.call.input, Publish: true } },
  }
  const read = call('GetFunctionConfiguration', {}, 200, configuration({}))
  const version = call(
    'GetFunctionConfiguration',
    { Qualifier: '1' },
    200,
    configuration({ Version: '1', RevisionId: 'v1' }),
  )
  const rule = 'no-change/repeat-publish-returns-the-version-as-it-is'
  expect(judge(rule, [creation, read, publish()])).toBe('silent')
  expect(judge(rule, [creation, read, version, publish()])).toBe('held')
  expect(judge(rule, [creation, read, version, publish({ RevisionId: 'v2' })])).toBe('violated')
})

test('a version with a snapshot is not ready at once', () => {
  const pending = { State: 'Pending', LastUpdateStatus: 'Successful' }
  const rule = 'publish-version/version-is-ready'
  expect(judge(rule, [created(), publish(pending)])).toBe('violated')
  const snapshot = { ...pending, SnapStart: { ApplyOn: 'PublishedVersions' } }
  expect(judge(rule, [created(), publish(snapshot)])).toBe('silent')
})

test('what a layer was not given may come back as nothing, and runtimes in any order', () => {
  const rule = 'publish-layer-version/returns-what-was-given'
  const given = { Description: '', CompatibleRuntimes: ['python3.12', 'nodejs20.x'] }
  const shown = { Version: 1, CompatibleRuntimes: ['nodejs20.x', 'python3.12'] }
  expect(judge(rule, [call('PublishLayerVersion', given, 201, shown)])).toBe('held')
  const other = { Version: 1, CompatibleRuntimes: ['nodejs20.x'] }
  expect(judge(rule, [call('PublishLayerVersion', given, 201, other)])).toBe('violated')
})

test('a number that a deleted version had is noticed also where it was the last', () => {
  const remove = call('DeleteFunction', { Qualifier: '1' }, 204)
  const trace = [created(), publish(), remove, publish()]
  expect(judge('versions/deleted-number-is-not-reused', trace)).toBe('violated')
})

test.each([
  ['leaves out', { Version: '1' }, 'held'],
  ['has null for', { Version: '1', CodeSha256: null, MemorySize: null }, 'held'],
  ['shows as another', { Version: '1', CodeSha256: zips.b.hash }, 'violated'],
  ['shows as empty', { Version: '1', CodeSha256: zips.a.hash, Description: '' }, 'violated'],
])('what a list %s is as expected', (_what, item, kind) => {
  const list = call('ListVersionsByFunction', {}, 200, { Versions: [item] })
  expect(judge('listing/items-are-as-read', [created(), publish(), list])).toBe(kind)
})

const version = (members: object) =>
  call('GetFunctionConfiguration', { Qualifier: '1' }, 200, { Version: '1', ...members })

test('a read or a creation that shows less contradicts nothing', () => {
  const less = { FunctionName: 'f', Version: '$LATEST', RevisionId: 'r1' }
  const read = (members: object) =>
    call('GetFunction', {}, 200, { Configuration: { ...less, ...members } })
  const agrees = 'versions/get-function-agrees'
  const before = call('GetFunctionConfiguration', {}, 200, configuration({}))
  expect(judge(agrees, [created(), before, read({})])).toBe('held')
  expect(judge(agrees, [created(), before, read({ CodeSha256: zips.b.hash })])).toBe('violated')

  const stays = 'versions/code-stays-after-code-update'
  expect(judge(stays, [created(), publish(), uploaded(zips.b), version({})])).toBe('held')
  const other = version({ CodeSha256: zips.b.hash })
  expect(judge(stays, [created(), publish(), uploaded(zips.b), other])).toBe('violated')

  const hash = 'supporting/create-hash-is-of-the-package'
  const bare = call('CreateFunction', created().call.input, 201, less)
  expect(judge(hash, [bare])).toBe('silent')
  expect(judge(hash, [created({ CodeSize: zips.a.size + 1 })])).toBe('violated')
  expect(judge(hash, [created({ CodeSha256: null })])).toBe('held')
})

test('variables that could not be read are told of by an error', () => {
  const rule = 'supporting/configuration-update-takes-effect'
  const input = { Environment: { Variables: { A: 'b' } } }
  const failed = { Environment: { Error: { ErrorCode: 'AccessDeniedException', Message: 'no' } } }
  expect(judge(rule, [created(), change(input, failed)])).toBe('held')
  expect(judge(rule, [created(), change(input)])).toBe('violated')
})

const made = (members: object) =>
  call('CreateAlias', { Name: 'live', FunctionVersion: '1' }, 201, { Name: 'live', ...members })

test('an alias is shown with as much as the reply likes', () => {
  const rule = 'aliases/create-shows-name-and-version'
  expect(judge(rule, [created(), publish(), made({})])).toBe('held')
  expect(judge(rule, [created(), publish(), made({ FunctionVersion: '2' })])).toBe('violated')
})
