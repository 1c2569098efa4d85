import { expect, test } from 'vitest'
import type { OperationName } from '../../spec/operations.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import { verdictOf } from '../report/verdict.ts'
import { referenceDriver } from '../run/reference-driver.fixture.ts'
import { exchangeOf, reply } from '../run/run.fixture.ts'
import { checkLines, decidedIn, failedIn, storedRun, verdictsIn } from './check.fixture.ts'

const refusal = (name: string, message: string, status = 403): Outcome =>
  reply(status, { message }, { 'content-type': 'application/json', 'x-amzn-errortype': name })

/** A subject whose credentials are good for so many requests. */
const goodFor = (requests: number): Driver => {
  const driver = referenceDriver({})
  let sent = 0
  return {
    ...driver,
    send: async (call) => {
      sent += 1
      return sent > requests
        ? exchangeOf(call.operation, call.input, refusal('ExpiredTokenException', 'expired'))
        : driver.send(call)
    },
  }
}

// In the middle of a program, and when it cleans up.
test.each([40, 150, 155, 160])(
  'credentials that expired after %i requests are held against nobody',
  async (requests) => {
    const { report, lines } = await storedRun(
      { driver: goodFor(requests) },
      { profile: 'quick', seed: 1 },
    )
    const again = checkLines(lines)
    expect(failedIn(again)).toEqual([])
    expect(verdictsIn(again)).toMatchObject(decidedIn(report))
    expect(again.run.stopped).toBe('no longer authorized')
    expect(verdictOf(again, 'must')).toMatchObject({ kind: 'untested' })
  },
)

test('one answer of that kind in the place of another is a breach, as it was in the run', async () => {
  const driver = referenceDriver({})
  const odd: Driver = {
    ...driver,
    send: async (call) => {
      const exchange = await driver.send(call)
      const { outcome } = exchange
      return outcome.kind === 'reply' && outcome.status === 412
        ? { ...exchange, outcome: refusal('InvalidSignatureException', 'no', 400) }
        : exchange
    },
  }
  const { report, lines } = await storedRun(
    { driver: odd },
    { profile: 'quick', seed: 1, isKnown: () => true },
  )
  expect(failedIn(report)).not.toEqual([])
  expect(failedIn(checkLines(lines))).toEqual(failedIn(report))
})

const denying = (...operations: readonly OperationName[]): Driver => {
  const driver = referenceDriver({})
  return {
    ...driver,
    send: async (call) =>
      operations.includes(call.operation)
        ? exchangeOf(
            call.operation,
            call.input,
            refusal(
              'AccessDeniedException',
              `not authorized to perform: lambda:${call.operation} on resource`,
            ),
          )
        : driver.send(call),
  }
}

test('what the caller had no right to is blocked, and named', async () => {
  const { report, lines } = await storedRun(
    { driver: denying('CreateAlias', 'GetPolicy') },
    { profile: 'quick', seed: 1 },
  )
  const again = checkLines(lines)
  expect(verdictsIn(again)).toMatchObject(verdictsIn(report))
  expect(again.subject.denied).toEqual(report.subject.denied)
  expect(again.subject.operations).toEqual(report.subject.operations)
})

test('what was declared not to be there is unsupported, where that is told', async () => {
  const { report, lines } = await storedRun(
    { driver: referenceDriver({}) },
    { profile: 'quick', seed: 1, without: ['GetPolicy', 'ListVersionsByFunction'] },
  )
  const { without = [] } = report.subject
  const again = checkLines(lines, { circumstances: { without } })
  expect(verdictsIn(again)).toMatchObject(verdictsIn(report))
  expect(again.subject.without).toEqual(without)
})
