import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import type { Exchange } from '../drivers/driver.ts'
import { call, configuration, created, judge } from './trace.fixture.ts'

/** The same exchange on another function. */
const onOther = (exchange: Exchange): Exchange => ({
  ...exchange,
  call: { ...exchange.call, input: { ...exchange.call.input, FunctionName: 'g' } },
})
const read = (members: JsonObject = {}) =>
  call('GetFunctionConfiguration', {}, 200, configuration(members))
const changed = call(
  'UpdateFunctionConfiguration',
  { MemorySize: 256 },
  200,
  configuration({ MemorySize: 256, RevisionId: 'r2' }),
)
const made = [created(), onOther(created({ RevisionId: 'g1' })), read()]

const leaves = 'independence/configuration-update-leaves-other-functions'
const revision = 'independence/revision-stays-when-another-function-changes'

test('a function is as it was read although another one was changed', () => {
  expect(judge(leaves, [...made, onOther(changed), read()])).toBe('held')
  expect(judge(leaves, [...made, onOther(changed), read({ MemorySize: 256 })])).toBe('violated')
  expect(judge(revision, [...made, onOther(changed), read({ RevisionId: 'r9' })])).toBe('violated')
})

test('what was done to the function itself is no matter of these rules', () => {
  expect(judge(leaves, [...made, onOther(changed), changed, read({ MemorySize: 256 })])).toBe(
    'silent',
  )
  expect(judge(leaves, [...made, read({ MemorySize: 256 })])).toBe('silent')
})

test('a change is laid to one kind of call only where there was no other', () => {
  const published = onOther(call('PublishVersion', {}, 201, configuration({ Version: '1' })))
  expect(judge(leaves, [...made, onOther(changed), published, read({ MemorySize: 256 })])).toBe(
    'silent',
  )
})

test('a RevisionId that changes beside another function is laid to one rule', () => {
  const trace = [...made, onOther(changed), read({ RevisionId: 'r9' })]
  expect(judge('revision-id/stays-when-read', trace)).toBe('silent')
  expect(judge('revision-id/stays-when-read', [...made, read({ RevisionId: 'r9' })])).toBe(
    'violated',
  )
})
