import { expect, test } from 'vitest'
import type { JsonObject } from '../call.ts'
import type { Outcome } from '../drivers/driver.ts'
import type { Action } from '../programs/action.ts'
import { attemptProgram } from './attempt.ts'
import { between, driverOf, driverTo, reference, reply, sessionOn } from './run.fixture.ts'

const create: Action = { operation: 'CreateFunction', fn: 'f0' }
const update: Action = { operation: 'UpdateFunctionCode', fn: 'f0', code: 'b' }
const publish: Action = { operation: 'PublishVersion', fn: 'f0' }

const operationsIn = (attempt: Awaited<ReturnType<typeof attemptProgram>>): readonly string[] =>
  attempt.trace.map(({ exchange }) => exchange.call.operation)

const pending = (outcome: Outcome): Outcome =>
  outcome.kind === 'reply' && outcome.status < 300 && outcome.body.kind === 'json'
    ? reply(outcome.status, { ...(outcome.body.value as JsonObject), State: 'Pending' })
    : outcome

test('a program is carried out in order, and cleaned up', async () => {
  const attempt = await attemptProgram(sessionOn(driverTo(await reference())), [create, publish])
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'PublishVersion', 'DeleteFunction'])
  expect(attempt).toMatchObject({ unsettled: false })
  expect(attempt.stopped).toBeUndefined()
})

test('a function is read until it has settled', async () => {
  const driver = driverTo(await reference('asynchronous-slow'))
  const attempt = await attemptProgram(sessionOn(driver), [create, publish])
  const read = 'GetFunctionConfiguration'
  expect(operationsIn(attempt)).toEqual([
    'CreateFunction',
    read,
    read,
    read,
    read,
    'PublishVersion',
    'DeleteFunction',
  ])
  expect(attempt.unsettled).toBe(false)
})

test('a call in a hurry goes out without waiting', async () => {
  const driver = driverTo(await reference('asynchronous'))
  const attempt = await attemptProgram(sessionOn(driver), [
    create,
    { ...update, hurry: true },
    publish,
  ])
  expect(operationsIn(attempt).slice(-3)).toEqual([
    'UpdateFunctionCode',
    'PublishVersion',
    'DeleteFunction',
  ])
})

test('a function that does not settle in time is unsettled, and the program goes on', async () => {
  const driver = await between(async (_, ask) => pending(await ask()))
  const attempt = await attemptProgram(sessionOn(driver, { settleTimeoutMs: 20 }), [
    create,
    publish,
  ])
  expect(attempt.unsettled).toBe(true)
  expect(operationsIn(attempt)).toContain('PublishVersion')
})

test('after two functions that never settled nobody waits for a third', async () => {
  const driver = await between(async (_, ask) => pending(await ask()))
  const session = sessionOn(driver, { settleTimeoutMs: 100 })
  const reads: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const attempt = await attemptProgram(session, [create])
    reads.push(operationsIn(attempt).filter((name) => name === 'GetFunctionConfiguration').length)
  }
  expect(reads[0]).toBeGreaterThan(1)
  expect(reads[2]).toBe(1)
})

test('a function that settles after all makes the next one worth waiting for', async () => {
  let settles = false
  const driver = await between(async (call, ask) => {
    const outcome = await ask()
    return settles && call.operation === 'GetFunctionConfiguration' ? outcome : pending(outcome)
  })
  const session = sessionOn(driver, { settleTimeoutMs: 20 })
  await attemptProgram(session, [create])
  await attemptProgram(session, [create])
  expect(session.inVain.settling).toBe(2)
  settles = true
  await attemptProgram(session, [create])
  expect(session.inVain.settling).toBe(0)
})

test('an operation that is not implemented is left out', async () => {
  const session = sessionOn(driverTo(await reference()), { without: ['PublishVersion'] })
  const attempt = await attemptProgram(session, [create, publish])
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'DeleteFunction'])
})

test('GetFunction reads where there is no GetFunctionConfiguration', async () => {
  const session = sessionOn(driverTo(await reference('asynchronous')), {
    without: ['GetFunctionConfiguration'],
  })
  const attempt = await attemptProgram(session, [create])
  expect(operationsIn(attempt)).toEqual([
    'CreateFunction',
    'GetFunction',
    'GetFunction',
    'DeleteFunction',
  ])
})

test('a function that nothing can read counts as unsettled at once', async () => {
  const session = sessionOn(driverTo(await reference('asynchronous')), {
    without: ['GetFunctionConfiguration', 'GetFunction'],
  })
  const attempt = await attemptProgram(session, [create])
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'DeleteFunction'])
  expect(attempt.unsettled).toBe(true)
})

test('the current RevisionId is read again where a publish has put it in doubt', async () => {
  const attempt = await attemptProgram(sessionOn(driverTo(await reference())), [
    create,
    publish,
    { ...publish, revision: 'current' },
  ])
  expect(operationsIn(attempt)).toEqual([
    'CreateFunction',
    'PublishVersion',
    'GetFunctionConfiguration',
    'PublishVersion',
    'DeleteFunction',
  ])
  expect(attempt.trace[3]?.exchange.outcome).toMatchObject({ status: 201 })
})

test('an action whose symbol means nothing is left out', async () => {
  const attempt = await attemptProgram(sessionOn(driverTo(await reference())), [
    create,
    { ...publish, revision: 'alias' },
    { operation: 'GetFunction', fn: 'f0', version: 'deleted' },
  ])
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'DeleteFunction'])
})

test('a program stops where the run has to', async () => {
  const session = sessionOn(driverTo(await reference()), { maxRequests: 2 })
  const attempt = await attemptProgram(session, [create, publish, publish, publish])
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'PublishVersion', 'DeleteFunction'])
  expect(attempt.stopped).toBe('out of requests')
})

test('a program that has become hopeless is not carried on', async () => {
  const session = sessionOn(driverOf(() => reply(403)))
  const attempt = await attemptProgram(session, [create, publish], () => true)
  // The deletion is for a creation that was refused and made all the same.
  expect(operationsIn(attempt)).toEqual(['CreateFunction', 'DeleteFunction'])
})

test('every attempt has functions and layers of its own', async () => {
  const session = sessionOn(driverTo(await reference()))
  const names = []
  for (let n = 0; n < 2; n += 1) {
    const { trace } = await attemptProgram(session, [create])
    names.push(trace[0]?.exchange.call.input['FunctionName'])
  }
  expect(names).toEqual([
    `lambda-conformance-${session.runId}-1-f0`,
    `lambda-conformance-${session.runId}-2-f0`,
  ])
})
