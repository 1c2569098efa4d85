import { expect, test } from 'vitest'
import { call, configuration, created, judge, refused, zips } from './trace.fixture.ts'

const updated = call(
  'UpdateFunctionCode',
  { ZipFile: zips.b.base64 },
  200,
  configuration({ RevisionId: 'r2', CodeSha256: zips.b.hash }),
)
const madeUp = { RevisionId: 'never given' }
const tooLong = { Description: 'd'.repeat(257) }

const back = (version: string) =>
  call(
    'UpdateFunctionCode',
    { ZipFile: zips.a.base64, Publish: true },
    200,
    configuration({ Version: version, RevisionId: 'v1' }),
  )

test('an account that is full says nothing of the publish', () => {
  const full = refused('PublishVersion', {}, 400, 'CodeStorageExceededException')
  expect(judge('code-sha256/absent-is-accepted', [created(), full])).toBe('silent')
  expect(judge('no-change/first-publish-makes-version', [created(), full])).toBe('silent')
  const invalid = refused('PublishVersion', {}, 400, 'InvalidParameterValueException')
  expect(judge('code-sha256/absent-is-accepted', [created(), invalid])).toBe('violated')
})

test('a caller that may not publish says nothing of the hash', () => {
  const input = { CodeSha256: zips.a.hash }
  const denied = refused('PublishVersion', input, 403, 'AccessDeniedException')
  expect(judge('code-sha256/right-is-accepted', [created(), denied])).toBe('silent')
})

test('a conflict is not a refusal of a precondition', () => {
  const input = { CodeSha256: zips.a.hash, RevisionId: 'r1' }
  const rule = 'preconditions/both-right-is-accepted'
  expect(
    judge(rule, [created(), refused('PublishVersion', input, 409, 'ResourceConflictException')]),
  ).toBe('silent')
  expect(
    judge(rule, [created(), refused('PublishVersion', input, 412, 'PreconditionFailedException')]),
  ).toBe('violated')
})

test('of a Description over the limit and a wrong precondition either may be named', () => {
  const long = refused('PublishVersion', { ...madeUp, ...tooLong }, 400, 'ValidationException')
  expect(judge('revision-id/publish-with-made-up-is-refused', [created(), long])).toBe('silent')
  const stale = refused(
    'PublishVersion',
    { ...madeUp, ...tooLong },
    412,
    'PreconditionFailedException',
  )
  const rule = 'publish-version/description-of-257-is-refused'
  expect(judge(rule, [created(), stale])).toBe('silent')
  expect(judge(rule, [created(), long])).toBe('unproven')
  const accepted = call('PublishVersion', tooLong, 201, configuration({ Version: '1' }))
  expect(judge(rule, [created(), accepted])).toBe('violated')
  const hash = { CodeSha256: Buffer.alloc(32, 7).toString('base64'), ...tooLong }
  const both = refused('PublishVersion', hash, 400, 'ValidationException')
  expect(judge('code-sha256/wrong-is-refused', [created(), both])).toBe('silent')
})

test('of a missing package and a wrong RevisionId either may be named', () => {
  const rule = 'revision-id/update-code-with-made-up-is-refused'
  const missing = refused('UpdateFunctionCode', madeUp, 400, 'InvalidParameterValueException')
  expect(judge(rule, [created(), missing])).toBe('silent')
  const sent = refused(
    'UpdateFunctionCode',
    { ...madeUp, ZipFile: zips.b.base64 },
    400,
    'InvalidParameterValueException',
  )
  expect(judge(rule, [created(), sent])).toBe('violated')
})

test('an error that a later edition documents was legal before', () => {
  const gone = refused('DeleteAlias', { Name: 'live' }, 404, 'ResourceNotFoundException')
  const rule = 'errors/supporting-are-documented'
  expect(judge(rule, [gone], { edition: '2024-08' })).toBe('held')
  const stale = refused('DeleteAlias', { Name: 'live' }, 412, 'PreconditionFailedException')
  expect(judge(rule, [stale], { edition: '2024-08' })).toBe('violated')
})

test('an error common to all services may have the status it has there', () => {
  const throttled = refused('PublishVersion', {}, 400, 'ThrottlingException')
  expect(judge('publish-version/errors-are-documented', [created(), throttled])).toBe('held')
})

test('a hash in hexadecimal is the same hash in capitals', () => {
  const hex = Buffer.from(zips.a.hash, 'base64').toString('hex')
  const capitals = call(
    'PublishVersion',
    { CodeSha256: hex.toUpperCase() },
    201,
    configuration({ Version: '1' }),
  )
  const rule = 'code-sha256/other-case-is-refused'
  expect(judge(rule, [created({ CodeSha256: hex }), capitals])).toBe('silent')
  const lower = call(
    'PublishVersion',
    { CodeSha256: zips.a.hash.toLowerCase() },
    201,
    configuration({ Version: '1' }),
  )
  expect(judge(rule, [created(), lower])).toBe('violated')
})

test('an update with Publish may return the last version where it has the same bytes', () => {
  const publish = call('PublishVersion', {}, 201, configuration({ Version: '1', RevisionId: 'v1' }))

  const rule = 'update-function-code/publish-returns-a-version'
  expect(judge(rule, [created(), publish, updated, back('1')])).toBe('silent')
  expect(judge(rule, [created(), publish, updated, back('2')])).toBe('held')
  const other = call(
    'UpdateFunctionCode',
    { ZipFile: zips.b.base64, Publish: true },
    200,
    configuration({ Version: '1', RevisionId: 'v1', CodeSha256: zips.b.hash }),
  )
  expect(judge(rule, [created(), publish, other])).toBe('violated')
})

test('an operation that is not there says nothing of a first publish, nor of a function that is not there', () => {
  const missing = call('PublishVersion', {}, 404, { error: 'no such page' })
  const without = { unsupported: ['PublishVersion'] } as const
  expect(judge('no-change/first-publish-makes-version', [created(), missing], without)).toBe(
    'silent',
  )
  expect(judge('no-change/first-publish-makes-version', [created(), missing])).toBe('violated')
  const unknown = refused('PublishVersion', {}, 404, 'UnknownOperationException')
  const rule = 'publish-version/unknown-function-is-404'
  expect(judge(rule, [unknown], without)).toBe('silent')
  expect(judge(rule, [unknown])).toBe('violated')
})

test('a dry run that is to publish as well may be refused', () => {
  const rule = 'update-function-code/dry-run-is-200'
  const run = { ZipFile: zips.b.base64, DryRun: true }
  const invalid = 'InvalidParameterValueException'
  const beside = refused('UpdateFunctionCode', { ...run, Publish: true }, 400, invalid)
  expect(judge(rule, [created(), beside])).toBe('silent')
  expect(judge(rule, [created(), refused('UpdateFunctionCode', run, 400, invalid)])).toBe(
    'violated',
  )
})

const creation = (message: string) =>
  call(
    'CreateFunction',
    { Role: 'arn:aws:iam::123456789012:role/r', Code: { ZipFile: zips.a.base64 } },
    400,
    { Type: 'User', message },
    { 'x-amzn-errortype': 'InvalidParameterValueException' },
  )

test('a policy that is full and a role that is not yet known say nothing of the call', () => {
  const statement = {
    StatementId: 's2',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
  }
  const added = call('AddPermission', { ...statement, StatementId: 's1' }, 201, {
    Statement: '{"Sid":"s1"}',
  })
  const read = call('GetPolicy', {}, 200, {
    Policy: '{"Statement":[{"Sid":"s1"}]}',
    RevisionId: 'p1',
  })
  const more = (name: string) =>
    refused('AddPermission', { ...statement, RevisionId: 'p1' }, 400, name)
  const rule = 'permissions/add-with-current-is-accepted'
  const full = more('PolicyLengthExceededException')
  expect(judge(rule, [created(), added, read, full])).toBe('silent')
  const other = more('InvalidParameterValueException')
  expect(judge(rule, [created(), added, read, other])).toBe('violated')

  const deleted = call('DeleteFunction', {}, 204)
  const again = 'deletion/deleted-name-can-be-used-again'
  const early = creation('The role defined for the function cannot be assumed by Lambda.')
  expect(judge(again, [created(), deleted, early])).toBe('silent')
  expect(judge(again, [created(), deleted, creation('The name is taken.')])).toBe('violated')
})
