import { expect, test } from 'vitest'
import type { JsonObject, OperationName } from '../call.ts'
import { busyRaceFailure, lostUpdateFailure } from './timeline.fixture.ts'
import { callsInWords, citationInWords, clientsInWords, stepsInWords } from './words.ts'

const step = (operation: OperationName, input: JsonObject) => ({ call: { operation, input } })

test('a citation names document, date, section and member', () => {
  expect(citationInWords({ document: '002', section: 'Request Body', member: 'RevisionId' })).toBe(
    'AWS Lambda API Reference, UpdateFunctionCode (2024-03), Request Body, RevisionId',
  )
})

test.each(['of-a-later-release', 'constructor', '__proto__'])(
  'a document that this release does not know is cited by its id: %s',
  (document) => {
    const citation = JSON.parse(JSON.stringify({ document, section: 'a\u001b[2J' }))
    expect(citationInWords(citation)).toBe(String.raw`${document}, a\u{1b}[2J`)
  },
)

test('an arrow within a text begins no call of its own', () => {
  const publish = step('PublishVersion', { FunctionName: 'f', Description: 'a → b' })
  expect(stepsInWords([publish, publish])).toEqual([
    'PublishVersion f0 (Description "a → b")',
    'PublishVersion f0 (Description "a → b")',
  ])
})

test('functions and layers get short names in the order of their coming', () => {
  expect(
    callsInWords([
      step('CreateFunction', { FunctionName: 'lc-9-b', Role: 'r', Code: { ZipFile: 'AA==' } }),
      step('PublishVersion', { FunctionName: 'lc-9-a' }),
      step('PublishVersion', { FunctionName: 'lc-9-b' }),
      step('ListLayerVersions', { LayerName: 'lc-9-c' }),
    ]),
  ).toBe('CreateFunction f0 → PublishVersion f1 → PublishVersion f0 → ListLayerVersions l0')
})

test('a function keeps its short name within an ARN and before a qualifier', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:lc-1'
  expect(
    callsInWords([
      step('GetFunction', { FunctionName: 'lc-1' }),
      step('GetFunction', { FunctionName: arn }),
      step('GetFunction', { FunctionName: `${arn}:7` }),
    ]),
  ).toBe('GetFunction f0 → GetFunction f0 → GetFunction f0:7')
})

test('members that make the difference are said', () => {
  expect(
    callsInWords([
      step('UpdateFunctionCode', {
        FunctionName: 'f',
        DryRun: true,
        RevisionId: 'a'.repeat(36),
        Architectures: ['arm64'],
      }),
    ]),
  ).toBe(
    `UpdateFunctionCode f0 (DryRun true, RevisionId "${'a'.repeat(24)}… (12 more characters)", Architectures ["arm64"])`,
  )
})

test('of making a function only what the rest builds on is said, save where it is the breach', () => {
  const create = step('CreateFunction', { FunctionName: 'f', Timeout: 3, Publish: true })
  expect(callsInWords([create, step('PublishVersion', { FunctionName: 'f' })])).toBe(
    'CreateFunction f0 (Publish true) → PublishVersion f0',
  )
  expect(callsInWords([create])).toBe('CreateFunction f0 (Timeout 3, Publish true)')
})

test('packages are told apart where several are uploaded', () => {
  expect(
    callsInWords([
      step('CreateFunction', { FunctionName: 'f', Code: { ZipFile: 'AA==' } }),
      step('UpdateFunctionCode', { FunctionName: 'f', ZipFile: 'BB==' }),
      step('UpdateFunctionCode', { FunctionName: 'f', ZipFile: 'AA==' }),
    ]),
  ).toBe(
    'CreateFunction f0 (package 0) → UpdateFunctionCode f0 (package 1) → UpdateFunctionCode f0 (package 0)',
  )
})

test('a package that is no text, and one that is elsewhere, are said', () => {
  expect(
    callsInWords([
      step('UpdateFunctionCode', { FunctionName: 'f', ZipFile: null }),
      step('CreateFunction', { FunctionName: 'f', Code: { S3Bucket: 'b' } }),
    ]),
  ).toBe('UpdateFunctionCode f0 (ZipFile null) → CreateFunction f0 (Code {"S3Bucket":"b"})')
})

test('hostile members cannot move the cursor', () => {
  expect(
    callsInWords([step('PublishVersion', { FunctionName: 'f', '\u001b[2J': '\u001b[31m' })]),
  ).toBe(String.raw`PublishVersion f0 (\u{1b}[2J "\u{1b}[31m")`)
})

test('of a race it is said who called at the same moment', () => {
  expect(callsInWords(lostUpdateFailure.steps)).toBe(
    'CreateFunction, then at once: UpdateFunctionCode by client 1, UpdateFunctionCode by client 2, then GetFunctionConfiguration',
  )
  expect(callsInWords(busyRaceFailure.steps)).toContain(
    'by client 1, UpdateFunctionCode → GetFunctionConfiguration → UpdateFunctionCode by client 2, ',
  )
  expect(clientsInWords(busyRaceFailure.steps)).toBe('5 clients called at once')
})

test('of a client with many calls the first are said', () => {
  const timing = { lane: 1, startedAtMs: 0, endedAtMs: 1 }
  const call = { ...step('PublishVersion', {}), timing }
  expect(callsInWords(Array.from({ length: 9 }, () => call))).toBe(
    `at once: ${Array.from({ length: 6 }, () => 'PublishVersion').join(' → ')} and 3 more by client 1`,
  )
})

test('in a race a RevisionId is a letter, and a package the beginning of its hash', () => {
  expect(stepsInWords(lostUpdateFailure.steps).slice(0, 2)).toEqual([
    'CreateFunction f0 (code hznHbm)',
    'UpdateFunctionCode f0 (code XumxpP, RevisionId A)',
  ])
})
