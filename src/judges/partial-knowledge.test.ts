import { expect, test } from 'vitest'
import type { Exchange } from '../drivers/driver.ts'
import { nothingCertain } from '../model/state.ts'
import { call, configuration, created, judge, refused, withoutBody, zips } from './trace.fixture.ts'

const publish = (version: string, members = {}, input = {}) =>
  call(
    'PublishVersion',
    input,
    201,
    configuration({ Version: version, RevisionId: `v${version}`, ...members }),
  )
const read = (members = {}, input = {}) =>
  call('GetFunctionConfiguration', input, 200, configuration(members))
const readVersion = (revision: string) =>
  read({ Version: '1', RevisionId: revision }, { Qualifier: '1' })

const recording = { beginning: nothingCertain }

test('a function that a recording did not see made may exist', () => {
  const trace = [publish('1')]
  expect(judge('publish-version/unknown-function-is-404', trace, recording)).toBe('silent')
  expect(judge('publish-version/unknown-function-is-404', trace)).toBe('violated')
})

test('between two calls of a recording an update may have been left out', () => {
  const trace = [created(), publish('1'), publish('2', { MemorySize: 256 })]
  expect(judge('publish-version/snapshots-configuration', trace, recording)).toBe('silent')
  expect(judge('publish-version/snapshots-configuration', trace)).toBe('violated')
  expect(judge('no-change/repeat-publish-returns-same-version', trace, recording)).toBe('silent')
  expect(judge('no-change/repeat-publish-returns-same-version', trace)).toBe('violated')
})

test('a recorded function may have had an earlier life', () => {
  const trace = [created(), publish('32')]
  expect(judge('versions/numbers-start-at-1', trace, recording)).toBe('silent')
  expect(judge('versions/numbers-start-at-1', trace)).toBe('violated')
})

test('between two reads of a recording others may have changed the function', () => {
  const trace = [created(), read(), read({ RevisionId: 'r2', MemorySize: 256 })]
  expect(judge('revision-id/stays-when-read', trace, recording)).toBe('silent')
  expect(judge('revision-id/stays-when-read', trace)).toBe('violated')
})

test('a layer in a recording may have versions that it does not show', () => {
  const layer = call('PublishLayerVersion', { Content: { ZipFile: zips.a.base64 } }, 201, {
    Version: 3,
  })
  expect(judge('publish-layer-version/numbers-rise-by-one', [layer], recording)).toBe('silent')
  expect(judge('publish-layer-version/numbers-rise-by-one', [layer])).toBe('violated')
})

test('what a request without a recorded body asked for is not known', () => {
  const layer = call('PublishLayerVersion', {}, 201, { Version: 1 })
  expect(judge('publish-layer-version/missing-content-is-refused', [layer])).toBe('violated')
  expect(judge('publish-layer-version/missing-content-is-refused', [withoutBody(layer)])).toBe(
    'silent',
  )
  const update = call(
    'UpdateFunctionCode',
    {},
    200,
    configuration({ RevisionId: 'r2', MemorySize: 256 }),
  )
  expect(judge('update-function-code/keeps-configuration', [created(), update])).toBe('violated')
  expect(judge('update-function-code/keeps-configuration', [created(), withoutBody(update)])).toBe(
    'silent',
  )
})

test('the shape of a reply is judged whatever is known', () => {
  const trace = [withoutBody(publish('1', { CodeSize: 'much' }))]
  expect(judge('publish-version/success-body', trace, recording)).toBe('violated')
})

test('after a lost reply a number may be new to us only', () => {
  const lost = refused('PublishVersion', { Description: 'one' }, 500, 'ServiceException')
  const trace = [created(), lost, publish('1', { Description: 'one' }, { Description: 'other' })]
  expect(judge('publish-version/description-overrides', trace)).toBe('silent')
  expect(judge('publish-version/description-overrides', trace.toSpliced(1, 1))).toBe('violated')
})

test('a policy of a version may change the RevisionId of the version', () => {
  const permission = call('AddPermission', { Qualifier: '1' }, 201, { Statement: '{}' })
  const trace = [created(), publish('1'), readVersion('v1'), permission, readVersion('v2')]
  expect(judge('revision-id/version-keeps-its-own', trace)).toBe('held')
  expect(judge('revision-id/version-keeps-its-own', trace.toSpliced(3, 1))).toBe('violated')
})

test('a RevisionId is not current any more after a call that may change it', () => {
  const alias = call('CreateAlias', { Name: 'live', FunctionVersion: '1' }, 201, { Name: 'live' })
  const update = refused(
    'UpdateFunctionCode',
    { ZipFile: zips.b.base64, RevisionId: 'r1' },
    412,
    'PreconditionFailedException',
  )
  const rule = 'revision-id/update-code-with-current-is-accepted'
  expect(judge(rule, [created(), update])).toBe('violated')
  expect(judge(rule, [created(), alias, update])).toBe('silent')
  expect(
    judge('revision-id/stays-when-an-alias-is-made', [
      created(),
      read(),
      alias,
      read({ RevisionId: 'r2' }),
    ]),
  ).toBe('violated')
})

test('a deleted number counts as deleted where there was such a version', () => {
  const remove = call('DeleteFunction', { Qualifier: '2' }, 204)
  const trace = [created(), publish('1'), remove, publish('2')]
  expect(judge('versions/deleted-number-is-not-reused', trace)).toBe('silent')
  expect(
    judge('versions/deleted-number-is-not-reused', [
      created(),
      publish('1'),
      publish('2'),
      remove,
      publish('2'),
    ]),
  ).toBe('violated')
})

test('a request whose body was not recorded may have asked for a version', () => {
  const published = created({ Version: '18' })
  expect(judge('versions/latest-is-called-latest', [withoutBody(published)])).toBe('silent')
  expect(judge('versions/latest-is-called-latest', [published])).toBe('violated')
})

test('an update whose body was not recorded may have published', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f:3'
  const update = call(
    'UpdateFunctionCode',
    { ZipFile: zips.b.base64 },
    200,
    configuration({ Version: '3', FunctionArn: arn }),
  )
  const rule = 'update-function-code/arn-is-unqualified'
  const { operation } = update.call
  const recorded: Exchange = {
    ...update,
    call: { operation, input: { FunctionName: 'f' }, partial: true },
  }
  expect(judge(rule, [recorded])).toBe('silent')
  expect(judge(rule, [update])).toBe('violated')
})
