import { expect, test } from 'vitest'
import type { OperationName } from '../../spec/operations.ts'
import type { Driver, Outcome } from '../drivers/driver.ts'
import type { Report } from '../report/report.ts'
import { endingOf } from '../report/ending.ts'
import { verdictOf } from '../report/verdict.ts'
import { create, publish } from '../programs/directed/actions.ts'
import { attemptProgram } from './attempt.ts'
import { authorizationRegister, refusesCaller } from './authorization.ts'
import { exchangeOf, finish, lost, reply, sessionOn } from './run.fixture.ts'
import { referenceDriver } from './reference-driver.fixture.ts'

const refusal = (name = 'ExpiredTokenException', status = 403): Outcome =>
  reply(
    status,
    { message: 'The security token included in the request is expired' },
    { 'content-type': 'application/json', 'x-amzn-errortype': name },
  )

test.each<[boolean, Outcome]>([
  [true, refusal()],
  [true, refusal('UnrecognizedClientException', 400)],
  [true, reply(401, { __type: 'com.amazon#InvalidSignatureException:http://a' })],
  [false, refusal('ExpiredTokenException', 500)],
  [false, refusal('AccessDeniedException')],
  [false, reply(403)],
  [false, lost('timeout')],
])('an answer is about who asks: %s', (expected, outcome) => {
  expect(refusesCaller(outcome)).toBe(expected)
})

type Seen = readonly [OperationName, Outcome]
const ok = reply(200, {})
const made: readonly Seen[] = [
  ['CreateFunction', ok],
  ['DeleteFunction', ok],
]

test.each<[string, boolean, readonly Seen[]]>([
  ['two in a row', true, [...made, ['DeleteFunction', refusal()], ['CreateFunction', refusal()]]],
  [
    'two with silence between',
    true,
    [
      ...made,
      ['DeleteFunction', refusal()],
      ['GetPolicy', lost('timeout')],
      ['CreateFunction', refusal()],
    ],
  ],
  ['one', false, [...made, ['CreateFunction', refusal()]]],
  [
    'one, and one again',
    false,
    [...made, ['CreateFunction', refusal()], ...made, ['CreateFunction', refusal()]],
  ],
  [
    'none but for what was never done',
    false,
    [...made, ['GetPolicy', refusal()], ['CreateFunction', refusal()]],
  ],
  ['no creation', false, [...made, ['DeleteFunction', refusal()], ['DeleteFunction', refusal()]]],
  [
    'nothing else',
    false,
    [
      ['CreateFunction', refusal()],
      ['CreateFunction', refusal()],
    ],
  ],
])('credentials that are refused, %s, are no longer taken: %s', (_, expected, seen) => {
  const register = authorizationRegister()
  for (const [operation, outcome] of seen) register.see(exchangeOf(operation, {}, outcome))
  expect(register.isGone()).toBe(expected)
})

/** The reference endpoint, to whom the credentials are good for so many requests. */
const goodFor = (requests: number): Driver & { readonly sent: () => number } => {
  const driver = referenceDriver({})
  let sent = 0
  return {
    ...driver,
    sent: () => sent,
    send: async (call) => {
      sent += 1
      return sent > requests ? exchangeOf(call.operation, call.input, refusal()) : driver.send(call)
    },
  }
}

const options = { profile: 'quick', seed: 1 } as const
const failing = ({ rules }: Report): readonly string[] =>
  rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)

// At any moment: in the middle of a program, while it waits, when it cleans up, and with the last calls.
test.each([40, 77, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160])(
  'credentials that expire after %i requests end the run, and nobody is blamed',
  async (requests) => {
    const driver = goodFor(requests)
    const { report } = await finish({ driver }, options)
    expect(failing(report)).toEqual([])
    expect(report.run.stopped).toBe('no longer authorized')
    expect(driver.sent()).toBeLessThan(requests + 60)
    const verdict = verdictOf(report, 'must')
    expect(verdict).toMatchObject({ kind: 'untested' })
    expect(endingOf(report)).toMatchObject({
      word: 'UNTESTED',
      detail: expect.stringMatching(
        /^the credentials were no longer taken \(they may have expired\), and \d+ rules are undecided; renew them and run again$/,
      ),
    })
    expect(report.rules.map(({ reason }) => reason)).toContain(
      'the run was no longer authorized before it came to this',
    )
  },
)

test.each<[number, string]>([
  [400, 'code-sha256/wrong-is-refused'],
  [404, 'deletion/unknown-function-is-404'],
  [409, 'aliases/duplicate-is-409'],
  [412, 'revision-id/publish-with-made-up-is-refused'],
])(
  'a subject that gives such an answer in the place of %i is judged to the end, as ever',
  async (status, broken) => {
    const driver = referenceDriver({})
    const odd: Driver = {
      ...driver,
      send: async (call) => {
        const exchange = await driver.send(call)
        const { outcome } = exchange
        const isMeant = outcome.kind === 'reply' && outcome.status === status
        return isMeant
          ? { ...exchange, outcome: refusal('InvalidSignatureException', 400) }
          : exchange
      },
    }
    const { report } = await finish({ driver: odd }, { ...options, isKnown: () => true })
    expect(report.run.stopped).toBeUndefined()
    expect(failing(report)).toContain(broken)
  },
)

test('what the last program of a run came to is told by one function more', async () => {
  const whole = goodFor(Number.POSITIVE_INFINITY)
  await finish({ driver: whole }, options)
  // The last of all look for what was deleted, a function and a layer.
  const last = goodFor(whole.sent() - 3)
  const { report } = await finish({ driver: last }, options)
  expect(report.run.stopped).toBe('no longer authorized')
  expect(failing(report)).toEqual([])
})

test('a failure that was proven before stands', async () => {
  const driver = goodFor(150)
  const broken: Driver = {
    ...driver,
    send: async (call) => {
      const exchange = await driver.send(call)
      const { outcome } = exchange
      return call.operation === 'PublishVersion' &&
        outcome.kind === 'reply' &&
        outcome.status === 201
        ? { ...exchange, outcome: { ...outcome, status: 200 } }
        : exchange
    },
  }
  const { report } = await finish({ driver: broken }, options)
  expect(report.run.stopped).toBe('no longer authorized')
  expect(verdictOf(report, 'must').kind).toBe('violates')
  expect(endingOf(report)).toMatchObject({
    word: 'FAIL',
    part: 'CUT SHORT, the credentials were no longer taken',
  })
})

test('a program goes to its end, whose clean-up may show that the credentials are taken', async () => {
  const driver = referenceDriver({})
  const session = sessionOn({
    ...driver,
    send: async (call) => {
      const exchange = await driver.send(call)
      const { outcome } = exchange
      const isSecond = outcome.kind === 'reply' && outcome.status === 409
      return isSecond ? { ...exchange, outcome: refusal() } : exchange
    },
  })
  const again = create('f1', { altered: 'under-the-name-of-the-first' })
  const actions = [create(), again, again, publish()]
  const { trace, stopped, exchanges } = await attemptProgram(session, actions)
  expect(trace.filter(({ exchange }) => refusesCaller(exchange.outcome))).toHaveLength(2)
  expect(stopped).toBeUndefined()
  expect(exchanges.map(({ call }) => call.operation)).toContain('PublishVersion')
  expect(session.stop()).toBeUndefined()
})
