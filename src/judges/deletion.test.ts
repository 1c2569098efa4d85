import { expect, test } from 'vitest'
import { nothingCertain } from '../model/state.ts'
import { call, configuration, created, judge, refused } from './trace.fixture.ts'

const published = (Version: string) =>
  call('PublishVersion', {}, 201, configuration({ Version, RevisionId: `v${Version}` }))
const deleted = (status: number) => call('DeleteFunction', {}, status)
const read = call('GetFunctionConfiguration', {}, 200, configuration({}))
const version = (MemorySize: number) =>
  call(
    'GetFunctionConfiguration',
    { Qualifier: '1' },
    200,
    configuration({ Version: '1', MemorySize }),
  )
const notFound = refused('GetFunctionConfiguration', {}, 404, 'ResourceNotFoundException')

test('a deletion that has only begun may leave the function to be seen', () => {
  const rule = 'deletion/deleted-function-is-not-readable'
  expect(judge(rule, [created(), deleted(204), read])).toBe('violated')
  expect(judge(rule, [created(), deleted(204), notFound])).toBe('held')
  expect(judge(rule, [created(), deleted(202), read])).toBe('silent')
})

test('someone else may have made the function again', () => {
  const rule = 'deletion/deleted-function-is-not-readable'
  const trace = [created(), deleted(204), read]
  expect(judge(rule, trace, { beginning: nothingCertain })).toBe('silent')
})

test('numbers may go on anywhere after those of before', () => {
  const rule = 'deletion/numbers-go-on-under-the-same-name'
  const again = [created(), published('1'), deleted(204), created({ RevisionId: 'r8' })]
  expect(judge(rule, [...again, published('2')])).toBe('held')
  expect(judge(rule, [...again, published('7')])).toBe('held')
  expect(judge(rule, [...again, published('1')])).toBe('violated')
})

test('the first number of a function made again is no matter of the numbers of a fresh name', () => {
  const again = [created(), published('1'), deleted(204), created({ RevisionId: 'r8' })]
  for (const number of ['1', '2', '7']) {
    const trace = [...again, published(number)]
    expect(judge('versions/numbers-start-at-1', trace)).not.toBe('violated')
    expect(judge('versions/number-is-new', trace)).not.toBe('violated')
  }
})

test('a version is changed by what was done last', () => {
  const gone = call('DeleteFunction', { Qualifier: '2' }, 204)
  const changed = call(
    'UpdateFunctionConfiguration',
    { MemorySize: 256 },
    200,
    configuration({ MemorySize: 256 }),
  )
  const made = [created(), published('1'), changed, published('2'), gone]
  const rule = 'deletion/leaves-other-versions'
  expect(judge(rule, [...made, version(128)])).toBe('held')
  expect(judge(rule, [...made, version(256)])).toBe('violated')
  expect(judge(rule, [...made, changed, version(256)])).toBe('silent')
})

test('a version behind an alias may be deleted once the alias is gone', () => {
  const rule = 'deletion/version-behind-an-alias-is-refused'
  const alias = call('CreateAlias', { Name: 'live', FunctionVersion: '1' }, 201, {
    Name: 'live',
    FunctionVersion: '1',
    RevisionId: 'a1',
  })
  const removal = { Qualifier: '1' }
  const refusal = refused('DeleteFunction', removal, 409, 'ResourceConflictException')
  const accepted = call('DeleteFunction', removal, 204)
  const made = [created(), published('1'), alias]
  expect(judge(rule, [...made, accepted])).toBe('violated')
  expect(judge(rule, [...made, refusal])).toBe('unproven')
  const unaliased = call('DeleteAlias', { Name: 'live' }, 204)
  expect(judge(rule, [...made, refusal, read, unaliased, accepted])).toBe('unproven')
  expect(judge(rule, [...made, refusal, read, version(128), unaliased, accepted])).toBe('held')
  expect(judge(rule, [...made, unaliased, accepted])).toBe('silent')
})
