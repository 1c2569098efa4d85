import { expect, test } from 'vitest'
import { lost } from '../drivers/lost.ts'
import type { ClientRecord, WireExchange } from '../drivers/client-record.ts'
import type { Exchange } from '../drivers/driver.ts'
import type { JsonObject } from '../call.ts'
import { traceOf } from '../model/trace.ts'
import { replyOf, wireOf } from '../wrapper/wrapper.fixture.ts'
import { blameFor } from './blame.ts'

const context = { edition: '2024-08', unsupported: new Set<never>() } as const
const made = replyOf(201, { Version: '1' })
const rule = 'publish-version/returns-a-numbered-version'

/** A publish of a function through a client that sent this. */
const publish = (input: JsonObject, wire: readonly WireExchange[]): Exchange => ({
  call: { operation: 'PublishVersion', input },
  request: { method: 'POST', path: '/', headers: {} },
  outcome: made,
  client: {
    answer: { kind: 'output', output: { Version: '1' } },
    wire,
    strays: [],
    leaks: [],
  } satisfies ClientRecord,
  startedAtMs: 0,
  endedAtMs: 1,
})

const f = { FunctionName: 'f' }
const withRevision = { ...f, RevisionId: 'r' }
const right = publish(f, [wireOf('PublishVersion', f, made, made)])
const forgetful = publish(withRevision, [wireOf('PublishVersion', f, made, made)])
const other = (exchange: Exchange): Exchange => ({
  ...exchange,
  call: { ...exchange.call, input: { ...exchange.call.input, FunctionName: 'g' } },
})

test('what a client broke by then explains what looks broken behind it', () => {
  expect(blameFor(rule, traceOf([forgetful, right]), 1, context)).toBe('client/keeps-revision-id')
})

test('what it broke later, or with another function, explains nothing', () => {
  expect(blameFor(rule, traceOf([right, forgetful]), 0, context)).toBe(undefined)
  const withOther = traceOf([forgetful, other(right)])
  expect(blameFor(rule, withOther, 1, context)).not.toBe('client/keeps-revision-id')
})

test('advice that was not followed excuses advice, and nothing that is documented', () => {
  const unsigned: Exchange = publish(f, [
    { ...wireOf('PublishVersion', f, made, made), signature: 'missing' },
  ])
  expect(blameFor(rule, traceOf([unsigned]), 0, context)).toBe(undefined)
  expect(blameFor('publish-version/arn-is-qualified', traceOf([unsigned]), 0, context)).toBe(
    'client/is-signed',
  )
})

test('what the wire shows broken is for the endpoint to answer', () => {
  const wrong = replyOf(201, { Version: '$LATEST' })
  const exchange: Exchange = {
    ...publish(f, [wireOf('PublishVersion', f, wrong, wrong)]),
    outcome: wrong,
  }
  const told = {
    ...exchange.client!,
    answer: { kind: 'output', output: { Version: '$LATEST' } } as const,
  }
  expect(blameFor(rule, traceOf([{ ...exchange, client: told }]), 0, context)).toContain(
    'the endpoint',
  )
})

test('without a client there is nobody else to blame', () => {
  const { client: _, ...direct } = { ...right, outcome: lost('timeout', '') }
  expect(blameFor(rule, traceOf([direct]), 0, context)).toBe(undefined)
})
