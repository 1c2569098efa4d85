import { expect, test } from 'vitest'
import { contentOf, contradictions, differences } from './content.ts'
import { shown } from './model.fixture.ts'

test('absent, null and empty are the same', () => {
  for (const empty of [null, '', [], {}]) {
    expect(contentOf({ Description: empty, Layers: empty, LoggingConfig: empty })).toEqual({})
  }
  expect(contentOf({ Environment: { Variables: {} }, TracingConfig: { Mode: null } })).toEqual({})
  expect(contentOf({})).toEqual({})
})

test('what a user sets is content, what the service says of it is not', () => {
  const content = contentOf(
    shown({
      LastModified: 'today',
      CodeSize: 1,
      StateReason: 'x',
      SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
      Layers: [{ Arn: 'arn:1', CodeSize: 3 }],
      Environment: { Variables: { A: '1' }, Error: {} },
    }),
  )
  expect(content).toEqual({
    CodeSha256: 'hash-a',
    Handler: 'index.handler',
    MemorySize: 128,
    SnapStart: 'None',
    Layers: ['arn:1'],
    Environment: { A: '1' },
  })
})

test('zero and false are content', () => {
  expect(contentOf({ MemorySize: 0, Handler: false })).toEqual({ MemorySize: 0, Handler: false })
})

test('contents differ in the members that one of them has otherwise or not at all', () => {
  const a = contentOf(shown())
  expect(differences(a, a)).toEqual([])
  expect(differences(a, contentOf(shown({ MemorySize: 256, Timeout: 3 })))).toEqual([
    'MemorySize',
    'Timeout',
  ])
  expect(differences(a, {})).toEqual(['CodeSha256', 'Handler', 'MemorySize'])
})

test('the order of members makes no difference, the order of a list does', () => {
  const one = contentOf({ Environment: { Variables: { A: '1', B: '2' } } })
  expect(differences(one, contentOf({ Environment: { Variables: { B: '2', A: '1' } } }))).toEqual(
    [],
  )
  expect(
    differences(contentOf({ Architectures: ['a', 'b'] }), contentOf({ Architectures: ['b', 'a'] })),
  ).toEqual(['Architectures'])
})

test('a reply contradicts only what it was known to have', () => {
  const known = contentOf({ Handler: 'h', MemorySize: 128 })
  expect(contradictions(known, { Handler: 'h', MemorySize: 128, Timeout: 3 })).toEqual([])
  expect(contradictions(known, { Handler: 'other' })).toEqual(['Handler', 'MemorySize'])
  expect(contradictions({}, known)).toEqual([])
})
